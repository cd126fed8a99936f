import { hash } from 'node:crypto';
import type { Incentive } from '../../../contract/catalogue/lists.ts';
import type { Channel } from '../../../contract/base/values.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { dateOfDay, dayOfDate } from '../../../domain/base/civil-time.ts';
import type { CaseAction, RecordedAction } from '../../../domain/entries/case.ts';
import { type OpenFee, openAmount } from '../../../domain/counter/money/case-fees.ts';
import { type Owed, movesFees, owedOf } from '../../../domain/counter/money/owed.ts';
import { civilOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type RecordedBy, entriesOf } from '../../journal/entries.ts';
import { tie } from '../../journal/order.ts';

/** Keeps which files have fees open. The row of a file is what all of its entries come to, whichever of them is told. */
export function openFeeProjection(db: Db): {
  tell(caseId: number, at: number, action: CaseAction, by: RecordedBy): void;
  anew(caseId: number): void;
  drop(caseId: number): void;
} {
  const hasShape = preparedValue(db, 'SELECT 1 FROM fee_shape WHERE shape_id = ?');
  const addShape = prepared(db, 'INSERT INTO fee_shape (shape_id, fees, channel, procedure_code) VALUES (?, ?, ?, ?)');
  const keep = prepared(
    db,
    `INSERT INTO fee_open (case_id, shape_id, day, returned) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET shape_id = excluded.shape_id, day = excluded.day, returned = excluded.returned`,
  );
  const shapeOf = preparedValue(db, 'SELECT shape_id FROM fee_open WHERE case_id = ?');
  const away = prepared(db, 'DELETE FROM fee_open WHERE case_id = ?');
  const unused = prepared(
    db,
    'DELETE FROM fee_shape WHERE shape_id = @shape AND NOT EXISTS (SELECT 1 FROM fee_open WHERE shape_id = @shape)',
  );

  function put(caseId: number, owed: Owed | null): void {
    const before = shapeOf.get(caseId) as number | undefined;
    if (owed === null) {
      if (before === undefined) return;
      away.run(caseId);
      unused.run({ shape: before });
      return;
    }
    const { channel, procedureCode, day, returned } = owed;
    const fees = canonicalJson(owed.fees);
    const shape = shapeId(fees, channel, procedureCode);
    // Nearly every file is like one before it: looking costs a fifth of an insert that comes to nothing, whose JSON is checked first.
    if (shape !== before && hasShape.get(shape) === undefined) addShape.run(shape, fees, channel, procedureCode);
    keep.run(caseId, shape, dayOfDate(day), Number(returned));
    if (before !== undefined && before !== shape) unused.run({ shape: before });
  }

  const anew = (caseId: number) => put(caseId, owedOf(entriesOf<RecordedAction>(db, caseId)));
  return {
    tell: (caseId, at, action, { seq, actor, desk, deskSeq }) => {
      // Nothing but the reception is told yet, or what is told later is looked at with it.
      if (action.type === 'received') put(caseId, owedOf([{ seq, at: civilOf(at), actor, desk, deskSeq, action }]));
      else if (movesFees.has(action.type) && (shapeOf.get(caseId) !== undefined || mayOpen.has(action.type)))
        anew(caseId);
    },
    anew,
    drop: (caseId) => put(caseId, null),
  };
}

/** Acts after which something is open that was not before. */
const mayOpen: ReadonlySet<CaseAction['type']> = new Set<CaseAction['type']>([
  'corrected',
  'obligation-requested',
  'fees-refunded',
  'receipt-replaced',
  'resumed',
]);

/** 48 bits of a hash of what a shape says: the same in every file, and small. */
function shapeId(...parts: readonly string[]): number {
  return hash('sha256', parts.join('\n'), 'buffer').readUIntBE(0, 6);
}

/** Fills the tables of a file that was made before they were: once, when it is opened by a program that has them. */
export function deriveOpenFees(db: Db): void {
  const openFees = openFeeProjection(db);
  const ids = preparedValue(db, 'SELECT case_id FROM case_summary ORDER BY case_id').all() as number[];
  for (const caseId of ids) openFees.anew(caseId);
}

