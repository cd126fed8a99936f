import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

const kinds = ['office', 'look-ups'] as const;
const page = 100;

/** Who did what to accounts, keys and settings, and who looked at whom. Whom and why are for a supervisor's eyes. */
export function LogPart() {
  const { caseFile, log } = useTexts();
  const seesWhom = useKnownStatus(userOf)?.role === 'supervisor';
  const [of, setOf] = useState<(typeof kinds)[number]>('office');
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(
    desk.account.log.infiniteOptions({
      input: (before: string | undefined) => ({ of, limit: page, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ lines }) => (lines.length < page ? undefined : lines.at(-1)?.at),
    }),
  );
  const lines = data?.pages.flatMap(({ lines: some }) => some) ?? [];
  const columns = [log.at, log.by, log.what, log.number, ...(seesWhom ? [log.whom, log.why] : [])];
  return (
    <Panel title={log.title} sx={{ gap: 2, height: '100%', minHeight: 0 }}>
      <Row gap={4} align="center" wrap>
        <Segmented
          label={log.title}
          hideLabel
          value={of}
          onChange={setOf}
          choices={kinds.map((value) => ({ value, label: log.kinds[value] }))}
        />
        <Text size="note" tone="secondary">
          {seesWhom ? log.say[of] : log.notWhom}
        </Text>
      </Row>
      <FaultNote error={error} />
      <Column grow minHeight={0} scroll tabIndex={0}>
        <Table
          label={log.title}
          columns={columns}
          rows={lines.map(({ at, by, second, type, outcome, paper, number, whom, why }, index) => ({
            key: String(index),
            cells: [
              formatDateTime(at),
              second === null ? (by ?? log.nobody) : log.both(by ?? log.nobody, wordOf(log.standIns, second)),
              [
                wordOf(log.types, outcome === null ? type : `${type}-${outcome}`),
                ...(paper === null ? [] : [wordOf(caseFile.forms, paper)]),
              ].join(': '),
              number ?? '',
              ...(seesWhom ? [whom ?? '', why ?? ''] : []),
            ],
          }))}
        />
        {lines.length === 0 && !isFetching && <Text tone="secondary">{log.none}</Text>}
        {hasNextPage && (
          <Row marginTop={3}>
            <Button onClick={() => void fetchNextPage()} disabled={isFetching}>
              {log.more}
            </Button>
          </Row>
        )}
      </Column>
    </Panel>
  );
}

/** What a later version writes has no word here yet: then its own. */
function wordOf(words: Readonly<Record<string, string>>, type: string): string {
  return words[type] ?? type;
}
