import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import { desk, goodForMs } from '../../../desk/client.ts';
import { useIssueSentence } from '../../../desk/fault.ts';
import { rem } from '../../../look/theme.ts';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { useTexts } from '../../../text/texts.ts';
import { FieldScope, focusField } from '../case-fields/field-id.ts';
import { CorrectionDifference } from './CorrectionDifference.tsx';
import { CorrectionWhat } from './CorrectionWhat.tsx';
import { type Reissued, useCorrection } from './useCorrection.ts';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { WhoPanel } from '../case-fields/person/WhoPanel.tsx';

type CorrectionProps = {
  readonly state: CaseStateView;
  readonly onClose: () => void;
  readonly onDone: (reissued: Reissued) => void;
};

/** A receipt that was wrong: the reception again, what differs, and one key that voids the old and issues the new. */
export function Correction(props: CorrectionProps) {
  const { code } = props.state.procedure;
  const procedure = useQuery(desk.procedure.get.queryOptions({ input: { code }, staleTime: goodForMs, retry: false }));
  if (procedure.isPending) return null;
  return (
    <FieldScope value="correction">
      <CorrectionEditor {...props} procedure={procedure.data} />
    </FieldScope>
  );
}

type CorrectionEditorProps = CorrectionProps & { readonly procedure: ProcedureDetail | undefined };

/** Who, what and what differs, in the three columns the clerk knows from reception. */
function CorrectionEditor({ state, procedure, onClose, onDone }: CorrectionEditorProps) {
  const { correction, caseFile, reception } = useTexts();
  const sentenceOf = useIssueSentence();
  const hook = useCorrection(state, procedure, onDone);
  useEffect(() => focusField('applicant.idNumber', 'correction'), []);
  useShortcuts([
    { keys: 'Escape', label: caseFile.back, run: onClose },
    { keys: 'Alt+1', label: reception.columns.who, run: () => focusField('applicant.idNumber', 'correction') },
    { keys: 'Alt+2', label: reception.columns.what, run: () => focusField('components', 'correction') },
  ]);

  const errorOf = (path: string) => sentenceOf(hook.issues.get(path));

  return (
    <Column height="100%" gap={2}>
      <Row as="header" align="center" gap={4} wrap>
        <Button onClick={onClose} aria-keyshortcuts="Escape">
          ← {caseFile.back} <KeyCap keys="Esc" />
        </Button>
        <Block minWidth={0}>
          <Typography variant="h1" component="h1" sx={{ fontSize: rem(20) }}>
            {correction.title(hook.number)}
          </Typography>
          <Text size="note" tone="secondary">
            {correction.intro}
          </Text>
        </Block>
      </Row>
      <Columns columns="minmax(0, 26fr) minmax(0, 42fr) minmax(0, 30fr)" narrowAt="rows" narrow="twoFirst">
        <WhoPanel form={hook.form} dispatch={hook.dispatch} errorOf={errorOf} email aside={<KeyCap keys="Alt+1" />} />
        <CorrectionWhat hook={hook} errorOf={errorOf} />
        <CorrectionDifference hook={hook} state={state} />
      </Columns>
    </Column>
  );
}
