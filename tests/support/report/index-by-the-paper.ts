import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Days, JournalFile } from './articles.ts';

/**
 * Indicators of the index (QĐ 766) beside those of files in time, written once more from the working paper over the bare rows of the journal: what is offered
 * online (3.1, 3.2), what has a fee (3.4, 3.5), what is paid online (3.6), petitions in time (5.2), whether their senders are content (5.3), which files they
 * complain of (5.4), and the points of each as the portal's public figures follow them. Nothing of the product is used. Of what no desk holds there is nothing to
 * count here either: whether what is published is in time and whole (1.1 to 1.3), copies certified electronically (4.6); and of the numerators of 1.4, 3.4, 3.5
 * and 4.1 to 4.5 no more than that they are not below 0 and not above what they are a part of.
 */

const data = (name: string) =>
  (
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../resources/data', name), 'utf8')) as {
      data: unknown;
    }
  ).data;

type Listed = {
  code: string;
  decidingAgency: string;
  successor: unknown;
  onlineLevel: string | null;
  fee: { amount: number | null };
  feeRules: Record<string, unknown>[];
};

/**
 * «Số TTHC thẩm quyền»: what the committee of a commune decides, of all that an office without lists of its own receives. Where another agency has a part in it, it
 * is the committee's where that goes first here.
 */
const listed = [
  ...(data('procedures.json') as { procedures: Listed[] }).procedures,
  ...(data('procedures-more.json') as { standing: string; procedure: Listed }[])
    .filter(({ standing }) => standing === 'current')
    .map(({ procedure }) => procedure),
].filter(({ code, decidingAgency, successor }) => {
  if (successor !== null) return false;
  const leg = (data('legs.json') as { code: string; legs: { agency: string; way: string }[] }[]).find(
    (one) => one.code === code,
  )?.legs[0];
  return leg === undefined
    ? ['ubnd cấp xã', 'chủ tịch ubnd cấp xã', 'ủy ban nhân dân cấp xã', 'chủ tịch ủy ban nhân dân xã'].some((name) =>
        decidingAgency.toLowerCase().startsWith(name),
      )
    : leg.way === 'here' && leg.agency === 'UBND cấp xã';
});
const named = data('holidays.json') as { date: string; kind: string }[];
const free = new Set(named.filter(({ kind }) => kind !== 'swap-work').map(({ date }) => date));
const made = new Set(named.filter(({ kind }) => kind === 'swap-work').map(({ date }) => date));

const short = (time: string) => (time.length === 16 ? `${time}:00` : time.slice(0, 19));
const next = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const isWorked = (day: string) =>
  made.has(day) || (!free.has(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));

/** So many working days after a day, that day not counted: until the counters close. */
function afterDays(day: string, count: number): string {
  let [one, left] = [day, count];
  while (left > 0) {
    one = next(one);
    if (isWorked(one)) left -= 1;
  }
  return `${one}T17:00:00`;
}

const range = (least: number, most = least) => ({ least, most });

/** What is offered online, and of how much of it something came. @param came codes of the period's procedures of which a file came online */
export function offeredOnline(came: ReadonlySet<string>) {
  const codes = new Set([...listed.map(({ code }) => code), ...came]);
  const levelOf = (code: string) => listed.find((one) => one.code === code)?.onlineLevel ?? null;
  const known = [...codes].filter((code) => came.has(code) || levelOf(code) === 'full' || levelOf(code) === 'partial');
  const unknown = [...codes].filter((code) => !came.has(code) && levelOf(code) === null);
  const online = range(known.length, known.length + unknown.length);
  return {
    '3.1': { numerator: online, denominator: range(codes.size) },
    '3.2': { numerator: range(came.size), denominator: online },
  };
}

/**
 * Of the procedures offered, those with a fee: by the amount that the list says, else by any amount of its rules. Not known where it says none, and where a rule says
 * none: five filing fees are 0 online here, and what they are at the counter nobody found.
 */
export function offeredWithFee(came: ReadonlySet<string>) {
  const known = new Set(listed.map(({ code }) => code));
  const costs = (rule: Record<string, unknown>) => {
    if (Object.entries(rule).some(([name, one]) => name !== 'firstPages' && typeof one === 'number' && one > 0))
      return true;
    const open =
      rule['kind'] === 'zero-online' ? typeof rule['direct'] !== 'number' : Object.values(rule).includes(null);
    return open ? null : false;
  };
  const fees = [
    ...listed.map(({ fee, feeRules }) => {
      if (typeof fee.amount === 'number') return fee.amount > 0;
      const said = feeRules.map(costs);
      if (said.includes(true)) return true;
      return said.length === 0 || said.includes(null) ? null : false;
    }),
    // Of what came online and is in today's list no longer nothing is known.
    ...[...came].filter((code) => !known.has(code)).map(() => null),
  ];
  const [sure, atMost] = [fees.filter((one) => one === true).length, fees.filter((one) => one !== false).length];
  const told = { numerator: range(0, atMost), denominator: range(sure, atMost) };
  return { '3.4': told, '3.5': told };
}

