import { useQuery } from '@tanstack/react-query';
import type { CityRow } from '../../../../../electron/contract/centre/city/city.ts';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

/** Rows of the newest cases as they go, every value of them: for whoever answers for the protection of data. */
export function CitySample() {
  const { city } = useTexts();
  const { data, error } = useQuery(desk.city.sample.queryOptions({ input: { cases: 10 } }));
  const rows = (data?.cases ?? []).flatMap(({ number, rows: all }) => all.map((row, at) => ({ number, row, at })));
  return (
    <>
      <PanelTitle>{city.sampleTitle}</PanelTitle>
      <FaultNote error={error} />
      {data !== undefined && rows.length === 0 && <Text>{city.sampleNone}</Text>}
      {rows.length > 0 && (
        <Table
          label={city.sampleTitle}
          columns={city.columns}
          rows={rows.map(({ number, row, at }) => ({
            key: `${row.caseKey} ${at}`,
            cells: [at === 0 ? number : '', ...cellsOf(row, city)],
          }))}
        />
      )}
    </>
  );
}

type Words = ReturnType<typeof useTexts>['city'];

function cellsOf(row: CityRow, city: Words): string[] {
  const { kinds, channels, levels, hows, lates } = city;
  const word = (of: Readonly<Record<string, string>>, key: string | number | null) =>
    key === null ? city.empty : (of[String(key)] ?? String(key));
  return [
    row.caseKey,
    `${formatDate(row.day)} ${word(kinds, row.kind)}${row.ours ? '' : `, ${city.notOurs}`}`,
    `${row.procedure ?? city.rare}; ${row.field === '' ? city.ownField : row.field}`,
    `${word(channels, row.channel)}; ${row.level === null ? city.levelUnknown : word(levels, row.level)}`,
    formatDate(row.received),
    row.ended === null ? city.empty : `${formatDate(row.ended)} ${word(hows, row.how)}`,
    row.due === null ? word(lates, row.late) : city.until(formatDate(row.due)),
    row.portalDue === null
      ? row.portal === null
        ? city.empty
        : city.inTime(row.portal)
      : city.until(formatDate(row.portalDue)),
    `${city.owes(row.owes)}${row.cash ? `; ${city.cash}` : ''}`,
    row.minutes === null ? city.empty : String(row.minutes),
  ];
}
