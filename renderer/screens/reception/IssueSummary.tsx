import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { faultOf } from '../../desk/fault.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { useTexts } from '../../text/texts.ts';
import { focusIssue } from './field-id.ts';
import { sheetFieldOf } from './paper-sheet.ts';
import type { Issues } from './receive-input.ts';

/** Once at the top: what is wrong and where, each a way to its field; or why the desk said no. */
export function IssueSummary({ issues, fault }: { readonly issues: Issues; readonly fault: unknown }) {
  const { reception, common } = useTexts();
  if (issues.size === 0) {
    const code = faultOf(fault)?.code;
    return code === 'input-invalid' || sheetFieldOf(code) !== undefined ? null : <FaultNote error={fault} />;
  }
  const names = { ...reception.who, ...reception.paths } as Readonly<Record<string, unknown>>;

  function nameOf(path: string): string {
    if (path.startsWith('resultDelivery')) return reception.who.deliveryAddress;
    const named = reception.paths[path];
    if (named !== undefined) return named;
    const [first = '', last = first] = path.split('.');
    const found = names[first === 'applicant' || first === 'submitter' ? last : first];
    const name = typeof found === 'string' ? found : path;
    return first === 'submitter' ? `${reception.who.submitter}: ${name}` : name;
  }

  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: rem(12),
        padding: `${rem(8)} ${rem(12)}`,
        borderRadius: '8px',
        border: '1px solid var(--late)',
        bgcolor: 'var(--late-soft)',
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        <Box component="span" aria-hidden sx={{ color: 'var(--late)', fontWeight: 700, marginRight: 1 }}>
          !
        </Box>
        {reception.fix(issues.size)}
      </Box>
      {[...issues].map(([path, key]) => (
        <Link
          key={path}
          component="button"
          type="button"
          onClick={() => focusIssue(path)}
          sx={{ font: 'inherit', color: 'var(--ink)', textDecorationColor: 'var(--late)' }}
        >
          {nameOf(path)} – {common.issues[key] ?? common.issues['invalid']}
        </Link>
      ))}
    </Box>
  );
}
