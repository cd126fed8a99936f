import type { Incentive } from '../../../contract/catalogue/lists.ts';
import type { PersonCondition } from '../../../contract/common/person/person.ts';
import type { CaseAction, FeeLine, RecordedAction } from '../../entries/case.ts';
import { carried, judgeCase } from '../../apart/case-pairs.ts';
import { type Contradiction, unfit } from '../../apart/judge.ts';
import { type Reference, entryName, placeOf, referenceTo } from '../../entries/reference.ts';
import type { AppliedWaiver } from '../../entries/money.ts';
import { totalFees } from './fees.ts';
import { type Waived, type WaiverContext, applicableIncentives, findBestIncentive } from './waivers.ts';

/** What the actions of a case say about one fee. */
type FeeFacts = {
  /** What entries call it, wherever it stands in the list (`Reference`). */
  readonly ref: string;
  readonly line: FeeLine;
  readonly set: { readonly amount: number; readonly source: string; readonly by: string } | null;
  readonly waivers: readonly FeeWaived[];
  readonly conditions: readonly PersonCondition[];
  /** A receipt in another's place said another amount: that is the right one, by the number of that receipt; `rule` is what was asked for by rule, or set, before any was corrected. Waivers and conditions are those told since. */
  readonly corrected?: { readonly amount: number; readonly number: string; readonly rule: number | null };
  /** The receipt it was collected on; null before, and again after a refund. */
  readonly receiptId: string | null;
  /** Further receipts for the same fee, which desks issued that did not see each other: one of them is to be given back. */
  readonly also?: readonly string[];
};

type FeeWaived = Extract<CaseAction, { type: 'fee-waived' }>;

/** One fee as it stands now. `amount` is what is to be paid; null where nobody has said how much. */
export type CaseFee = FeeFacts & {
  readonly index: number;
  readonly base: number | null;
  readonly amount: number | null;
  readonly waiver: AppliedWaiver | null;
  /** Incentives that would apply if what they ask for about the person were shown. */
  readonly candidates: readonly Waived[];
};

export type Assessment = {
  readonly incentives: readonly Incentive[];
  readonly channel: WaiverContext['channel'];
  readonly day: string;
  readonly procedureCode: string;
};

/**
 * The fees of a case after everything that was recorded about them: set where the catalogue has no amount, waived, collected,
 * refunded. Obligations that were asked for later with an amount stand after those of reception (NĐ 118/2025 Điều 24).
 */
export function caseFees(actions: readonly RecordedAction[], assessment: Assessment): CaseFee[] {
  return feeFacts(actions).fees.map((facts, index) => assess(facts, index, assessment));
}

/** The names of a case's fees, in the order of the list. */
export function feeRefs(actions: readonly RecordedAction[]): Pick<CaseFee, 'ref'>[] {
  return feeFacts(actions).fees;
}

/** Entries about fees that speak of none that is there: several desks acted apart. */
export function feeContradictions(actions: readonly RecordedAction[]): readonly Contradiction[] {
  return feeFacts(actions).contradictions;
}

/** The fees of a file that is only being received: nothing has been recorded about them. */
export function receptionFees(lines: readonly FeeLine[], assessment: Assessment): CaseFee[] {
  return lines.map((line, index) => assess(unpaid(line, referenceTo('reception', index)), index, assessment));
}

/** A fee that no receipt covers, as far as entries tell it; what is asked for it hangs on the incentives of its day. `granted`: what a supervisor left of it. */
export type OpenFee = {
  readonly name: string;
  readonly base: number | null;
  readonly conditions: readonly PersonCondition[];
  readonly granted: number | null;
  /** The amount is that of a corrected receipt: what the day and the channel take off was in it. */
  readonly corrected?: true;
};

/** The fees of a case that no receipt covers, but those of which nothing can be left to pay. */
export function openFees(actions: readonly RecordedAction[]): OpenFee[] {
  return feeFacts(actions).fees.flatMap(({ line, set, waivers, conditions, receiptId, corrected }) => {
    const base = corrected?.amount ?? line.amount ?? set?.amount ?? null;
    const granted = leastGranted(waivers)?.amount ?? null;
    if (receiptId !== null || base === 0 || granted === 0) return [];
    const mark = corrected === undefined ? {} : { corrected: true as const };
    return [{ name: line.name, base, conditions: [...conditions].sort(), granted, ...mark }];
  });
}

