import type { ReactNode } from 'react';
import type { WallFigure, WallFigures } from '../../../../electron/contract/counter/work/wall.ts';
import { LineChart } from '../../../parts/chart/LineChart.tsx';
import { Column, Grid, Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { formatCount, formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Asking } from './chart/Asking.tsx';
import { Bars } from './chart/Bars.tsx';
import type { Asked } from './chart/asked.ts';
import { far } from './chart/far.ts';

type Ask = (asked: Asked) => void;

type TodayProps = {
  readonly figures: WallFigures;
  readonly onAsk: Ask;
  readonly onIntake: (() => void) | undefined;
};

/** What presses now: promises, the day, what waits, what is owed, where files stand still. */
export function Today({ figures, onAsk, onIntake }: TodayProps) {
  const { wall } = useTexts();
  const { promised, today, waiting, unpaid, intake, handledHours, counters, still, standing } = figures;
  const figure = (name: WallFigure, label: string, value: number, tone: Tone = 'ink') => (
    <Figure asked={{ figure: name, says: label }} label={label} value={value} tone={tone} onAsk={onAsk} />
  );
  return (
    <>
      <Part title={wall.promised} note={wall.promisedHolds}>
        <Grid columns={inARow(5)} gap={3}>
          {figure('late', wall.late, promised.late, promised.late > 0 ? 'late' : 'good')}
          {figure('today', wall.today, promised.today, promised.today > 0 ? 'soon' : 'ink')}
          {figure('within24h', wall.within24h, promised.within24h)}
          {figure('within48h', wall.within48h, promised.within48h)}
          {figure('later', wall.later, promised.later)}
        </Grid>
      </Part>
      <Row wrap gap={3} css={beside}>
        <Part
          room={3}
          title={wall.done}
          note={handledHours === null ? wall.noneDone : wall.handled(timeText(handledHours, wall))}
        >
          <Grid columns={inARow(3)} gap={3} align="start">
            {figure('received', wall.received, today.received)}
            {figure('finished', wall.finished, today.finished)}
            {figure('returned', wall.returned, today.returned)}
          </Grid>
        </Part>
        <Part title={wall.waiting} note={waitingText(waiting, wall)} room={4}>
          <Grid columns={inARow(4)} gap={3} align="start">
            <Figure
              asked={{ figure: 'received', key: 'intake', says: wall.intake }}
              label={wall.intake}
              value={intake}
              onAsk={onIntake ?? (() => undefined)}
            />
            {figure('papers', wall.papers, waiting.papers)}
            {waiting.resultsOverWeek > 0
              ? figure('results', wall.results, waiting.results, 'soon')
              : figure('results', wall.results, waiting.results)}
            {figure('papersAway', wall.papersAway, waiting.papersAway, waiting.papersAway > 0 ? 'late' : 'ink')}
          </Grid>
        </Part>
        <Part title={wall.unpaid} note={wall.owed(formatMoney(unpaid.amount))} room={2.4}>
          <Grid columns="minmax(0, 1fr)" gap={3}>
            {figure('unpaid', unpaidText(unpaid, wall), unpaid.files)}
          </Grid>
        </Part>
      </Row>
      <Row wrap gap={3} css={beside}>
        <Part title={wall.counters} room={3.6}>
          <Bars
            label={wall.counters}
            onAsk={onAsk}
            rows={counters.map(({ code, files, received, finished, returned }) => ({
              asked: { figure: 'counter', key: code, says: wall.counter(code) },
              label: code,
              value: received,
              marked: 0,
              files,
              says: wall.counterSays(
                formatCount(files),
                formatCount(received),
                formatCount(finished),
                formatCount(returned),
              ),
            }))}
          />
        </Part>
        <Part title={wall.still} room={3.1}>
          <Bars
            label={wall.still}
            onAsk={onAsk}
            rows={still.map(({ days, files }, nth) => {
              const label = wall.stillDays(days, still[nth + 1]?.days);
              return {
                asked: { figure: 'still', key: String(days), says: `${wall.still}: ${label}` },
                label,
                value: files,
                marked: days >= 15 ? files : 0,
                says: formatCount(files),
              };
            })}
          />
        </Part>
        <Part title={wall.standing} room={3.1}>
          <Bars
            label={wall.standing}
            onAsk={onAsk}
            rows={standing.slice(0, 4).map(({ at, agency, files }) => {
              const label = at === 'agency' ? agency : wall.standingAt[at];
              return {
                asked: { figure: 'standing', key: `${at} ${agency}`, says: `${wall.standing}: ${label}` },
                label,
                value: files,
                marked: 0,
                says: formatCount(files),
              };
            })}
          />
        </Part>
      </Row>
    </>
  );
}

/** So many figures in a row; none is narrower than its number, so that two never read as one. */
const inARow = (many: number) => `repeat(${many}, minmax(min-content, 1fr))`;

/** Parts beside each other as far as letters leave room for it, below each other where a person made them larger. */
const beside = { alignItems: 'stretch' } as const;

/** So many have room in letters for three metres; more stand two by two, in those of the first page. */
const fewPeople = 2;

type DetailsProps = { readonly figures: WallFigures; readonly onAsk: Ask };

/** By procedure, and by person where the office allows it. */
export function Details({ figures, onAsk }: DetailsProps) {
  const { wall } = useTexts();
  const { procedures, handled, people } = figures;
  const nameOf = (name: string) => (name === '' ? wall.otherProcedure : name);
  // Under them persons have to find room, where the office shows them.
  const most = people === null ? 8 : 6;
  /** As long as the page has room for it, also where each name needs two. */
  const nameLines = people === null && Math.max(procedures.length, handled.length) <= 5 ? 2 : 1;
  return (
    <>
      <Row wrap gap={3} css={beside}>
        <Part title={wall.procedures} large room={5}>
          <Bars
            label={wall.procedures}
            large
            nameLines={nameLines}
            onAsk={onAsk}
            rows={procedures.slice(0, most).map(({ code, name, open, late }) => ({
              asked: { figure: 'procedure', key: code, says: nameOf(name) },
              label: nameOf(name),
              value: open,
              marked: late,
              says: wall.openLate(formatCount(open), formatCount(late)),
            }))}
          />
        </Part>
        <Part title={wall.times} large room={5}>
          <Bars
            label={wall.times}
            large
            nameLines={nameLines}
            onAsk={onAsk}
            rows={handled.slice(0, most).map(({ code, name, files, hours, late }) => ({
              asked: { figure: 'handled', key: code, says: `${wall.times}: ${nameOf(name)}` },
              label: nameOf(name),
              value: hours,
              marked: 0,
              files,
              says: wall.took(timeText(hours, wall), formatCount(files), formatCount(late)),
            }))}
          />
        </Part>
      </Row>
      {people !== null && (
        <Part title={wall.people} large>
          <Bars
            label={wall.people}
            large={people.length <= fewPeople}
            columns={people.length <= fewPeople ? 1 : 2}
            onAsk={onAsk}
            rows={people.map(({ username, name, open, late, finishedToday }) => ({
              asked: { figure: 'person', key: username, says: name },
              label: name,
              value: open,
              marked: late,
              says: `${wall.openLate(formatCount(open), formatCount(late))} · ${wall.finishedToday(formatCount(finishedToday))}`,
            }))}
          />
        </Part>
      )}
    </>
  );
}

/** How the last two weeks went, day by day. */
export function Course({ figures: { course } }: { readonly figures: WallFigures }) {
  const { wall } = useTexts();
  return (
    <Part title={wall.course} large>
      <LineChart
        label={wall.course}
        along={course.map(({ day }) => `${day.slice(8)}/${day.slice(5, 7)}`)}
        lines={[
          { name: wall.received, values: course.map(({ received }) => received) },
          { name: wall.finished, values: course.map(({ finished }) => finished) },
        ]}
        format={formatCount}
        notKnown={wall.courseUnknown}
        width={1310}
        height={560}
        letters={23}
        keySize={far(23)}
      />
    </Part>
  );
}

type Words = ReturnType<typeof useTexts>['wall'];

/** Hours while they are few, days of the clock after that; one decimal. */
function timeText(hours: number, wall: Words): string {
  const text = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  return hours < 48 ? wall.hours(text(hours)) : wall.days(text(hours / 24));
}

function waitingText({ papersHours, resultsHours, resultsOverWeek }: WallFigures['waiting'], wall: Words): string {
  return [
    papersHours === null ? '' : wall.papersFor(timeText(papersHours, wall)),
    resultsHours === null ? '' : wall.resultsFor(timeText(resultsHours, wall)),
    resultsOverWeek === 0 ? '' : wall.overWeek(formatCount(resultsOverWeek)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function unpaidText({ returned, unknown }: WallFigures['unpaid'], wall: Words): string {
  return [
    wall.unpaidFiles,
    returned === 0 ? '' : wall.unpaidReturned(formatCount(returned)),
    unknown === 0 ? '' : wall.unpaidUnknown(formatCount(unknown)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

type PartProps = {
  readonly title: string;
  readonly note?: string;
  readonly large?: boolean;
  /** Beside others: its share of the room, which is also the least it needs, in letters. */
  readonly room?: number;
  readonly children: ReactNode;
};

function Part({ title, note = '', large = false, room, children }: PartProps) {
  return (
    <Surface
      ground="panel"
      padding={3}
      radius={10}
      css={{
        ...(room === undefined ? {} : { flex: `${room} 1 ${room * 6.5}rem`, minWidth: 'min-content' }),
        // On paper there is no ground to stand out from, and two lists beside each other are one sheet.
        '@media print': {
          breakInside: 'avoid',
          border: '1px solid var(--hairline)',
          ...(room === undefined ? {} : { flexBasis: 0 }),
        },
      }}
    >
      <Column as="section" gap={2} aria-label={title}>
        <Text weight={700} css={{ fontSize: far(large ? 25 : 20) }}>
          {title}
        </Text>
        {children}
        {note !== '' && <Text css={{ fontSize: far(18), lineHeight: 1.25 }}>{note}</Text>}
      </Column>
    </Surface>
  );
}

type Tone = 'ink' | 'late' | 'soon' | 'good';

type FigureProps = {
  readonly asked: Asked;
  readonly label: string;
  readonly value: number;
  readonly tone?: Tone;
  readonly onAsk: Ask;
};

function Figure({ asked, label, value, tone = 'ink', onAsk }: FigureProps) {
  return (
    <Asking asked={asked} onAsk={onAsk} count={value}>
      <Text weight={700} tone={tone} css={{ fontSize: far(60), lineHeight: 1, fontVariantNumeric: 'tabular-nums' }}>
        {formatCount(value)}
      </Text>
      <Text css={{ fontSize: far(20), lineHeight: 1.2 }}>{label}</Text>
    </Asking>
  );
}
