import type { WallFigure, WallFigures } from '../../../../electron/contract/counter/work/wall.ts';
import { Block, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatCount, formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Asking } from './chart/Asking.tsx';
import { Bars } from './chart/Bars.tsx';
import type { Asked } from './chart/asked.ts';
import { far } from './chart/far.ts';
import { type WallWords, standingRows, timeText } from './chart/rows.ts';
import { WallPart, beside } from './chart/WallPart.tsx';
import type { WholeList } from './Groups.tsx';

type Ask = (asked: Asked) => void;

type TodayProps = {
  readonly figures: WallFigures;
  readonly onAsk: Ask;
  readonly onIntake: (() => void) | undefined;
  readonly onAll: (which: WholeList) => void;
};

/** More would push the page below the edge of a small window; the others are one key away. */
const fewPlaces = 4;

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
