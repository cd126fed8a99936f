import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { Totals } from './day-sheet.ts';
import { type CountedLine, type MoneyMove, remittedBy } from './remittance.ts';

/** Phí is paid for a service, lệ phí for a state act; by the fee's own name. Null where the name says neither, or both, as the catalogue's «Phí, lệ phí». */
export type FeeKind = 'fee' | 'filing-fee' | null;

export function feeKind(name: string): FeeKind {
  const words = name.normalize('NFC').trim().toLowerCase();
  if (words.startsWith('lệ phí')) return 'filing-fee';
  return words.startsWith('phí') && !words.includes('lệ phí') ? 'fee' : null;
}

/** Where it is paid in (NĐ 118/2025 Điều 24 k3): fees into the account of fees that wait for the budget, filing fees into the budget itself. */
type Destination = 'fees-account' | 'budget' | null;

const destinations: Readonly<Record<NonNullable<FeeKind>, Destination>> = {
  fee: 'fees-account',
  'filing-fee': 'budget',
};

type SettlementRow = {
  readonly feeName: string;
  readonly kind: FeeKind;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly isCertification: boolean;
  /** Receipts on which the fee was taken, of 0 đồng too; those in another's place are not counted again. */
  readonly receipts: number;
  readonly collected: Totals;
  readonly refunded: Totals;
  readonly adjusted: Totals;
  readonly net: Totals;
  /** What was taken off by law or by a supervisor, of what was taken this month; null where a rule's amount was not known. */
  readonly waived: number | null;
};

type PayIn = {
  readonly destination: Destination;
  readonly of: 'certification' | 'other';
  readonly amount: number;
  /** Null where no text that was read names a day. */
  readonly remitBy: CivilDate | null;
};

export type Settlement = {
  readonly rows: readonly SettlementRow[];
  readonly total: Omit<SettlementRow, 'feeName' | 'kind' | 'procedureCode' | 'procedureName' | 'isCertification'>;
  readonly payIn: readonly PayIn[];
};

const nothing: Totals = { cash: 0, transfer: 0, card: 0, total: 0 };

function plus(totals: Totals, method: PayMethod, amount: number): Totals {
  return { ...totals, [method]: totals[method] + amount, total: totals.total + amount };
}

function sumOf(one: Totals, other: Totals, sign: 1 | -1 = 1): Totals {
  const of = (way: keyof Totals) => one[way] + sign * other[way];
  return { cash: of('cash'), transfer: of('transfer'), card: of('card'), total: of('total') };
}

/**
 * What a month came to, a line for each fee of each procedure; whole đồng.
 * @param certification names of the fees that TT 226/2016 sets
 */
export function settlement(moves: readonly MoneyMove[], certification: ReadonlySet<string>, month: string): Settlement {
  const rows = new Map<string, SettlementRow>();
  for (const move of moves) for (const [name, counted] of byName(move)) add(rows, move, name, counted, certification);
  const listed = [...rows.values()].toSorted(inOrder);
  return { rows: listed, total: totalOf(listed), payIn: payIns(listed, month) };
}

type Counted = { readonly amount: number; readonly waived: number | null };

/** What a move comes to by the name of the fee: of a receipt in another's place the difference, which may be below 0. */
function byName({ type, lines, before = [] }: MoneyMove): ReadonlyMap<string, Counted> {
  const sums = new Map<string, Counted>();
  const count = (line: CountedLine, sign: 1 | -1): void => {
    const known = sums.get(line.name) ?? { amount: 0, waived: 0 };
    const taken = type === 'collected' ? takenOff(line) : 0;
    sums.set(line.name, {
      amount: known.amount + sign * line.amount,
      waived: known.waived === null || taken === null ? null : known.waived + taken,
    });
  };
  for (const line of lines) count(line, 1);
  if (type === 'adjusted') for (const line of before) count(line, -1);
  return sums;
}

function takenOff({ base, amount, waiver }: CountedLine): number | null {
  if (waiver === undefined) return 0;
  return base === null ? null : base - amount;
}

function add(
  rows: Map<string, SettlementRow>,
  { type, method, procedureCode, procedureName }: MoneyMove,
  feeName: string,
  { amount, waived }: Counted,
  certification: ReadonlySet<string>,
): void {
  const key = JSON.stringify([feeName, procedureCode]);
  const row: SettlementRow = rows.get(key) ?? {
    feeName,
    kind: feeKind(feeName),
    procedureCode,
    procedureName,
    isCertification: certification.has(feeName),
    receipts: 0,
    collected: nothing,
    refunded: nothing,
    adjusted: nothing,
    net: nothing,
    waived: 0,
  };
  const moved = plus(row[type], method, amount);
  rows.set(key, {
    ...row,
    [type]: moved,
    receipts: row.receipts + (type === 'collected' ? 1 : 0),
    net: plus(row.net, method, type === 'refunded' ? -amount : amount),
    waived: row.waived === null || waived === null ? null : row.waived + waived,
  });
}

function inOrder(one: SettlementRow, other: SettlementRow): number {
  const [a, b] = [one, other].map(({ isCertification, kind, feeName, procedureCode }) =>
    [isCertification ? 0 : 1, kind ?? '~', feeName, procedureCode].join('\n'),
  );
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

function totalOf(rows: readonly SettlementRow[]): Settlement['total'] {
  return rows.reduce<Settlement['total']>(
    (sum, row) => ({
      receipts: sum.receipts + row.receipts,
      collected: sumOf(sum.collected, row.collected),
      refunded: sumOf(sum.refunded, row.refunded),
      adjusted: sumOf(sum.adjusted, row.adjusted),
      net: sumOf(sum.net, row.net),
      waived: sum.waived === null || row.waived === null ? null : sum.waived + row.waived,
    }),
    { receipts: 0, collected: nothing, refunded: nothing, adjusted: nothing, net: nothing, waived: 0 },
  );
}

/** What is to be paid in, to whom and by when: certification by itself, for it alone has a day that was read. */
function payIns(rows: readonly SettlementRow[], month: string): PayIn[] {
  const sum = (fits: (row: SettlementRow) => boolean) =>
    rows.filter(fits).reduce((amount, { net }) => amount + net.total, 0);
  const other = (destination: Destination) => (row: SettlementRow) =>
    !row.isCertification && destinationOf(row.kind) === destination;
  const parts: PayIn[] = [
    {
      destination: 'fees-account',
      of: 'certification',
      amount: sum(({ isCertification }) => isCertification),
      remitBy: remittedBy(month),
    },
    ...(['fees-account', 'budget', null] as const).map((destination): PayIn => ({
      destination,
      of: 'other',
      amount: sum(other(destination)),
      remitBy: null,
    })),
  ];
  // Certification is told of a month without any: 0 is what is owed then. What has no kind is told where there is some.
  return parts.filter(({ destination, amount }) => destination !== null || amount !== 0);
}

function destinationOf(kind: FeeKind): Destination {
  return kind === null ? null : destinations[kind];
}
