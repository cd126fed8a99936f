import type { Days, JournalFile } from './articles.ts';

/**
 * Biểu 06a, Biểu 08b (TT 09/2026) and the index's count of files in time, written once more over the bare rows of the journal from the forms and from the
 * working paper on the formulas: nothing of the product's reading, folding or tables is used.
 */

/** Civil, seconds and no offset. */
const short = (time: string) => (time.length === 16 ? `${time}:00` : time.slice(0, 19));

export type Line = Record<string, number>;

/** All columns of Biểu 06a by field, and their sum under «». */
export function petitionsByTheForm(
  petitions: readonly JournalFile[],
  { from, to }: Days,
  seen = Infinity,
): Record<string, Line> {
  const lines: Record<string, Line> = {};
  for (const { entries } of petitions) {
    const known = entries.filter(({ seq }) => seq <= seen);
    const [first, ...later] = known;
    if (first === undefined) continue;
    const came = short(first.body['arrivedAt'] ?? first.at).slice(0, 10);
    if (came > to) continue;
    const told = later.filter(({ at }) => at.slice(0, 10) <= to);
    const about = told.findLast(({ type }) => type === 'petition-reclassified')?.body ?? first.body;
    if (about['content'] === 'other') continue;
    // Whose it is in the end: what was passed on, refused or taken back is in no column; given back it is this office's again.
    const turn = told.findLast(({ type }) => /^petition-(answered|refused|forwarded|withdrawn|sent-back)$/.test(type));
    const answered = turn?.type === 'petition-answered' ? turn.at.slice(0, 10) : null;
    if (answered === null && turn !== undefined && turn.type !== 'petition-sent-back') continue;
    if (answered !== null && answered < from) continue;
    const [before, isAct] = [came < from, about['content'] === 'act'];
    const columns = ['3', isAct ? '4' : '5', before ? '6' : '7'];
    if (answered === null) columns.push('13', isAct ? '14' : '15');
    else {
      columns.push('8', isAct ? '9' : '10', before ? '11' : '12');
      if (told.some(({ type }) => type === 'petition-published')) columns.push('16');
    }
    for (const line of [(lines[about['field']] ??= {}), (lines[''] ??= {})])
      for (const column of columns) line[column] = (line[column] ?? 0) + 1;
  }
  return lines;
}

const ofCentre = {
  '3': 'points',
  '4': 'ownStaff',
  '5': 'sentStaff',
  '6': 'contractStaff',
  '7': 'staffComputers',
  '8': 'publicComputers',
  '9': 'scanners',
  '10': 'touchScreens',
} as const;

/** Biểu 08b: what was said last of the last day of the period; enough is 1, not enough 0, and what nobody said is null. */
export function centreByTheForm(
  office: readonly JournalFile[],
  { to }: Days,
  seen = Infinity,
): Record<string, number | null> {
  const said = office
    .flatMap(({ entries }) => entries)
    .filter(({ seq, type }) => type === 'centre-facts-set' && seq <= seen)
    .map(({ seq, body }) => ({ seq, from: String(body['from']), body }))
    .filter(({ from }) => from <= to)
    .toSorted((a, b) => (a.from === b.from ? a.seq - b.seq : a.from < b.from ? -1 : 1))
    .at(-1)?.body;
  return Object.fromEntries(
    Object.entries(ofCentre).map(([column, name]) => {
      const value = (said?.[name] ?? null) as number | boolean | null;
      return [column, typeof value === 'boolean' ? Number(value) : value];
    }),
  );
}

export type OnTime = {
  readonly received: string;
  readonly field: string;
  readonly online: boolean;
  readonly onTime: boolean;
  /** Not handled when the period was over. */
  readonly open: boolean;
};

/**
 * One file in the portal's count of a period that is over, or null where it is none of it: the end against the promise to the second; more than one request for
 * papers is late; of one that was answered the time it took is taken off; one without an answer ends the count when it was made.
 */
export function onTimeByThePortal(
  { entries }: JournalFile,
  { from, to }: Days,
  facts: { readonly field: string; readonly isHere: boolean; readonly received: string; readonly online: boolean },
  seen = Infinity,
): OnTime | null {
  const { field, isHere, received, online } = facts;
  if (!isHere || received.slice(0, 10) < from || received.slice(0, 10) > to) return null;
  const [first, ...later] = entries.filter(({ seq }) => seq <= seen);
  const known = later.filter(({ at }) => at.slice(0, 10) <= to);
  const asked: { from: string; to: string | null }[] = [];
  let due: string | null = short(first?.body['dueAt'] ?? '');
  let end: { type: string; at: string } | null = null;
  for (const { type, at, body } of known) {
    if (type === 'supplement-requested') asked.push({ from: at, to: null });
    const last = asked.at(-1);
    if (type === 'supplemented' && last !== undefined) last.to ??= at;
    if (type === 'obligation-requested' && body['stopsClock'] === true) due = null;
    if (typeof (body['extendedTo'] ?? body['dueAt']) === 'string' && type !== 'obligation-requested')
      due = short(body['extendedTo'] ?? body['dueAt']);
    if (type === 'resumed') end = null;
    if (/^(finished|refused|withdrawn|stopped)$/.test(type)) end ??= { type, at };
  }
  const one = { received, field, online, open: end === null };
  if (asked.length > 1) return { ...one, onTime: false };
  if (due === null) return { ...one, onTime: true };
  const [only] = asked;
  const isDecided = end !== null && /^(finished|refused)$/.test(end.type);
  const moment = only !== undefined && only.to === null && !isDecided ? only.from : (end?.at ?? `${to}T00:00:00`);
  const seconds = (time: string) => Date.parse(`${short(time)}Z`) / 1000;
  const waited = only === undefined || only.to === null ? 0 : seconds(only.to) - seconds(only.from);
  return { ...one, onTime: seconds(moment) - waited <= seconds(due) };
}