/** Cases of which a fee lay in a drawer when the period was over: taken in cash, and by then neither given back nor on a receipt that took that one's place. */
export function paidInCashByThePaper(receipts: readonly JournalFile[], { to }: Days, seen = Infinity): Set<string> {
  const lay = receipts.flatMap(({ entries }) => {
    const [issued, ...later] = entries.filter(({ seq, at }) => seq <= seen && at.slice(0, 10) <= to);
    if (issued === undefined || issued.body['method'] !== 'cash' || !(issued.body['amount'] > 0)) return [];
    const isGone = later.some(({ type }) => type === 'receipt-refunded' || type === 'receipt-superseded');
    return isGone ? [] : [String(issued.body['caseId'])];
  });
  return new Set(lay);
}

/** Numbers of the files that petitions about how officials acted name, in capitals; of a petition that was refused or taken back nothing counts. */
export function complainedByThePaper(petitions: readonly JournalFile[], { to }: Days, seen = Infinity): Set<string> {
  const named = petitions.flatMap((told) => {
    const one = petitionOf(told, to, seen);
    const caseNumber: unknown = told.entries[0]?.body['caseNumber'];
    if (one === null || one.content !== 'act' || typeof caseNumber !== 'string') return [];
    return one.ended !== null && /refused|withdrawn/.test(one.ended.type) ? [] : [caseNumber.toUpperCase()];
  });
  return new Set(named);
}

/** The number under which a case is known, as its reception says it. */
export function numberOf({ entries: [first] }: JournalFile): string {
  const number = first?.body['number'] as string[] | { local: string; official: string | null };
  return (Array.isArray(number) ? (number.at(-1) ?? '') : (number.official ?? number.local)).toUpperCase();
}

/** Points for a share, as the portal gives them: so many for all of it, all of them from a share on where there is one. */
const points: Readonly<Record<string, readonly [max: number, fullFrom?: number]>> = {
  '1.1': [6],
  '1.2': [4],
  '1.3': [2],
  '1.4': [6],
  '2.1': [20],
  '3.1': [2, 0.8],
  '3.2': [4],
  '3.3': [6, 0.5],
  '3.4': [2, 0.8],
  '3.5': [2, 0.8],
  '3.6': [6],
  '4.1': [6],
  '4.2': [4],
  '4.3': [2, 0.8],
  '4.4': [4],
  '4.5': [4],
  '4.6': [2],
  '5.2': [6],
  '5.3': [6],
  '5.4': [6, 0.9],
};

type Told = { readonly numerator: ReturnType<typeof range>; readonly denominator: ReturnType<typeof range> };

/** What an indicator comes to: its share in percent where it is known, «N/A» where there is nothing to count against, and its points at least and at most. */
export function scoreByThePaper(code: string, told: Told | null) {
  const [max, fullFrom = 1] = points[code] ?? [Number.NaN];
  if (told === null) return { value: null, points: range(0, max) };
  const { numerator, denominator } = told;
  // Petitions that nobody sent cannot be late; of files that there were none of nothing is gained.
  if (denominator.most === 0) return { value: 'N/A', points: range(/^5\.[23]$/.test(code) ? max : 0) };
  const worth = (part: number, whole: number) =>
    Math.round(100 * max * Math.min(1, Math.min(1, whole === 0 ? 0 : part / whole) / fullFrom)) / 100;
  const isSure = numerator.least === numerator.most && denominator.least === denominator.most;
  return {
    value: isSure ? Math.round((numerator.least / denominator.least) * 10_000) / 100 : null,
    points: range(
      worth(numerator.least, denominator.most),
      // What is paid online has a fee: a file of which that is not known is in both numbers of 3.6 or in neither.
      worth(numerator.most, Math.max(1, code === '3.6' ? denominator.most : denominator.least)),
    ),
  };
}

export const indicatorsOfThePaper = Object.keys(points);

/** Whether a file is of those with a fee: true, false, or null where an amount is not known. */
export function feeOf({ entries }: JournalFile, { to }: Days, seen = Infinity): boolean | null {
  const known = entries.filter(({ seq, at }, nth) => seq <= seen && (nth === 0 || at.slice(0, 10) <= to));
  const facts = known.findLast(({ type, body }) => type === 'corrected' && body['fees'] !== undefined) ?? known[0];
  const amounts = ((facts?.body['fees'] ?? []) as ([number | null] | { amount: number | null })[]).map((fee) =>
    Array.isArray(fee) ? fee[0] : fee.amount,
  );
  // What the list does not say was set at the counter; what a waiver left is asked for in its place.
  for (const { type, body } of known)
    if (/^fee-(set|waived)$/.test(type)) amounts[Number(body['line'])] = Number(body['amount']);
  if (amounts.some((amount) => (amount ?? 0) > 0)) return true;
  return amounts.includes(null) ? null : false;
}

/** What came in at the counter in cash did not come in online; of the rest nobody here knows. */
export function paidOnline(files: readonly { readonly fee: boolean | null; readonly inCash: boolean }[]) {
  const owing = files.filter(({ fee }) => fee === true).length;
  const mayOwe = files.filter(({ fee }) => fee !== false);
  const lost = mayOwe.filter(({ inCash }) => inCash).length;
  return { '3.6': { numerator: range(0, mayOwe.length - lost), denominator: range(owing, mayOwe.length), lost } };
}

