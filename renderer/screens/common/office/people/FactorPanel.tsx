import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { desk, type deskClient, queries } from '../../../../desk/client.ts';
import { useKnownStatus } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { useTwo } from '../../office-fields/TwoFields.tsx';

type People = Awaited<ReturnType<typeof deskClient.account.list>>;
type PanelProps = { readonly list: People; readonly onOutcome: (sentence: string) => void };

/** Whether who keeps the office signs in with a code of a phone too, from which day on, and who has none yet. */
export function FactorPanel({ list, onOutcome }: PanelProps) {
  const { people } = useTexts();
  const practice = useKnownStatus((status) => status.practice);
  const [isAsked, setAsked] = useState(false);
  const { factorDay, accounts } = list;
  const lacking = accounts.filter(({ disabled, code, role }) => !disabled && !code && mayCall(role, 'keeper'));
  const act = factorDay === null ? people.askFactor : people.askChange;
  return (
    <Panel title={people.askedOf} sx={{ gap: 2 }} shrink={false}>
      <Text>
        {factorDay === null ? people.askedOff : people.askedOn(formatDate(factorDay))}{' '}
        {practice && people.askedPractice}
      </Text>
      <Text size="note" tone={factorDay !== null && lacking.length > 0 ? 'late' : 'secondary'}>
        {lacking.length === 0
          ? people.askedAll
          : people.askedLacking(lacking.map(({ fullName }) => fullName).join(', '))}
      </Text>
      <Row gap={1} align="center">
        <ActionButton keys="Alt+N" label={act} onAct={() => setAsked(true)} />
      </Row>
      {isAsked && (
        <RequireFactor
          two={list.two}
          day={factorDay}
          onClose={() => setAsked(false)}
          onDone={(sentence) => {
            setAsked(false);
            onOutcome(sentence);
            void queries.invalidateQueries({ queryKey: desk.account.key() });
          }}
        />
      )}
    </Panel>
  );
}

type RequireProps = {
  readonly two: boolean;
  readonly day: string | null;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
};

function RequireFactor({ two, day, onClose, onDone }: RequireProps) {
  const { common, office, people } = useTexts();
  const today = useKnownStatus(({ now }) => now.slice(0, 10));
  const [way, setWay] = useState<'day' | 'none'>(day === null ? 'day' : 'none');
  const [from, setFrom] = useState(formatDate(day ?? today));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const both = useTwo(two, tried);
  const first = parseDate(from);
  const isDay = way === 'none' || first?.length === 10;
  const require = useMutation(
    desk.account.requireFactor.mutationOptions({
      onSuccess: (_done, asked) =>
        onDone(asked.from === null ? people.askDropped : people.askDone(formatDate(asked.from))),
    }),
  );

  function submit(): void {
    setTried(true);
    if (!isDay || !saysSomething(reason) || !both.isWhole || require.isPending) return;
    require.mutate({ from: way === 'none' ? null : (first ?? null), reason, ...both.said });
  }

  return (
    <Dialog
      title={people.askedOf}
      onClose={onClose}
      act={{ label: people.askFactorAct, onAct: submit, disabled: require.isPending }}
    >
      <Text>{people.askFactorSay}</Text>
      <Segmented
        label={people.askWay}
        value={way}
        onChange={setWay}
        choices={(['day', 'none'] as const).map((value) => ({ value, label: people.askWays[value] }))}
      />
      {way === 'day' && (
        <Field
          label={people.askFrom}
          value={from}
          error={tried && !isDay ? common.issues.date : undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
      )}
      <Field
        label={office.why}
        autoFocus
        value={reason}
        error={tried && !saysSomething(reason) ? office.reasonShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {both.fields}
      <FaultNote error={require.error} />
    </Dialog>
  );
}
