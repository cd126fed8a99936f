import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { useIssueSentence } from '../../../desk/fault.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { useTexts } from '../../../text/texts.ts';
import { type Receiver, type Shown, isOrganisation, receiverAs } from './receiver.ts';
import { Column, Grid, Text } from '../../../parts/layout/primitives.ts';

export function receiverFieldId(field: keyof Receiver): string {
  return `return-receiver-${field}`;
}

type ReceiverFormProps = {
  readonly receiver: Receiver;
  readonly state: CaseStateView;
  readonly issues: ReadonlyMap<keyof Receiver, string>;
  readonly onChange: (receiver: Receiver) => void;
};

const papersShown = ['receipt', 'identity'] as const satisfies readonly Shown[];

/** Who takes the result and what they show: the applicant as known, or a proxy with the paper that lets them (NĐ 118/2025 Điều 6 k2). */
export function ReceiverForm({ receiver, state, issues, onChange }: ReceiverFormProps) {
  const { returnResults, caseFile } = useTexts();
  const sentenceOf = useIssueSentence();
  const issue = (field: keyof Receiver) => sentenceOf(issues.get(field));
  const organisation = isOrganisation(state);
  const show = (shown: Shown) => onChange({ ...receiver, shown });
  useShortcuts(
    papersShown.map((value, at) => ({
      keys: `Alt+${at + 1}`,
      label: returnResults.papersShown[value],
      run: () => show(value),
    })),
  );
  return (
    <Panel title={returnResults.receiver} shrink={false} gap={2.5}>
      <Column gap={1} id={receiverFieldId('shown')} tabIndex={-1}>
        <Segmented
          label={`${returnResults.shown} (Alt+1, 2)`}
          choices={papersShown.map((value) => ({ value, label: returnResults.papersShown[value] }))}
          value={receiver.shown}
          onChange={show}
        />
        <Text
          size="small"
          tone={issues.has('shown') ? 'late' : 'secondary'}
          weight={issues.has('shown') ? 500 : 400}
          role={issues.has('shown') ? 'alert' : undefined}
        >
          {issues.has('shown') ? returnResults.shownNeeded : returnResults.shownHint}
        </Text>
      </Column>
      {organisation ? (
        <Text size="note" tone="secondary">
          {returnResults.forOrganisation(state.applicant.fullName)}
        </Text>
      ) : (
        <Segmented
          label={returnResults.as}
          hideLabel
          choices={(['applicant', 'proxy'] as const).map((value) => ({ value, label: caseFile.receivers[value] }))}
          value={receiver.as}
          onChange={(as) => onChange(receiverAs(as, receiver, state))}
        />
      )}
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
          label={organisation ? returnResults.organisationPaper : returnResults.authorisation}
          hint={organisation ? returnResults.organisationPaperHint : returnResults.authorisationHint}
          value={receiver.authorisation}
          error={issue('authorisation')}
          onChange={(event) => onChange({ ...receiver, authorisation: event.target.value })}
        />
      )}
    </Panel>
  );
}
