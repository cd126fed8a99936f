import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { CaseState } from '../../../electron/contract/case/case.ts';
import { usePlace } from '../../desk/places.ts';
import { rem } from '../../look/theme.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

/** Code, person, procedure, status, at one glance. */
export function CaseHeader({ state }: { readonly state: CaseState }) {
  const { caseFile, kit } = useTexts();
  const { back } = usePlace();
  const { official, local } = state.number;
  return (
    <Box component="header" sx={{ gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: 4 }}>
      <Button onClick={back} aria-keyshortcuts="Escape" sx={{ flexShrink: 0 }}>
        ← {caseFile.back} <KeyCap keys="Esc" />
      </Button>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flexWrap: 'wrap' }}>
          <Typography variant="h1" component="h1">
            {official ?? local}
          </Typography>
          <StatusChip status={state.status} />
          <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>
            {official === null ? caseFile.temporaryNumber : official === local ? '' : caseFile.localNumber(local)}
          </Box>
        </Box>
        <Box>
          <strong>{state.applicant.fullName}</strong> · {state.procedure.name} ({state.procedure.code})
        </Box>
        {state.enteredLater !== null && (
          <Box sx={{ fontSize: rem(13), fontWeight: 500, color: 'var(--soon)' }}>
            <span aria-hidden>✎ </span>
            {kit.enteredLater(state.enteredLater.byName, formatDateTime(state.enteredLater.at))}
          </Box>
        )}
      </Box>
    </Box>
  );
}
