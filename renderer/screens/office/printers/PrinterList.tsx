import Box from '@mui/material/Box';
import type { OfficeSettings } from '../../../../electron/contract/office/office.ts';
import type { Printer } from '../../../../electron/contract/printing/paper.ts';
import { rem } from '../../../look/theme.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { useTexts } from '../../../text/texts.ts';
import { millimetresText } from '../../print-tray/margin-text.ts';

const tones = { ready: 'good', printing: 'good', stopped: 'late', unknown: 'soon' } as const;

type PrinterListProps = { readonly printers: readonly Printer[]; readonly office: OfficeSettings };

/** How each printer is now, and how far it is moved. */
export function PrinterList({ printers, office }: PrinterListProps) {
  const { printers: texts, printTray } = useTexts();

  function marginsOf(name: string): string {
    if (office.rollPrinters?.some((roll) => roll.name === name)) return texts.rollMargins;
    const margins = office.margins?.find(({ printer }) => printer === name);
    return margins === undefined
      ? texts.plainMargins
      : texts.marginsOf(millimetresText(margins.leftMm), millimetresText(margins.topMm));
  }

  return (
    <Panel title={texts.margins} sx={{ gap: 2 }}>
      <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>
        {printers.length === 0 ? texts.noPrinters : texts.calibrateHint}
      </Box>
      {printers.map(({ name, description, state, reason }) => (
        <Box key={name} sx={{ borderBottom: '1px solid var(--hairline)', paddingBottom: 2 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
            <Box sx={{ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' }}>{description || name}</Box>
            <Chip tone={tones[state]}>{texts.states[state]}</Chip>
          </Box>
          <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>
            {[reason === null ? '' : (printTray.reasons[reason] ?? reason), marginsOf(name)]
              .filter((part) => part !== '')
              .join(' · ')}
          </Box>
        </Box>
      ))}
    </Panel>
  );
}
