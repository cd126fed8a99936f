import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Text } from '../../../parts/layout/primitives.ts';
import { formatDate, formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { Requests } from './Requests.tsx';

/** What a supervisor stands for beside somebody else: changes of accounts, and receipts that one person made void. */
export function ToApprove() {
  return (
    <Column height="100%" gap={3} scroll>
      <Requests arrows />
      <Corrections />
    </Column>
  );
}

function Corrections() {
  const { people } = useTexts();
  const { go } = usePlace();
  const { data, error } = useQuery(desk.work.loneCorrections.queryOptions({ input: {} }));
  const countersign = useMutation(desk.work.countersign.mutationOptions());
  const corrections = data?.corrections ?? [];
  return (
    <Panel title={people.corrections} sx={{ gap: 2 }} shrink={false}>
      <Text size="note" tone="secondary">
        {people.correctionsSay}
      </Text>
      <FaultNote error={error ?? countersign.error} />
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
              <Button
                key="sign"
                aria-label={people.countersignOf(number)}
                disabled={countersign.isPending}
                onClick={() => countersign.mutate({ caseId, requestId })}
              >
                {people.countersign}
              </Button>,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
