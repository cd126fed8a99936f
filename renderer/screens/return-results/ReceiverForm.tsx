import Checkbox from '@mui/material/Checkbox';
import { useId } from 'react';
import type { CaseStateView } from '../../../electron/contract/case/case.ts';
import { useIssueSentence } from '../../desk/fault.ts';
import { rem } from '../../look/theme.ts';
import { Field } from '../../parts/controls/Field.tsx';
import { Segmented } from '../../parts/controls/Segmented.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { type Receiver, receiverAs } from './receiver.ts';
import { Grid, Row, Text } from '../../parts/layout/primitives.ts';

export function receiverFieldId(field: keyof Receiver): string {
  return `return-receiver-${field}`;
}

type ReceiverFormProps = {
  readonly receiver: Receiver;
  readonly state: CaseStateView;
  readonly issues: ReadonlyMap<keyof Receiver, string>;
  readonly onChange: (receiver: Receiver) => void;
};

/** Who takes the result: the applicant as known, or a proxy with the paper that lets them (NĐ 118/2025 Điều 6 k2). */
export function ReceiverForm({ receiver, state, issues, onChange }: ReceiverFormProps) {
  const { returnResults, caseFile } = useTexts();
  const lostId = useId();
  const sentenceOf = useIssueSentence();
  const issue = (field: keyof Receiver) => sentenceOf(issues.get(field));
  return (
    <Panel title={returnResults.receiver} shrink={false} gap={2.5}>
      <Segmented
        label={returnResults.as}
        hideLabel
        choices={(['applicant', 'proxy'] as const).map((value) => ({ value, label: caseFile.receivers[value] }))}
        value={receiver.as}
        onChange={(as) => onChange(receiverAs(as, receiver, state))}
      />
      <Grid columns="minmax(0, 3fr) minmax(0, 2fr)" gap={3}>
        <Field
          id={receiverFieldId('fullName')}
          label={returnResults.fullName}
          value={receiver.fullName}
          error={issue('fullName')}
          onChange={(event) => onChange({ ...receiver, fullName: event.target.value })}
        />
        <Field
          id={receiverFieldId('idNumber')}
          label={returnResults.idNumber}
          value={receiver.idNumber}
          error={issue('idNumber')}
          onChange={(event) => onChange({ ...receiver, idNumber: event.target.value })}
        />
      </Grid>
      {receiver.as === 'proxy' && (
        <Field
          id={receiverFieldId('authorisation')}
          label={returnResults.authorisation}
          hint={returnResults.authorisationHint}
          value={receiver.authorisation}
          error={issue('authorisation')}
          onChange={(event) => onChange({ ...receiver, authorisation: event.target.value })}
        />
      )}
      <Row align="center" gap={1}>
        <Checkbox
          id={lostId}
          checked={receiver.receiptLost}
          onChange={(_event, receiptLost) => onChange({ ...receiver, receiptLost })}
          sx={{ padding: rem(4), marginLeft: rem(-4) }}
        />
        <label htmlFor={lostId}>
          {returnResults.receiptLost}{' '}
          <Text as="span" size="small" tone="secondary">
            {returnResults.receiptLostHint}
          </Text>
        </label>
      </Row>
    </Panel>
  );
}
