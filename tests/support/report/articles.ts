import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openToRead } from '../../../electron/store/file/opening/open.ts';

/**
 * Biểu 07a once more, written from the text of the form (TT 09/2026) and of NĐ 118/2025 over the bare rows of the journal: bodies are read as JSON
 * as they lie there and nothing of the product's reading, folding or tables is used. What a reception leaves to the list of procedures is
 * looked up in the list's own file.
 */

type Body = Record<string, any>;
type Entry = { readonly seq: number; readonly at: string; readonly type: string; readonly body: Body };
export type JournalFile = { readonly caseId: string; readonly entries: readonly Entry[] };
type Listed = {
  code: string;
  field: string;
  decidingAgency: string;
  onlineLevel: string | null;
  terms: { value: number; unit: string; channels?: string[]; needs: string | null }[];
};

const list = new Map(
  (
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../resources/data/procedures.json'), 'utf8')) as {
      data: { procedures: Listed[] };
    }
  ).data.procedures.map((procedure) => [procedure.code, procedure]),
);

/** Civil, without the offset: `2026-11-14T23:59:59`. */
const civil = (seconds: number) => new Date((seconds + 7 * 3600) * 1000).toISOString().slice(0, 19);
const short = (time: string) => (time.length === 16 ? `${time}:00` : time.slice(0, 19));

/** Every case of an office as its journal tells it, by the row in which it began. */
export function filesInJournal(folder: string): readonly JournalFile[] {
  return subjectsInJournal(folder, 3);
}

/** Subjects of a kind: 1 the office, 3 cases, 6 receipts, 10 petitions. */
export function subjectsInJournal(folder: string, kind: 1 | 3 | 6 | 10): readonly JournalFile[] {
  const db = openToRead(folder);
  try {
    const rows = db
      .prepare(
        `SELECT seq, hex(name) AS id, at, type, body FROM journal JOIN subject USING (subject_id) WHERE kind = ? ORDER BY seq`,
      )
      .all(kind) as { seq: number; id: string; at: number; type: string; body: string }[];
    return [...Map.groupBy(rows, ({ id }) => id)].map(([id, told]) => ({
      caseId: id.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
      entries: told.map(({ seq, at, type, body }) => ({ seq, at: civil(at), type, body: JSON.parse(body) as Body })),
    }));
  } finally {
    db.close();
  }
}

/** How far the journal is: what is told later has a greater number. */
export function journalEnd(folder: string): number {
  const db = openToRead(folder);
  try {
    return db.prepare('SELECT max(seq) FROM journal').pluck().get() as number;
  } finally {
    db.close();
  }
}

export type Days = { readonly from: string; readonly to: string };