export type UnpaidSum = {
  readonly files: number;
  /** Whole đồng; fees whose amount nobody knows are in `unknown`. */
  readonly amount: number;
  readonly unknown: number;
  /** Files among them whose result was handed out. */
  readonly returned: number;
};

type Shape = {
  readonly shape: number;
  readonly fees: readonly OpenFee[];
  readonly channel: Channel;
  readonly procedureCode: string;
};

/** Where rules that may touch these fees begin or end: between two of these days all files alike are asked for the same. */
function borders(fees: readonly OpenFee[], incentives: readonly Incentive[]): readonly number[] {
  const touching = incentives.filter((one) => fees.some(({ name }) => one.fees.includes(name)));
  const days = touching.flatMap(({ from, until }) => [
    dayOfDate(from),
    ...(until === null ? [] : [dayOfDate(until) + 1]),
  ]);
  return [0, ...new Set(days)].toSorted((a, b) => a - b);
}

/** What is owed now, of all files: alike ones are counted at once, so it costs what there are kinds of fees and not of files. */
export function unpaidSum(db: Db, incentives: readonly Incentive[]): UnpaidSum {
  const count = preparedValue(
    db,
    'SELECT count(*) FROM fee_open WHERE shape_id = ? AND returned = ? AND day >= ? AND day < ?',
  );
  let [files, amount, unknown, given] = [0, 0, 0, 0];
  for (const { shape, ...alike } of shapes(db)) {
    const begins = borders(alike.fees, incentives);
    for (const returned of [0, 1])
      for (const [nth, begin] of begins.entries()) {
        const end = begins[nth + 1] ?? Number.MAX_SAFE_INTEGER;
        const owing = count.get(shape, returned, begin, end) as number;
        const asked = owing === 0 ? [] : askedOf(alike, begin, incentives);
        if (asked.length === 0) continue;
        files += owing;
        given += returned * owing;
        amount += owing * asked.reduce<number>((sum, one) => sum + (one ?? 0), 0);
        unknown += owing * asked.filter((one) => one === null).length;
      }
  }
  return { files, amount, unknown, returned: given };
}

function shapes(db: Db): readonly Shape[] {
  const rows = prepared(
    db,
    'SELECT shape_id AS shape, fees, channel, procedure_code AS procedureCode FROM fee_shape',
  ).all() as (Omit<Shape, 'fees'> & { fees: string })[];
  return rows.map((row) => ({ ...row, fees: JSON.parse(row.fees) as OpenFee[] }));
}

/** What is asked for each fee that is not taken off as a whole. */
function askedOf(
  { fees, channel, procedureCode }: Omit<Shape, 'shape'>,
  day: number,
  incentives: readonly Incentive[],
): readonly (number | null)[] {
  const rules = { incentives, channel, procedureCode, day: dateOfDay(day) };
  return fees.map((fee) => openAmount(fee, rules)).filter((one) => one !== 0);
}

/** What is asked for now of a file by its row of open fees; of alike files it is worked out once. */
function askedNow(db: Db, incentives: readonly Incentive[]): (row: OpenRow) => readonly (number | null)[] {
  const known = new Map(
    shapes(db).map(({ shape, ...alike }) => {
      const begins = borders(alike.fees, incentives);
      return [shape, begins.map((begin) => [begin, askedOf(alike, begin, incentives)] as const)] as const;
    }),
  );
  return ({ shape, day }) => known.get(shape)?.findLast(([begin]) => begin <= day)?.[1] ?? [];
}

type OpenRow = { readonly shape: number; readonly day: number };

/** What these files owe now, as `unpaidSum` counts it. */
export function unpaidOfThese(db: Db, incentives: readonly Incentive[], caseIds: Iterable<number>): UnpaidSum {
  const asked = askedNow(db, incentives);
  const row = prepared(db, 'SELECT shape_id AS shape, day, returned FROM fee_open WHERE case_id = ?');
  let [files, amount, unknown, given] = [0, 0, 0, 0];
  for (const caseId of caseIds) {
    const open = row.get(caseId) as (OpenRow & { returned: number }) | undefined;
    const fees = open === undefined ? [] : asked(open);
    if (open === undefined || fees.length === 0) continue;
    files += 1;
    given += open.returned;
    amount += fees.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    unknown += fees.filter((one) => one === null).length;
  }
  return { files, amount, unknown, returned: given };
}

