import type { lookedAt } from '../../../contract/common/office/people.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { findUuidBytes } from '../../file/rows/codecs.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import { petitionNumber } from '../../../domain/counter/petition/petition.ts';
import { byOwnDesk, kindCode, ofThisOffice } from '../../journal/subject.ts';

/** What somebody looked at that shows a person: a case, what is known under an id number, a paper, a list that left the desk. */
export type LookUp = {
  readonly accountId: number;
  readonly kind: (typeof lookedAt)[number];
  readonly about: string;
  /** Seconds since 1970. */
  readonly at: number;
};

/** How a look at a list is kept: among what is skimmed, by the list and which part of it. */
export function listAbout(
  list: 'register' | 'certification' | 'apologies' | 'promise-changes',
  ...part: readonly string[]
): string {
  return ['list', list, ...part].join(' ');
}

/** Which list it was, in words; undefined for a look at one person's. */
function listTold(about: string): string | undefined {
  const [is, list, first = '', second = ''] = about.split(' ');
  if (is !== 'list') return undefined;
  switch (list) {
    case 'register':
      return `Sổ theo dõi hồ sơ ${dateText(first)}–${dateText(second)}`;
    case 'apologies':
      return 'Lời xin lỗi phải gửi';
    case 'promise-changes':
      return 'Ngày hẹn mà lịch mới tính khác';
    default:
      return `Sổ chứng thực ${second.split('-').toReversed().join('/')}`;
  }
}

const slotSeconds = 600;
/** TCVN 14423:2026 wants three months at level 3 and NĐ 165/2025 Điều 17 k10 six: a year covers both, and the month is for who looks late. */
const keptSeconds = 396 * 86_400;

/** What is looked at twice within ten minutes is one look. */
export function slotOf({ accountId, kind, about, at }: LookUp): string {
  return `${Math.floor(at / slotSeconds)} ${accountId} ${kind} ${about}`;
}

/** Keeps what was looked at, and forgets what is older than a year. */
export function keepLookUps(db: Db, looks: readonly LookUp[]): void {
  const keep = prepared(db, 'INSERT OR IGNORE INTO look_up (slot, account_id, kind, about, at) VALUES (?, ?, ?, ?, ?)');
  let newest = 0;
  for (const { accountId, kind, about, at } of looks) {
    keep.run(Math.floor(at / slotSeconds), accountId, kind, about, at);
    newest = Math.max(newest, at);
  }
  prepared(db, 'DELETE FROM look_up WHERE slot < ?').run(Math.floor((newest - keptSeconds) / slotSeconds));
}

/** A line of the log: who did what, of what number; whom it was about and why is not for everybody's eyes. */
export type LogLine = {
  /** Seconds since 1970. */
  readonly at: number;
  readonly username: string | null;
  /** Who stood for it beside them; the key on paper by the name it stands under. */
  readonly second: string | null;
  readonly type: string;
  /** What came of a request, where it was answered. */
  readonly outcome: string | null;
  readonly number: string | null;
  /** The id of the paper that was looked at. */
  readonly document: string | null;
  readonly whom: string | null;
  readonly why: string | null;
};

type Said = {
  readonly reason?: string;
  readonly ground?: string;
  readonly act?: { readonly username: string };
  readonly username?: string;
  readonly second?: string;
  readonly persons?: readonly string[];
  readonly request?: string;
  readonly outcome?: string;
  readonly caseId?: string;
  readonly found?: readonly string[];
};
type Row = { at: number; username: string | null; type: string; name: Buffer; kind: number; body: string };

/** What happened to accounts, keys and settings of this office, the newest first. What other desks tell of theirs, under whatever names, is none of it. */
export function officeLog(db: Db, before: number, limit: number): LogLine[] {
  const rows = prepared(
    db,
    `SELECT at, username, type, name, kind, body FROM subject CROSS JOIN journal USING (subject_id) LEFT JOIN account USING (account_id)
      WHERE kind IN (${kindCode('office')}, ${kindCode('account')}) AND ${byOwnDesk} AND at < ? ORDER BY seq DESC LIMIT ?`,
  ).all(before, limit) as Row[];
  // Of the machine in whose place this one stands; there is none on an island.
  const former = prepared(
    db,
    `SELECT at, actor AS username, type, name, kind, body FROM hub_machine
      WHERE kind IN (${kindCode('office')}, ${kindCode('account')}) AND at < ? ORDER BY at DESC, seq DESC LIMIT ?`,
  ).all(before, limit) as Row[];
  const all = former.length === 0 ? rows : [...rows, ...former].toSorted((a, b) => b.at - a.at).slice(0, limit);
  const findAsked = preparedValue(
    db,
    `SELECT body ->> '$.act.username' FROM journal WHERE ${ofThisOffice} AND type = 'account-asked' AND body ->> '$.request' = ?`,
  );
  const findNumber = preparedValue(
    db,
    `SELECT number FROM case_summary JOIN subject ON subject_id = case_id WHERE name = ? AND kind = ${kindCode('case')}`,
  );
  return all.map(({ at, username, type, name, kind, body }) => {
    const said = JSON.parse(body) as Said;
    const caseId = said.caseId === undefined ? undefined : findUuidBytes(said.caseId);
    const number = caseId === undefined ? null : ((findNumber.get(caseId) as string | undefined) ?? null);
    // Nobody is signed in while a register comes back: who proved who they are for it is named in the entry.
    const [first = null, second = null] = said.persons ?? [username, said.second];
    const asked = type === 'account-answered' ? (findAsked.get(said.request ?? '') as string | undefined) : undefined;
    const whom =
      kind === kindCode('account') ? name.toString('utf8') : (asked ?? said.act?.username ?? said.username ?? null);
    const about = { number, document: null, whom, why: said.reason ?? said.ground ?? said.found?.join('; ') ?? null };
    return { at, username: first, second, type, outcome: said.outcome ?? null, ...about };
  });
}