/** What is asked for an open fee; null where nobody knows how much. */
export function openAmount(
  { name, base, conditions, granted, corrected }: OpenFee,
  { incentives, channel, day, procedureCode }: Assessment,
): number | null {
  const best = findBestIncentive({ name, amount: base }, stillOpen(incentives, corrected), {
    channel,
    day,
    procedureCode,
    conditions,
  });
  const otherwise = best?.amount ?? base;
  return granted !== null && (otherwise === null || granted < otherwise) ? granted : otherwise;
}

/** What is still to be paid; `unknown` lines have no amount. */
export function dueFees(fees: readonly CaseFee[]): { readonly known: number; readonly unknown: number } {
  return totalFees(fees.filter(({ receiptId }) => receiptId === null));
}

/**
 * What a citizen owes before the result is handed out: lines with an amount above 0 that no receipt covers. An amount that nobody set is not owed: who
 * cannot say how much may not ask for it (NĐ 118/2025 Điều 5 k1 đ).
 */
export function owedFees(fees: readonly CaseFee[]): { readonly amount: number; readonly names: readonly string[] } {
  const owed = fees.filter(({ receiptId, amount }) => receiptId === null && (amount ?? 0) > 0);
  return {
    amount: owed.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    names: [...new Set(owed.map(({ line }) => line.name))],
  };
}

/** Conditions of the event itself, which the paper of the citizen may name: who registers in time pays nothing (Luật Hộ tịch Điều 11 k1b). */
const ofTheEvent: ReadonlySet<PersonCondition> = new Set(['registered-on-time']);

/** An exemption that is announced in the place of an amount, until somebody has seen whether it holds: nothing that is free is told as a fee. */
export function announcedExemption({ amount, receiptId, candidates }: CaseFee): Incentive | undefined {
  if (amount === 0 || receiptId !== null) return undefined;
  return candidates.find(
    ({ incentive, amount: left }) => left === 0 && incentive.conditions?.every((one) => ofTheEvent.has(one)),
  )?.incentive;
}

/** What an exemption of the event asks for, in the place of an amount. */
const whenFree: Readonly<Record<string, string>> = { 'registered-on-time': 'khi đăng ký đúng hạn' };

/** The same in words, for screen and paper alike: «miễn khi đăng ký đúng hạn (…)». */
export function exemptionTold(fee: CaseFee): string | undefined {
  const free = announcedExemption(fee);
  if (free === undefined) return undefined;
  const when = (free.conditions ?? []).map((condition) => whenFree[condition] ?? '').join(', ');
  return `miễn ${when} (${free.basis})`;
}

/** Of a fee whose receipt was corrected those alone that nobody has by the day and the channel: the rest was in the right amount. */
function stillOpen(incentives: readonly Incentive[], corrected: object | true | undefined): readonly Incentive[] {
  return corrected === undefined ? incentives : incentives.filter(({ conditions = [] }) => conditions.length > 0);
}

/** A fee as a corrected receipt left it: what it was counted by was wrong, and is told no more. */
function asCorrected({ line, corrected, ...facts }: FeeFacts): FeeFacts {
  if (corrected === undefined) return { ...facts, line };
  const { gap: _gap, ...known } = line;
  const { amount, number } = corrected;
  return { ...facts, corrected, line: { ...known, amount, note: `Theo biên lai thay thế số ${number}` } };
}

function assess(told: FeeFacts, index: number, { incentives: all, channel, day, procedureCode }: Assessment): CaseFee {
  const facts = asCorrected(told);
  const { line, set, conditions, waivers } = facts;
  const incentives = stillOpen(all, facts.corrected);
  const base = line.amount ?? set?.amount ?? null;
  const payable = { name: line.name, amount: base };
  const context = { channel, day, procedureCode, conditions };
  const everything = incentives.flatMap((incentive) => incentive.conditions ?? []);
  const candidates = applicableIncentives(payable, incentives, { ...context, conditions: everything });
  const fee = { ...facts, index, base, candidates };
  const best = findBestIncentive(payable, incentives, context);
  const granted = leastGranted(waivers);
  const otherwise = best?.amount ?? base;
  if (granted !== undefined && (otherwise === null || granted.amount < otherwise)) {
    return {
      ...fee,
      amount: granted.amount,
      waiver: { incentive: null, reason: granted.reason, basis: granted.basis },
    };
  }
  if (best === undefined) return { ...fee, amount: base, waiver: null };
  const { id, name, basis } = best.incentive;
  return { ...fee, amount: best.amount, waiver: { incentive: id, reason: name, basis } };
}

