import type { WallFigure, WallFigures } from '../../../../electron/contract/counter/work/wall.ts';
import { LineChart } from '../../../parts/chart/LineChart.tsx';
import { Block, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatCount, formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Asking } from './chart/Asking.tsx';
import { Bars } from './chart/Bars.tsx';
import type { Asked } from './chart/asked.ts';
import { far } from './chart/far.ts';
import {
  type WallWords,
  counterRows,
  handledRows,
  peopleRows,
  procedureRows,
  standingRows,
  timeText,
} from './chart/rows.ts';
import { WallPart } from './chart/WallPart.tsx';

type Ask = (asked: Asked) => void;

type TodayProps = {
  readonly figures: WallFigures;
  readonly onAsk: Ask;
  readonly onIntake: (() => void) | undefined;
  readonly onAll: (which: WholeList) => void;
};

/** More would push the page below the edge of a small window; the others are one key away. */
const [fewPlaces, fewProcedures, fewCounters, fewPeople] = [4, 9, 7, 7];

/** What presses now: promises, the day, what waits, what is owed, where files stand still. */
export function Today({ figures, onAsk, onIntake, onAll }: TodayProps) {
  const { wall } = useTexts();
  const { promised, today, waiting, unpaid, intake, handledHours, counters, still } = figures;
  const figure = (name: WallFigure, label: string, value: number, tone: Tone = 'ink') => (
    <Figure asked={{ figure: name, says: label }} label={label} value={value} tone={tone} onAsk={onAsk} />
  );
  return (
    <>
      <WallPart title={wall.promised} note={wall.promisedHolds}>
        <Grid columns={inARow(5)} gap={3}>
          {figure('late', wall.late, promised.late, promised.late > 0 ? 'late' : 'good')}
          {figure('today', wall.today, promised.today, promised.today > 0 ? 'soon' : 'ink')}
          {figure('within24h', wall.within24h, promised.within24h)}
          {figure('within48h', wall.within48h, promised.within48h)}
          {figure('later', wall.later, promised.later)}
        </Grid>
      </WallPart>
      <Row wrap gap={3} css={beside}>
        <WallPart
          room={3}
          title={wall.done}
          note={handledHours === null ? wall.noneDone : wall.handled(timeText(handledHours, wall))}
        >
          <Grid columns={inARow(3)} gap={3} align="start">
            {figure('received', wall.received, today.received)}
            {figure('finished', wall.finished, today.finished)}
            {figure('returned', wall.returned, today.returned)}
          </Grid>
        </WallPart>
        <WallPart
          title={wall.waiting}
          note={
            <>
              {waitingText(waiting, wall)}
              {waiting.resultsOverWeek > 0 && (
                <>
                  {' · '}
                  <Asking
                    asked={{ figure: 'resultsOverWeek', says: wall.resultsOverWeek }}
                    onAsk={onAsk}
                    count={waiting.resultsOverWeek}
                    inline
                  >
                    {wall.overWeek(formatCount(waiting.resultsOverWeek))}
                  </Asking>
                </>
              )}
            </>
          }
          room={4}
        >
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
        </WallPart>
        <WallPart
          title={wall.unpaid}
          note={wall.owed(formatMoney(unpaid.amount))}
          room={2.4}
          foot={
            <>
              {unpaid.returned > 0 && (
                <Way
                  asked={{ figure: 'unpaidReturned', says: `${wall.unpaid}: ${wall.unpaidReturned('').trim()}` }}
                  says={wall.unpaidReturned(formatCount(unpaid.returned))}
                  onAsk={onAsk}
                />
              )}
              {unpaid.unknown > 0 && (
                <Way
                  asked={{ figure: 'unpaidUnknown', says: `${wall.unpaid}: ${wall.unpaidUnknown('').trim()}` }}
                  says={wall.unpaidUnknown(formatCount(unpaid.unknown))}
                  onAsk={onAsk}
                />
              )}
            </>
          }
        >
          <Grid columns="minmax(0, 1fr)" gap={3}>
            {figure('unpaid', wall.unpaidFiles, unpaid.files)}
          </Grid>
        </WallPart>
      </Row>
      <Row wrap gap={3} css={beside}>
        <WallPart title={wall.counters} room={3.6}>
          <Bars
            label={wall.counters}
            onAsk={onAsk}
            rows={counters
              .filter(({ files }) => files > 0)
              .map(({ code, files, received, finished, returned }) => ({
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
        </WallPart>
        <WallPart title={wall.still} room={3.1}>
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
        </WallPart>
        <WallPart title={wall.standing} room={3.1}>
          <Bars
            label={wall.standing}
            onAsk={onAsk}
            rows={standingRows(figures, wall)}
            most={fewPlaces}
            onAll={() => onAll('standing')}
          />
        </WallPart>
      </Row>
    </>
  );
}

/** So many figures in a row; none is narrower than its number, so that two never read as one. */
const inARow = (many: number) => `repeat(${many}, minmax(min-content, 1fr))`;

/** Parts beside each other as far as letters leave room for it, below each other where a person made them larger. */
const beside = { alignItems: 'stretch' } as const;

type DetailsProps = {
  readonly figures: WallFigures;
  readonly onAsk: Ask;
  readonly onAll: (which: WholeList) => void;
};

/** By procedure: what is open, and how long it took. */
export function Details({ figures, onAsk, onAll }: DetailsProps) {
  const { wall } = useTexts();
  const { procedures, handled } = figures;
  /** As long as the page has room for it, also where each name needs two. */
  const nameLines = Math.max(procedures.length, handled.length) <= 5 ? 2 : 1;
  const bars = { large: true, nameLines, onAsk, most: fewProcedures } as const;
  return (
    <Row wrap gap={3} css={beside}>
      <WallPart title={wall.procedures} large room={5}>
        <Bars label={wall.procedures} rows={procedureRows(figures, wall)} onAll={() => onAll('procedures')} {...bars} />
      </WallPart>
      <WallPart title={wall.times} large room={5}>
        <Bars label={wall.times} rows={handledRows(figures, wall)} onAll={() => onAll('handled')} {...bars} />
      </WallPart>
    </Row>
  );
}

/** By counter, and by person where the office allows it. */
export function Desks({ figures, onAsk, onAll }: DetailsProps) {
  const { wall } = useTexts();
  return (
    <Row wrap gap={3} css={beside}>
      <WallPart
        title={wall.byCounter}
        large
        room={5}
        note={figures.people === null ? `${wall.counterHolds} ${wall.nobodyNamed}` : wall.counterHolds}
      >
        <Bars
          label={wall.byCounter}
          rows={counterRows(figures, wall)}
          onAsk={onAsk}
          most={fewCounters}
          onAll={() => onAll('counters')}
        />
      </WallPart>
      {figures.people !== null && (
        <WallPart title={wall.people} large room={5} note={wall.personHolds}>
          <Bars
            label={wall.people}
            rows={peopleRows(figures, wall)}
            onAsk={onAsk}
            most={fewPeople}
            onAll={() => onAll('people')}
          />
        </WallPart>
      )}
    </Row>
  );
}

type WholeProps = { readonly which: WholeList; readonly figures: WallFigures; readonly onAsk: Ask };

/** All of a list of which the wall shows the first ones. */
export function Whole({ which, figures, onAsk }: WholeProps) {
  const { wall } = useTexts();
  const label = wholeNames(wall)[which];
  return (
    <WallPart title={label} large>
      <Bars label={label} rows={wholeRows[which](figures, wall)} onAsk={onAsk} />
    </WallPart>
  );
}

const wholeRows = {
  standing: standingRows,
  procedures: procedureRows,
  handled: handledRows,
  counters: counterRows,
  people: peopleRows,
} as const;

export type WholeList = keyof typeof wholeRows;

export const wholeNames = (wall: WallWords): Readonly<Record<WholeList, string>> => ({
  standing: wall.standing,
  procedures: wall.procedures,
  handled: wall.times,
  counters: wall.byCounter,
  people: wall.people,
});

/** How the last two weeks went, day by day. */
export function Course({ figures: { course }, onAsk }: Pick<DetailsProps, 'figures' | 'onAsk'>) {
  const { wall } = useTexts();
  return (
    <WallPart title={wall.course} large>
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
        height={440}
        told={false}
        letters={23}
        keySize={far(23)}
      />
      <CourseDays course={course} onAsk={onAsk} />
    </WallPart>
  );
}

type CourseDaysProps = { readonly course: WallFigures['course']; readonly onAsk: Ask };

/** The same numbers as they are, each with the way to its files. */
function CourseDays({ course, onAsk }: CourseDaysProps) {
  const { wall } = useTexts();
  const dayOf = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;
  const lines = [
    { label: wall.received, figure: 'receivedOn', of: ({ received }: WallFigures['course'][number]) => received },
    { label: wall.finished, figure: 'finishedOn', of: ({ finished }: WallFigures['course'][number]) => finished },
  ] as const;
  return (
    <Block
      as="table"
      aria-label={wall.course}
      css={{
        width: '100%',
        tableLayout: 'fixed',
        fontSize: far(17),
        borderCollapse: 'collapse',
        '& th': { fontWeight: 400, textAlign: 'left' },
      }}
    >
      <thead>
        <tr>
          <Block as="td" css={{ width: '7em' }} />
          {course.map(({ day }) => (
            <th key={day} scope="col">
              {dayOf(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, figure, of }) => (
          <tr key={figure}>
            <th scope="row">{label}</th>
            {course.map((one) => {
              const count = of(one);
              const says = `${label} ${dayOf(one.day)}`;
              return (
                <td key={one.day}>
                  {count === null || count === 0 ? (
                    (count ?? <span title={wall.courseUnknown}>–</span>)
                  ) : (
                    <Asking
                      asked={{ figure, key: one.day, says }}
                      onAsk={onAsk}
                      count={count}
                      label={`${says}: ${formatCount(count)}`}
                      inline
                    >
                      {formatCount(count)}
                    </Asking>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Block>
  );
}

function waitingText({ papersHours, resultsHours }: WallFigures['waiting'], wall: WallWords): string {
  return [
    papersHours === null ? '' : wall.papersFor(timeText(papersHours, wall)),
    resultsHours === null ? '' : wall.resultsFor(timeText(resultsHours, wall)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

type WayProps = { readonly asked: Asked; readonly says: string; readonly onAsk: Ask };

/** A line that leads to its files. */
function Way({ asked, says, onAsk }: WayProps) {
  return (
    <Block>
      <Asking asked={asked} onAsk={onAsk} count={1} inline>
        <Text css={{ fontSize: far(18), lineHeight: 1.25 }}>{says}</Text>
      </Asking>
    </Block>
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
