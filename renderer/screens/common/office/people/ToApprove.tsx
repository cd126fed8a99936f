import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { usePlace } from '../../../../desk/places.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Column, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate, formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { CountersignDialog } from '../../../counter/correction/CountersignDialog.tsx';
import { Table } from '../Table.tsx';
import { AccessReview } from './AccessReview.tsx';
import { Requests } from './Requests.tsx';

/** What a supervisor stands for beside somebody else: changes of accounts, and receipts that one person made void. */
export function ToApprove() {
  const [outcome, setOutcome] = useState('');
  return (
    <Column height="100%" gap={3} scroll>
      <OutcomeLine tone="good">{outcome}</OutcomeLine>
      <Requests arrows onOutcome={setOutcome} />
      <Corrections onOutcome={setOutcome} />
      <AccessReview onOutcome={setOutcome} />
    </Column>
  );
}

function Corrections({ onOutcome }: { readonly onOutcome: (sentence: string) => void }) {
  const { people } = useTexts();
  const { go } = usePlace();
  const { data, error } = useQuery(desk.work.loneCorrections.queryOptions({ input: {} }));
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const corrections = data?.corrections ?? [];
  const looked = corrections.find(({ requestId }) => requestId === asked);
  return (
    <Panel title={people.corrections} sx={{ gap: 2 }} shrink={false}>
      <Text size="note" tone="secondary">
        {people.correctionsSay}
      </Text>
      <FaultNote error={error} />
      {corrections.length === 0 ? (
        <Text tone="secondary">{people.noCorrections}</Text>
      ) : (
        <Table
          label={people.corrections}
          columns={people.correctionColumns}
          rows={corrections.map(({ caseId, requestId, number, reissue, at, byName, reason, until, late }) => ({
            key: requestId,
            cells: [
              <Button key="case" onClick={() => go({ screen: 'case', caseId })}>
                {number} {reissue !== null && `(${people.reissue(reissue)})`}
              </Button>,
              `${byName} · ${formatDateTime(at)}`,
              reason,
              <Text tone={late ? 'late' : 'ink'} key="until">
                {late ? people.lateSince(formatDate(until)) : formatDate(until)}
              </Text>,
              <Button key="sign" aria-label={people.countersignOf(number)} onClick={() => setAsked(requestId)}>
                {people.countersignLook}
              </Button>,
            ],
          }))}
        />
      )}
      {looked !== undefined && (
        <CountersignDialog
          correction={looked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            onOutcome(people.countersigned(looked.number));
          }}
        />
      )}
    </Panel>
  );
}