function leastGranted(waivers: readonly FeeWaived[]): FeeWaived | undefined {
  return waivers.filter(({ incentive }) => incentive === undefined).toSorted((a, b) => a.amount - b.amount)[0];
}

/** What was given back of a file that nobody decides is owed by nobody: until the file goes on again. */
const notOwed: FeeWaived = {
  type: 'fee-waived',
  line: 0,
  amount: 0,
  reason: 'Đã hoàn tiền, hồ sơ không giải quyết tiếp',
  basis: '',
};

type Folded = { readonly fees: FeeFacts[]; readonly contradictions: readonly Contradiction[] };

function feeFacts(told: readonly RecordedAction[]): Folded {
  const { stand, nameOf } = standing(told);
  const fees: FeeFacts[] = [];
  const contradictions: Contradiction[] = [];
  let ofReception = 0;
  let isClosed = false;
  let isUndone = false;
  for (const recorded of stand) {
    const { action, actor } = recorded;
    const change = (which: Reference, to: (fee: FeeFacts) => FeeFacts): void => {
      const index = placeOf(fees, nameOf(which));
      const fee = fees[index];
      if (fee === undefined) contradictions.push(unfit(recorded));
      else fees[index] = to(fee);
    };
    switch (action.type) {
      case 'received':
        fees.push(...action.fees.map((line, nth) => unpaid(line, referenceTo('reception', nth))));
        ofReception = fees.length;
        break;
      case 'corrected':
        fees.splice(0, ofReception, ...carried(fees.slice(0, ofReception), action.fees, recorded, anewOf(fees)));
        ofReception = action.fees.length;
        break;
      case 'obligation-requested':
        if (action.amount !== undefined)
          fees.push(unpaid(obligation(action.reason, action.amount), referenceTo(recorded, 0)));
        break;
      case 'fee-set':
        change(action.line, (fee) => ({ ...fee, set: { amount: action.amount, source: action.source, by: actor } }));
        break;
      case 'fee-waived':
        change(action.line, (fee) => ({
          ...fee,
          waivers: [...fee.waivers, action],
          conditions: [...new Set([...fee.conditions, ...(action.conditions ?? [])])],
        }));
        break;
      case 'fees-collected':
        for (const line of action.lines) change(line, (fee) => claimed(fee, action.receiptId));
        break;
      case 'fees-refunded':
        fees.forEach((fee, index) => change(index, () => released(fee, action.receiptId, isClosed)));
        break;
      case 'decided': {
        const receiptId = decidedReceipt(told, action);
        if (receiptId !== undefined) fees.forEach((fee, index) => change(index, () => firstOn(fee, receiptId)));
        break;
      }
      case 'reception-undone':
        isUndone = !isClosed;
        isClosed = true;
        break;
      case 'withdrawn':
      case 'stopped':
        isClosed = true;
        break;
      case 'resumed':
        isClosed = false;
        isUndone = false;
        fees.forEach((_fee, index) =>
          change(index, (fee) => ({ ...fee, waivers: fee.waivers.filter((one) => one !== notOwed) })),
        );
        break;
      case 'receipt-replaced':
        fees.forEach((fee, index) => change(index, () => renamed(fee, action.receiptId, action.by)));
        for (const { line, amount } of action.amounts ?? [])
          change(line, (fee) => ({
            ...fee,
            set: null,
            waivers: [],
            conditions: [],
            corrected: { amount, number: action.number, rule: ruleOf(fee) },
          }));
        break;
      default:
    }
  }
  // What was never received asks for nothing; what was paid for it elsewhere meanwhile is there to be given back.
  return { fees: isUndone ? fees.filter(({ receiptId }) => receiptId !== null) : fees, contradictions };
}