/** Where one file stands in a period, as far as the journal was at entry `seen`; undefined where it is none of the period's. */
export function columnsByTheArticles(
  { entries }: JournalFile,
  { from, to }: Days,
  seen = Infinity,
): { readonly field: string; readonly columns: readonly [string, string] } | undefined {
  const [reception, ...later] = entries.filter(({ seq }) => seq <= seen);
  if (reception === undefined) return undefined;
  const { body } = reception;
  // On a numbered blank the paper's time counts (NĐ 118/2025 Điều 17); of another centre's file the arrival (k3).
  const received = short(body['fromKit']?.acceptedAt ?? body['foreign']?.arrivedAt ?? reception.at);
  if (received.slice(0, 10) > to) return undefined;
  const known = later.filter(({ at }) => at.slice(0, 10) <= to);
  const { procedure, facts, isHere } = decidedBy(body, known);
  if (!isHere) return undefined;

  // What was taken up again counts by what came of it then.
  const again = known.findLastIndex(({ type }) => type === 'resumed');
  const end = known.findIndex(
    ({ type }, at) => at > again && ['finished', 'refused', 'withdrawn', 'stopped'].includes(type),
  );
  const ended = known[end];
  if (ended !== undefined && ended.at.slice(0, 10) < from) return undefined;

  let came: string;
  const channel: string = facts['channel'] ?? 'direct';
  if (received.slice(0, 10) < from) came = '8';
  else if (channel === 'post') came = '6';
  else if (channel === 'direct') came = '7';
  else came = procedure.onlineLevel === 'full' ? '4' : procedure.onlineLevel === 'partial' ? '5' : '4 or 5';

  const course = ended === undefined ? known : known.slice(0, end);
  const asked = course.findLast(({ type }) => type === 'supplement-requested' || type === 'supplemented');
  const awaits = asked?.type === 'supplement-requested' ? asked.at : null;
  // Điều 19 k5: from the request on no time runs; a result given all the same is measured by its own day.
  const result = ended?.type === 'finished' || ended?.type === 'refused';
  const moment = (result ? null : awaits) ?? ended?.at ?? `${to}T23:59:59`;

  const promises = [reception, ...course].filter(
    ({ body: said }) => typeof said['dueAt'] === 'string' || typeof said['extendedTo'] === 'string',
  );
  const promise = promises.at(-1)?.body ?? {};
  const due = short(promise['extendedTo'] ?? promise['dueAt']);
  const money = course.findLast(({ type, body: said }) =>
    type === 'obligation-requested' ? said['stopsClock'] === true : type === 'obligation-met',
  );
  const standsStill = money?.type === 'obligation-requested';
  const own = procedure.terms.find(({ needs, channels }) => needs === null && channels === undefined);
  const unit: string = facts['term']?.unit ?? own?.unit;
  // BLDS Điều 147 k1: hours end at their hour; so does a day and hour agreed in writing (NĐ 23/2015 Điều 21, 33, 37). A verification has a limit of its own.
  const byHourAfter = (told: readonly Entry[]) => {
    const other = told.findLast(({ type }) => type === 'verification-needed' || type === 'corrected');
    if (other?.type === 'verification-needed') return String(other.body['term']?.unit).endsWith('hour');
    return unit.endsWith('hour') || facts['termCase']?.agreed === true;
  };
  // Điều 12 k5: an apology sent when the day was over does not make the file one in time.
  const apology = course.some(({ type, body: said }) => type === 'extended' && said['overdue'] === true);
  const [day, dueDay] = [moment.slice(0, 10), due.slice(0, 10)];
  const pastHour = byHourAfter(course) && day === dueDay && moment > due;
  // Điều 19 k5 counts anew; a promise that was over when its running was ended was broken all the same.
  const brokenBefore = known.some(({ type, at: on, body: said }, nth) => {
    const ends =
      ['supplement-requested', 'verification-needed', 'withdrawn', 'stopped'].includes(type) ||
      (type === 'obligation-requested' && said['stopsClock'] === true);
    if (!ends || (ended !== undefined && nth >= end)) return false;
    const before = [reception, ...known.slice(0, nth)];
    const clock = before.findLast(({ type: kind, body: what }) =>
      kind === 'obligation-requested' ? what['stopsClock'] === true : kind === 'obligation-met',
    );
    const papers = before.findLast(({ type: kind }) => kind === 'supplement-requested' || kind === 'supplemented');
    if (clock?.type === 'obligation-requested' || papers?.type === 'supplement-requested') return false;
    const told = before.findLast(({ body: what }) => typeof (what['extendedTo'] ?? what['dueAt']) === 'string')?.body;
    const until = short(told?.['extendedTo'] ?? told?.['dueAt']);
    const onItsDay = on.slice(0, 10) === until.slice(0, 10);
    return on.slice(0, 10) > until.slice(0, 10) || (byHourAfter(known.slice(0, nth)) && onItsDay && on > until);
  });
  const late = apology || brokenBefore || (!standsStill && (day > dueDay || pastHour));
  const onTheDay = !standsStill && day === dueDay;
  const stands = ended === undefined ? (late ? '15' : '14') : late ? '12' : onTheDay ? '11' : '10';
  return { field: procedure.field, columns: [came, stands] };
}

/** Biểu 07a is of who decides: this committee, or the committee's own step of a group; what came from another centre is decided here. */
function decidedBy(body: Body, known: readonly Entry[]): { procedure: Listed; facts: Body; isHere: boolean } {
  const facts = known.findLast(({ type }) => type === 'corrected')?.body ?? body;
  const code: string = facts['procedure']?.[0] ?? facts['procedureCode'];
  const procedure = list.get(code);
  if (procedure === undefined) throw new Error(`no procedure ${code}`);
  const [leg] = (facts['legs'] ?? []) as { agency: string; way: string }[];
  const isHere =
    body['foreign'] !== undefined ||
    (leg === undefined
      ? procedure.decidingAgency === 'UBND cấp xã'
      : leg.way === 'here' && !leg.agency.startsWith('Công an'));
  return { procedure, facts, isHere };
}

/** What of one file says whether another count has it: null where it was not received by the end of the period, as far as the journal was. */
export function receptionByTheArticles(
  { entries }: JournalFile,
  { to }: Days,
  seen = Infinity,
): { code: string; field: string; isHere: boolean; received: string; online: boolean } | null {
  const [reception, ...later] = entries.filter(({ seq }) => seq <= seen);
  if (reception === undefined) return null;
  const { body } = reception;
  const received = short(body['fromKit']?.acceptedAt ?? body['foreign']?.arrivedAt ?? reception.at);
  if (received.slice(0, 10) > to) return null;
  const known = later.filter(({ at }) => at.slice(0, 10) <= to);
  const { procedure, facts, isHere } = decidedBy(body, known);
  const { code, field } = procedure;
  return { code, field, isHere, received, online: facts['channel'] === 'online' };
}

export type Line = Readonly<Record<string, number>>;

/** The form's counted columns, a line for each field, «4 or 5» where the level is not known. */
export function countByTheArticles(files: readonly JournalFile[], days: Days, seen?: number): Record<string, Line> {
  const lines: Record<string, Record<string, number>> = {};
  for (const file of files) {
    const found = columnsByTheArticles(file, days, seen);
    if (found === undefined) continue;
    const line = (lines[found.field] ??= {});
    for (const column of found.columns) line[column] = (line[column] ?? 0) + 1;
  }
  return lines;
}
