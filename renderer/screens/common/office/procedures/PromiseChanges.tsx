import { useQuery } from '@tanstack/react-query';
import { desk, goodForMs } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { formatCount, formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

/** The receipts that the calendar of today would have dated otherwise, and whom to call. Nothing here moves a date. */
export function PromiseChanges() {
  const { common, office } = useTexts();
  const { promises } = office;
  const { data, error } = useQuery(desk.office.promiseChanges.queryOptions({ input: {}, staleTime: goodForMs }));
  return (
    <Panel title={office.parts.promises} sx={{ height: '100%', gap: 3 }}>
      <Text size="note" tone="secondary">
        {promises.stand}
      </Text>
      <FaultNote error={error} />
      {data !== undefined && data.changes.length === 0 && (
        <EmptyState title={promises.none}>{promises.looked(formatCount(data.looked))}</EmptyState>
      )}
      {data !== undefined && data.changes.length > 0 && (
        <Table
          label={office.parts.promises}
          columns={promises.columns}
          rows={data.changes.map(({ caseId, number, applicantName, phone, printed, wouldBe, days }) => ({
            key: caseId,
            cells: [
              number,
              applicantName,
              phone ?? common.none,
              formatDateTime(printed),
              wouldBe === null ? promises.beyond : formatDateTime(wouldBe),
              days === null ? '' : promises.days(days),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