/** What is folded; and by which name a line goes that two desks asked for in the same words, which is one. */
function standing(actions: readonly RecordedAction[]): {
  readonly stand: readonly RecordedAction[];
  readonly nameOf: (spokenOf: Reference) => Reference;
} {
  const { stand, contradictions } = judgeCase(actions);
  const twins = contradictions.filter(({ why, against }) => why === 'same' && against !== null);
  const nameOf = (spokenOf: Reference): Reference => {
    const twin = twins.find(({ entry }) => String(spokenOf).startsWith(`${entry}.`));
    return twin === undefined ? spokenOf : `${twin.against ?? ''}${String(spokenOf).slice(twin.entry.length)}`;
  };
  return { stand, nameOf };
}

/** On a receipt; a further one, of a desk that did not see the first, stands behind it until one of them is given back. */
function claimed(fee: FeeFacts, receiptId: string): FeeFacts {
  if (fee.receiptId === null || fee.receiptId === receiptId) return { ...fee, receiptId };
  return { ...fee, also: [...(fee.also ?? []), receiptId] };
}

/** The receipt by which somebody decided that a fee goes, where it was paid at two desks. */
function decidedReceipt(
  actions: readonly RecordedAction[],
  { stands }: Extract<CaseAction, { type: 'decided' }>,
): string | undefined {
  const action = actions.find((one) => entryName(one) === stands)?.action;
  return action?.type === 'fees-collected' ? action.receiptId : undefined;
}

function firstOn(fee: FeeFacts, receiptId: string): FeeFacts {
  const { also = [] } = fee;
  if (fee.receiptId === null || !also.includes(receiptId)) return fee;
  return { ...fee, receiptId, also: [fee.receiptId, ...also.filter((one) => one !== receiptId)] };
}

function released(fee: FeeFacts, receiptId: string, isClosed: boolean): FeeFacts {
  const { also = [], ...alone } = fee;
  const claims = fee.receiptId === null ? also : [fee.receiptId, ...also];
  if (!claims.includes(receiptId)) return fee;
  const [first = null, ...others] = claims.filter((one) => one !== receiptId);
  const waivers = isClosed && first === null ? [...fee.waivers, notOwed] : fee.waivers;
  return { ...alone, receiptId: first, waivers, ...(others.length === 0 ? {} : { also: others }) };
}

/** What its rule says, or was set where there is none: a correction of a receipt changes what is right, and not the rule. */
function ruleOf({ line, set, corrected }: Pick<FeeFacts, 'line' | 'set' | 'corrected'>): number | null {
  return corrected === undefined ? (line.amount ?? set?.amount ?? null) : corrected.rule;
}

function renamed(fee: FeeFacts, receiptId: string, by: string): FeeFacts {
  const now = (one: string): string => (one === receiptId ? by : one);
  const also = fee.also === undefined ? {} : { also: fee.also.map(now) };
  return { ...fee, receiptId: fee.receiptId === null ? null : now(fee.receiptId), ...also };
}

/**
 * A fee that a corrected reception counts otherwise begins anew; where its receipt was corrected to that very amount before, the reception says now what the
 * receipt says already: it stays paid.
 */
function anewOf(before: readonly FeeFacts[]): (line: FeeLine, ref: string) => FeeFacts {
  const left = before.filter(({ corrected }) => corrected !== undefined);
  return (line, ref) => {
    const at = left.findIndex((fee) => fee.line.name === line.name && fee.corrected?.amount === line.amount);
    const same = at === -1 ? undefined : left.splice(at, 1)[0];
    if (same === undefined) return unpaid(line, ref);
    const { corrected: _corrected, ...fee } = same;
    return { ...fee, line };
  };
}

/** Whether two assessments ask for different money: other fees, another order of them, or another amount of one. */
export function feesDiffer(a: readonly CaseFee[], b: readonly CaseFee[]): boolean {
  const told = (fees: readonly CaseFee[]) => JSON.stringify(fees.map(({ line, amount }) => [line.name, amount]));
  return told(a) !== told(b);
}

function unpaid(line: FeeLine, ref: string): FeeFacts {
  return { ref, line, set: null, waivers: [], conditions: [], receiptId: null };
}

function obligation(name: string, amount: number): FeeLine {
  return { name, amount, note: '', basis: 'NĐ 118/2025 Điều 24' };
}
