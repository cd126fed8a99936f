import type { WallFigures } from '../../../../electron/contract/counter/work/wall.ts';
import { Row } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { Bars } from './chart/Bars.tsx';
import type { Asked } from './chart/asked.ts';
import { type WallWords, counterRows, handledRows, peopleRows, procedureRows, standingRows } from './chart/rows.ts';
import { WallPart, beside } from './chart/WallPart.tsx';

type Ask = (asked: Asked) => void;

/** More would push the page below the edge of a small window; the others are one key away. */
const [fewProcedures, fewCounters, fewPeople] = [9, 7, 7];

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
