import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { desk } from '../../../../desk/client.ts';
import { usePlace } from '../../../../desk/places.ts';
import { roleOf, todayOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Panel, PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { formatCount, formatDate, formatDateTime, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { MissingPapers } from '../../../counter/kit/MissingPapers.tsx';
import { KitSheets } from '../../../counter/kit/KitSheets.tsx';
import { NumberGaps } from './NumberGaps.tsx';
import { Table } from '../Table.tsx';

/** Used, skipped and next numbers of a day: each gap can be explained. */
export function NumbersPart() {
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
        rows={(data?.blocks ?? []).map(
          ({ first, last, used, void: voided, setAside, voidSheets, skipped, passedOver, next }) => ({
            key: String(first),
            cells: [
              `${first}–${last}`,
              formatCount(used),
              voided.map(({ serial, supersededBy }) => correction.voidBy(serial, supersededBy)).join(', ') ||
                common.none,
              runsOf(setAside).join(', ') || common.none,
              runsOf(voidSheets).join(', ') || common.none,
              [...runsOf(skipped), ...passedOver.map((run) => office.passedOver(runText(run)))].join(', ') ||
                office.noneSkipped,
              next === null ? office.full : String(next),
            ],
          }),
        )}
      />
      <NumberGaps />
      <PassedOver />
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
  return runs.map(runText);
}

function runText({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** What restores passed over, with which restore it was, and whether the papers given since are entered again; nothing where there was none. */
function PassedOver() {
  const { kit } = useTexts();
  const words = kit.missing;
  const { data } = useQuery(desk.office.restores.queryOptions({ input: {} }));
  const restores = (data?.restores ?? []).filter(({ spent }) => spent.length > 0);
  if (restores.length === 0) return null;
  return (
    <>
      <PanelTitle>{words.list}</PanelTitle>
      <MissingPapers />
      <Table
        label={words.list}
        columns={words.columns}
        rows={restores.flatMap(({ restored, why, at, madeAt, spent, entered }) =>
          spent.map(({ kind, of, ...run }) => ({
            key: `${restored} ${kind} ${of}`,
            cells: [
              `${words.kinds[kind](kind === 'case' || kind === 'hand-over' ? formatDate(of) : of)}: ${runText(run)}`,
              formatDateTime(at),
              words.why[why](formatDateTime(madeAt)),
              kind !== 'case'
                ? ''
                : entered === null
                  ? words.waits
                  : words.enteredBy(entered.byName, formatDateTime(entered.at)),
            ],
          })),
        )}
      />
    </>
  );
}
