import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Days, JournalFile } from './articles.ts';

/**
 * Indicators of the index (QĐ 766) beside those of files in time, written once more from the working paper over the bare rows of the journal: what is offered
 * online (3.1, 3.2), what is paid online (3.6), petitions in time (5.2) and whether their senders are content (5.3). Nothing of the product is used.
 */

const data = (name: string) =>
  (
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../resources/data', name), 'utf8')) as {
      data: unknown;
    }
  ).data;

const listed = (
  data('procedures.json') as {
    procedures: { code: string; successor: string | null; onlineLevel: string | null }[];
  }
).procedures.filter(({ successor }) => successor === null);
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

/** Whether a file is of those with a fee: true, false, or null where an amount is not known; and whether it was paid in cash here. */
export function feeOf({ entries }: JournalFile, { to }: Days, seen = Infinity): boolean | null {
  const known = entries.filter(({ seq, at }, nth) => seq <= seen && (nth === 0 || at.slice(0, 10) <= to));
  const facts = known.findLast(({ type, body }) => type === 'corrected' && body['fees'] !== undefined) ?? known[0];
  const amounts = ((facts?.body['fees'] ?? []) as ([number | null] | { amount: number | null })[]).map((fee) =>
    Array.isArray(fee) ? fee[0] : fee.amount,
  );
  if (amounts.some((amount) => (amount ?? 0) > 0)) return true;
  return amounts.includes(null) ? null : false;
}

export function paidOnline(fees: readonly (boolean | null)[]) {
  const owing = fees.filter((fee) => fee === true).length;
  const atMost = fees.filter((fee) => fee !== false).length;
  return { '3.6': { numerator: range(0, atMost), denominator: range(owing, atMost), lost: 0 } };
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
