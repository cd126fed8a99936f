import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayCall } from '../../../electron/domain/office/call-roles.ts';
import { desk } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { roleOf, todayOf, useKnownStatus } from '../../desk/desk-status.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { Panel, PanelTitle } from '../../parts/layout/Panel.tsx';
import { Block, Text } from '../../parts/layout/primitives.ts';
import { formatCount, formatDate, parseDate } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { KitSheets } from '../kit/KitSheets.tsx';
import { Table } from './Table.tsx';

/** Used, skipped and next numbers of a day: each gap can be explained. */
export function Numbers() {
  const { common, correction, kit, office } = useTexts();
  const { go } = usePlace();
  const role = useKnownStatus(roleOf);
  const today = useKnownStatus(todayOf);
  const [typed, setTyped] = useState(() => formatDate(today));
  const date = parseDate(typed);
  const whole = date?.length === 10 ? date : undefined;
  const { data, error } = useQuery(
    desk.office.numbers.queryOptions({
      input: { date: whole ?? today },
      enabled: whole !== undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Panel title={office.parts.numbers} sx={{ height: '100%', gap: 3 }}>
      <Block width={160}>
        <Field
          label={office.day}
          value={typed}
          error={whole === undefined ? common.issues['date'] : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Block>
      <Text size="note" tone="secondary">
        {office.numbersHint}
      </Text>
      <FaultNote error={error} />
      <Table
        label={office.parts.numbers}
        columns={[
          office.block,
          office.used,
          correction.voidNumbers,
          kit.setAside,
          kit.voidSheets,
          office.skipped,
          office.next,
        ]}
        rows={(data?.blocks ?? []).map(({ first, last, used, void: voided, setAside, voidSheets, skipped, next }) => ({
          key: String(first),
          cells: [
            `${first}–${last}`,
            formatCount(used),
            voided.map(({ serial, supersededBy }) => correction.voidBy(serial, supersededBy)).join(', ') || common.none,
            runsOf(setAside).join(', ') || common.none,
            runsOf(voidSheets).join(', ') || common.none,
            skipped.length === 0 ? office.noneSkipped : runsOf(skipped).join(', '),
            next === null ? office.full : String(next),
          ],
        }))}
      />
      {/* Who keeps the machine receives no files, and has no sheets to enter. */}
      {role !== undefined && mayCall(role, 'clerk') && (
        <>
          <PanelTitle>{kit.list}</PanelTitle>
          <KitSheets onEnter={(sheet) => go({ screen: 'reception', sheet })} />
        </>
      )}
    </Panel>
  );
}

/** [3, 4, 5, 9] as `3–5`, `9`. */
function runsOf(numbers: readonly number[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = runs.at(-1);
    if (open !== undefined && open.last === number - 1) open.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
}