type LookRow = {
  readonly at: number;
  readonly username: string | null;
  readonly kind: LookUp['kind'];
  readonly about: string;
};

/** What was looked at, the newest first. */
export function lookUpLog(db: Db, before: number, limit: number): LogLine[] {
  const rows = prepared(
    db,
    `SELECT at, username, kind, about FROM look_up LEFT JOIN account USING (account_id) WHERE at < ? ORDER BY slot DESC, at DESC LIMIT ?`,
  ).all(before, limit) as LookRow[];
  return lookUpLines(db, rows);
}

/** What was looked at, by the number of the case and whom it is of. */
export function lookUpLines(db: Db, rows: readonly LookRow[]): LogLine[] {
  const ofCase = 'case_summary.number AS number, full_name AS whom FROM case_summary JOIN person USING (person_id)';
  const findCase = prepared(
    db,
    `SELECT ${ofCase} JOIN subject ON case_id = subject_id WHERE subject.name = ? AND subject.kind = ${kindCode('case')}`,
  );
  const findReceipted = prepared(
    db,
    `SELECT ${ofCase} JOIN receipt USING (case_id) JOIN subject ON receipt_id = subject_id WHERE subject.name = ? AND subject.kind = ${kindCode('receipt')}`,
  );
  /** It has no number of ours yet: the portal's, or the parcel's. */
  const findWaiting = prepared(
    db,
    `SELECT coalesce(state ->> '$.facts.portal.number', state ->> '$.facts.trackingNumber') AS number, state ->> '$.facts.applicant.fullName' AS whom
      FROM subject JOIN intake ON intake_id = subject_id WHERE subject.name = ? AND subject.kind = ${kindCode('intake')}`,
  );
  const findPetition = prepared(
    db,
    `SELECT series, serial, state ->> '$.facts.sender.name' AS whom FROM subject JOIN petition ON petition_id = subject_id
      WHERE subject.name = ? AND subject.kind = ${kindCode('petition')}`,
  );
  return rows.map(({ at, username, kind, about }) => {
    const line = { at, username, second: null, type: `looked-${kind}`, outcome: null, document: null, why: null };
    switch (kind) {
      case 'number':
        return { ...line, number: null, whom: about };
      case 'export':
        return { ...line, ...(found(findReceipted, about) ?? nobody) };
      case 'case':
      case 'paper':
      case 'ahead': {
        const list = listTold(about);
        if (list !== undefined) return { ...line, type: 'looked-list', number: list, whom: null };
        // A paper of a case is named by the case and its place there.
        const of = about.slice(0, 36);
        const named = found(findCase, of) ?? petitionNamed(findPetition, of) ?? found(findWaiting, of) ?? nobody;
        return { ...line, ...named, document: about.length > 36 || kind === 'paper' ? about : null };
      }
    }
  });
}

const nobody = { number: null, whom: null };

function found(find: ReturnType<typeof prepared>, id: string): { number: string | null; whom: string } | undefined {
  const bytes = findUuidBytes(id);
  return bytes === undefined ? undefined : (find.get(bytes) as { number: string | null; whom: string } | undefined);
}

function petitionNamed(
  find: ReturnType<typeof prepared>,
  id: string,
): { number: string; whom: string | null } | undefined {
  const bytes = findUuidBytes(id);
  const row = bytes && (find.get(bytes) as { series: string; serial: number; whom: string | null } | undefined);
  return row && { number: petitionNumber(row), whom: row.whom };
}

/** Why an account is shut: nobody used it, too many wrong passwords, or a person shut it and said why. */
export type ShutWhy = {
  readonly why: 'unused' | 'failed-sign-ins' | 'person' | 'renamed';
  /** Of a changed username the one that took its place. */
  readonly reason: string;
  /** Seconds since 1970. */
  readonly at: number;
};

/** Of every account that was ever shut, why it was the last time; whether it is now, the account says. */
export function shutWhys(db: Db): ReadonlyMap<string, ShutWhy> {
  const rows = prepared(
    db,
    `SELECT CAST(name AS TEXT) AS username, at, body FROM subject JOIN journal USING (subject_id)
      WHERE kind = ${kindCode('account')} AND ${byOwnDesk} AND type IN ('account-disabled', 'account-renamed', 'account-shut') ORDER BY seq`,
  ).all() as { username: string; at: number; body: string }[];
  return new Map(
    rows.map(({ username, at, body }) => {
      const { why = 'person', reason = '', to } = JSON.parse(body) as Partial<ShutWhy> & { readonly to?: string };
      return [username, to === undefined ? { why, reason, at } : { why: 'renamed', reason: to, at }];
    }),
  );
}
