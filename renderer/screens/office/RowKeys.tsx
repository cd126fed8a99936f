import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';

/** The keys of a row, told in F1 and beneath the list; the row itself answers them. */
export function RowKeys() {
  const { office } = useTexts();
  const { up, down, removeRow } = office.procedure;
  const keys = [
    { keys: 'Alt+ArrowUp', label: up },
    { keys: 'Alt+ArrowDown', label: down },
    { keys: 'Alt+Delete', label: removeRow },
  ];
  useShortcuts(keys.map((key) => ({ ...key, run: () => undefined, helpOnly: true })));
  return (
    <Box sx={{ display: 'flex', gap: 4, fontSize: rem(12), color: 'text.secondary', flexShrink: 0 }}>
      {keys.map(({ keys: cap, label }) => (
        <span key={cap}>
          <KeyCap keys={cap} /> {label}
        </span>
      ))}
    </Box>
  );
}
