import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

/** Who may do what, since when, and whether they come and look: looked through every six months by who keeps the office (TCVN 14423:2026). */
export function AccessReview({ onOutcome }: { readonly onOutcome: (sentence: string) => void }) {
  const { common, people } = useTexts();
  const { data, error } = useQuery(desk.account.review.queryOptions({ input: {} }));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const reviewed = useMutation(
    desk.account.reviewed.mutationOptions({
      onSuccess: () => {
        setNote('');
        setTried(false);
        onOutcome(people.reviewed);
      },
    }),
  );
  if (data === undefined) return <FaultNote error={error} />;
  const { last, due, accounts } = data;
  const day = (moment: string | null) => (moment === null ? '–' : formatDate(moment.slice(0, 10)));

  function submit(): void {
    setTried(true);
    if (saysSomething(note) && !reviewed.isPending) reviewed.mutate({ note });
  }

  return (
    <Panel title={people.review} sx={{ gap: 2 }} shrink={false}>
      <Text size="note" tone="secondary">
        {people.reviewSay}
      </Text>
      <Text>
        {last === null ? people.reviewNever : people.reviewLast(last.by, day(last.at), last.note)}{' '}
        {due !== null && people.reviewDue(formatDate(due))}
      </Text>
      <Table
        label={people.review}
        columns={people.reviewColumns}
        rows={accounts
          .filter(({ disabled }) => !disabled)
          .map(({ username, fullName, role, roleSince, lastSignInAt, passwordSetAt, code, lookUps }) => ({
            key: username,
            cells: [
              `${fullName} (${username})`,
              `${common.roles[role]}, ${day(roleSince)}`,
              day(lastSignInAt),
              day(passwordSetAt),
              code ? people.yes : people.no,
              String(lookUps),
            ],
          }))}
      />
      <FaultNote error={reviewed.error} />
      <Row gap={2} align="flex-end">
        <Field
          label={people.reviewNote}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={tried && !saysSomething(note) ? common.issues['reason-needed'] : undefined}
        />
        <Button variant="outlined" onClick={submit} disabled={reviewed.isPending}>
          {people.reviewDone}
        </Button>
      </Row>
    </Panel>
  );
}
