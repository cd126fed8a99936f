import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { findUuidBytes } from '../file/codecs.ts';
import { byOwnDesk, kindCode } from '../journal/subject.ts';

/** What somebody looked at that shows a person: a case, what is known under an id number, a paper, a list that left the desk. */
export type LookUp = {
  readonly accountId: number;
  /** `ahead`: the hand rested on a line of a list, and what its page would show was asked for. */
  readonly kind: 'case' | 'number' | 'paper' | 'export' | 'ahead';
  readonly about: string;
  /** Seconds since 1970. */
  readonly at: number;
};

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
  readonly type: string;
  readonly number: string | null;
  readonly whom: string | null;
  readonly why: string | null;
};

type Row = { at: number; username: string | null; type: string; name: Buffer; kind: number; body: string };

/** What happened to accounts, keys and settings of this office, the newest first. What other desks tell of theirs, under whatever names, is none of it. */
export function officeLog(db: Db, before: number, limit: number): LogLine[] {
  const rows = prepared(
    db,
    `SELECT at, username, type, name, kind, body FROM subject CROSS JOIN journal USING (subject_id) LEFT JOIN account USING (account_id)
      WHERE kind IN (${kindCode('office')}, ${kindCode('account')}) AND ${byOwnDesk} AND at < ? ORDER BY seq DESC LIMIT ?`,
  ).all(before, limit) as Row[];
  return rows.map(({ at, username, type, name, kind, body }) => {
    const said = JSON.parse(body) as {
      reason?: string;
      ground?: string;
      act?: { username: string };
      username?: string;
    };
    const whom = kind === kindCode('account') ? name.toString('utf8') : (said.act?.username ?? said.username ?? null);
    return { at, username, type, number: null, whom, why: said.reason ?? said.ground ?? null };
  });
}

type LookRow = { at: number; username: string | null; kind: LookUp['kind']; about: string };

/** What was looked at, the newest first. */
export function lookUpLog(db: Db, before: number, limit: number): LogLine[] {
  const rows = prepared(
    db,
    `SELECT at, username, kind, about FROM look_up LEFT JOIN account USING (account_id) WHERE at < ? ORDER BY slot DESC, at DESC LIMIT ?`,
  ).all(before, limit) as LookRow[];
  const findCase = prepared(
    db,
    `SELECT number, full_name AS whom FROM subject JOIN case_summary ON case_id = subject_id JOIN person USING (person_id)
      WHERE subject.name = ? AND subject.kind = ${kindCode('case')}`,
  );
  return rows.map(({ at, username, kind, about }) => {
    const line = { at, username, type: `looked-${kind}`, why: null };
    const id = kind === 'case' || kind === 'ahead' ? findUuidBytes(about) : undefined;
    if (id === undefined) return { ...line, number: null, whom: about };
    const found = findCase.get(id) as { number: string; whom: string } | undefined;
    return { ...line, number: found?.number ?? null, whom: found?.whom ?? null };
  });
}
