import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { CaseState } from '../../../electron/contract/case/case.ts';
import { usePlace } from '../../desk/places.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { Block, Row, Text } from '../../parts/layout/primitives.ts';

/** Code, person, procedure, status, at one glance. */
export function CaseHeader({ state }: { readonly state: CaseState }) {
  const { caseFile, kit } = useTexts();
  const { back } = usePlace();
  const { official, local } = state.number;
  return (
    <Row as="header" across align="center" gap={4}>
      <Button onClick={back} aria-keyshortcuts="Escape" sx={{ flexShrink: 0 }}>
        ← {caseFile.back} <KeyCap keys="Esc" />
      </Button>
      <Block grow minWidth={0}>
        <Row align="center" gap={3} wrap>
          <Typography variant="h1" component="h1">
            {official ?? local}
          </Typography>
          <StatusChip status={state.status} />
          <Text size="small" tone="secondary">
            {official === null ? caseFile.temporaryNumber : official === local ? '' : caseFile.localNumber(local)}
          </Text>
        </Row>
        <div>
          <strong>{state.applicant.fullName}</strong> · {state.procedure.name} ({state.procedure.code})
        </div>
        {state.enteredLater !== null && (
          <Text size="note" weight={500} tone="soon">
            <span aria-hidden>✎ </span>
            {kit.enteredLater(state.enteredLater.byName, formatDateTime(state.enteredLater.at))}
          </Text>
        )}
      </Block>
    </Row>
  );
}