type Petition = {
  readonly content: string;
  readonly came: string;
  readonly ended: { readonly type: string; readonly at: string } | null;
  readonly answered: string | null;
  readonly asked: string | null;
  readonly published: string | null;
  readonly closed: string | null;
  readonly content5: string | null;
  /** Since when its clock stands. */
  readonly stands: string | null;
  readonly stood: readonly (readonly [from: string, to: string])[];
};

/** How a petition stood at the end of a day; null where it had not come. */
function petitionOf({ entries }: JournalFile, to: string, seen: number): Petition | null {
  const [first, ...later] = entries.filter(({ seq }) => seq <= seen);
  if (first === undefined) return null;
  const came = short(first.body['arrivedAt'] ?? first.at);
  if (came.slice(0, 10) > to) return null;
  const told = later.filter(({ at }) => at.slice(0, 10) <= to);
  let [ended, stands]: [Petition['ended'], string | null] = [null, null];
  const stood: [string, string][] = [];
  for (const { type, at } of told) {
    if (type === 'petition-forwarded' || type === 'petition-supplement-asked') stands ??= at;
    else if (/^petition-(sent-back|supplemented|refused|answered|withdrawn)$/.test(type) && stands !== null) {
      stood.push([stands, at]);
      stands = null;
    }
    if (/^petition-(refused|answered|withdrawn|forwarded)$/.test(type)) ended = { type, at };
    if (type === 'petition-sent-back') ended = null;
  }
  const first_ = (type: string) => told.find((one) => one.type === type)?.at ?? null;
  return {
    content: (told.findLast(({ type }) => type === 'petition-reclassified') ?? first).body['content'],
    came,
    ended,
    answered: told.findLast(({ type }) => type === 'petition-answered')?.at ?? null,
    asked: first_('petition-supplement-asked'),
    published: first_('petition-published'),
    closed: first_('petition-closed'),
    content5: told.findLast(({ type }) => type === 'petition-closed')?.body['satisfaction'] ?? null,
    stands,
    stood,
  };
}

/** Fifteen working days, and what was left of them after each time the clock stood. */
function answerBy({ came, stood }: Petition): string {
  let due = afterDays(came.slice(0, 10), 15);
  for (const [from, to] of stood) {
    const [stopped, on] = [from.slice(0, 10), to.slice(0, 10)];
    if (stopped > due.slice(0, 10) || stopped === on) continue;
    let left = 0;
    for (let day = next(stopped); day <= due.slice(0, 10); day = next(day)) left += Number(isWorked(day));
    // Nothing left: the day on which it runs on, the next working day where that one is too late or off (Điều 12).
    const isSameDay = isWorked(on) && to.slice(11) <= '15:00:00';
    due = left > 0 ? afterDays(on, left) : isSameDay ? `${on}T17:00:00` : afterDays(on, 1);
  }
  return due;
}

/** Petitions of a period that is over: limits kept and missed, and senders that are content, as far as that is known. */
export function petitionsInTimeByThePaper(petitions: readonly JournalFile[], { from, to }: Days, seen = Infinity) {
  let [kept, missed, all, displeased, silent] = [0, 0, 0, 0, 0];
  const until = `${to}T23:59:59`;
  for (const told of petitions) {
    const one = petitionOf(told, to, seen);
    if (one === null) continue;
    const { content, came, ended, answered, asked, published, closed, stands } = one;
    const due = answerBy(one);
    const publishBy = answered === null ? null : afterDays(answered.slice(0, 10), 2);
    const isOpen = published === null && content !== 'other' ? (closed ?? until) : null;
    const isUnpublished = publishBy !== null && isOpen !== null && isOpen > publishBy;
    if (ended !== null && ended.at.slice(0, 10) < from) {
      const isOfPeriod =
        published === null ? isUnpublished && publishBy.slice(0, 10) >= from : published.slice(0, 10) >= from;
      if (!isOfPeriod) continue;
    }
    all += 1;
    const done: (readonly [at: string | null, by: string | null])[] = [
      [answered, due],
      [ended?.type === 'petition-refused' ? ended.at : null, afterDays(came.slice(0, 10), 2)],
      [asked, afterDays(came.slice(0, 10), 5)],
      [published, publishBy],
    ];
    for (const [at, by] of done)
      if (at !== null && by !== null)
        if (at <= by) kept += 1;
        else missed += 1;
    const isWith = ended === null || ended.type === 'petition-answered';
    const isLate = isWith && (answered ?? ended?.at ?? stands ?? until) > due;
    missed += Number(ended === null && isLate) + Number(isUnpublished);
    if (isLate || one.content5 === 'dissatisfied') displeased += 1;
    else if (one.content5 === null) silent += 1;
  }
  return {
    '5.2': { numerator: range(kept), denominator: range(kept + missed), lost: missed },
    '5.3': { numerator: range(all - displeased - silent, all - displeased), denominator: range(all), lost: displeased },
  };
}