/** Where fewer owe, they are looked up and put in order; where most do, they are met in the order of reception. */
const fewOwing = 50_000;

/** In its place among others: by its reception, in seconds since 1970, and within a second by what follows what (journal/order.ts). */
export type OwingCase = { readonly caseId: number; readonly acceptedAt: number; readonly place: number | Buffer };

export type OwingPlace = Omit<OwingCase, 'caseId'>;

export function isBehind(one: OwingPlace, other: OwingPlace): boolean {
  if (one.acceptedAt !== other.acceptedAt) return one.acceptedAt > other.acceptedAt;
  return typeof one.place === 'number' || typeof other.place === 'number'
    ? Number(one.place) > Number(other.place)
    : Buffer.compare(one.place, other.place) > 0;
}

/** The files that owe something now, those received first at the beginning; behind one of them, where that is said. */
export function* owingCases(db: Db, incentives: readonly Incentive[], after?: OwingPlace): Generator<OwingCase> {
  const asked = askedNow(db, incentives);
  const some = preparedValue(db, `SELECT count(*) FROM (SELECT 1 FROM fee_open LIMIT ${fewOwing})`).get() as number;
  const from = some < fewOwing ? 'fee_open CROSS JOIN case_summary' : 'case_summary CROSS JOIN fee_open';
  const place = tie(db, 'case_id');
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, accepted_at AS acceptedAt, ${place} AS place, shape_id AS shape, day FROM ${from} USING (case_id)
      ${after === undefined ? '' : `WHERE (accepted_at, ${place}) > (?, ?)`} ORDER BY accepted_at, ${place}`,
  ).iterate(...(after === undefined ? [] : [after.acceptedAt, after.place])) as IterableIterator<OwingCase & OpenRow>;
  for (const row of rows) if (asked(row).length > 0) yield row;
}

/** Rows of the files that owe something now, those received first at the beginning. */
export function unpaidCases(db: Db, incentives: readonly Incentive[], limit: number): number[] {
  const found: number[] = [];
  for (const { caseId } of owingCases(db, incentives)) {
    found.push(caseId);
    if (found.length >= limit) break;
  }
  return found;
}

/**
 * Of the files that owe something now those whose result was handed out, or whose fee has an amount that nobody knows: how many, and the first of them as
 * `unpaidCases` has them. Only kinds of fees with such files are looked at.
 */
export function unpaidPart(
  db: Db,
  incentives: readonly Incentive[],
  part: 'returned' | 'unknown',
  limit: number,
): { readonly caseIds: number[]; readonly count: number } {
  const alike = 'FROM fee_open WHERE shape_id = ? AND returned >= ? AND day >= ? AND day < ?';
  const counted = preparedValue(db, `SELECT count(*) ${alike}`);
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, accepted_at AS acceptedAt, ${tie(db, 'case_id')} AS place FROM case_summary JOIN (SELECT case_id ${alike}) USING (case_id)
      ORDER BY acceptedAt, place LIMIT ?`,
  );
  let count = 0;
  const found: OwingCase[] = [];
  for (const { shape, ...kind } of shapes(db)) {
    const begins = borders(kind.fees, incentives);
    for (const [nth, begin] of begins.entries()) {
      const asked = askedOf(kind, begin, incentives);
      if (asked.length === 0 || (part === 'unknown' && !asked.includes(null))) continue;
      const those = [shape, part === 'returned' ? 1 : 0, begin, begins[nth + 1] ?? Number.MAX_SAFE_INTEGER] as const;
      const files = counted.get(...those) as number;
      count += files;
      if (files > 0) found.push(...(rows.all(...those, limit) as OwingCase[]));
    }
  }
  const first = found.toSorted((a, b) => (isBehind(a, b) ? 1 : -1)).slice(0, limit);
  return { caseIds: first.map(({ caseId }) => caseId), count };
}
