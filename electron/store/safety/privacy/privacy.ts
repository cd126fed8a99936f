import { type PersonsNamed, namesOneIn } from '../../../domain/safety/privacy/persons-named.ts';
import type { KeepingTerm } from '../../../domain/safety/privacy/keeping.ts';
import { civilOf, findUuidBytes, uuidText } from '../../file/rows/codecs.ts';
import { underNumber } from '../../common/person/person.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { kindCode, ofThisOffice } from '../../journal/subject.ts';
import { isOwnDesk } from '../../journal/journal.ts';
import type { LookUp } from '../../common/office/log.ts';
import { statusIn } from '../../counter/case/listed.ts';

type TermRow = { at: number; body: string };
export type KeptTerm = KeepingTerm & { readonly at: string };

/** The last word on each field. */
export function keepingTerms(db: Db): ReadonlyMap<string, KeptTerm> {
  const rows = prepared(
    db,
    `SELECT at, body FROM journal WHERE ${ofThisOffice} AND type = 'keeping-term-set' ORDER BY seq`,
  ).all() as TermRow[];
  return new Map(
    rows.map(({ at, body }) => {
      const { field, years, document } = JSON.parse(body) as KeepingTerm;
      return [field, { field, years, document, at: civilOf(at) }] as const;
    }),
  );
}

const withField = `case_summary JOIN catalogue_procedure USING (procedure_id)`;

/** How many closed files there are of each field of procedures. */
export function closedByField(db: Db): readonly { readonly field: string; readonly cases: number }[] {
  return prepared(
    db,
    `SELECT coalesce(body ->> '$.field', '') AS field, count(*) AS cases FROM ${withField} WHERE ${statusIn('closed')} GROUP BY 1 ORDER BY 2 DESC, 1`,
  ).all() as { field: string; cases: number }[];
}

/** Closed files of a field received before a moment (seconds since 1970), the oldest first: those received later cannot be past a term that began after it. */
export function* closedBefore(db: Db, field: string, before: number): Generator<string> {
  const rows = prepared(
    db,
    `SELECT subject.name AS name FROM ${withField} JOIN subject ON subject_id = case_id
      WHERE ${statusIn('closed')} AND accepted_at < ? AND body ->> '$.field' = ? ORDER BY accepted_at, case_id`,
  );
  for (const { name } of rows.iterate(before, field) as IterableIterator<{ name: Buffer }>) yield uuidText(name);
}

/** Every person row under an id number: a marriage, a slip of the hand, a household business make several. */
export function personsUnder(db: Db, idNumber: string): readonly PersonHeld[] {
  return prepared(
    db,
    `SELECT kind, full_name AS fullName, date_of_birth AS dateOfBirth, sex, address, phone, email FROM person WHERE ${underNumber} ORDER BY person_id`,
  ).all(idNumber) as PersonHeld[];
}
export type PersonHeld = {
  readonly kind: string;
  readonly fullName: string;
  readonly dateOfBirth: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/**
 * The subjects whose entries name an id number anywhere in their bodies: cases, waiting files, receipts, whoever the number was of there. Reads the whole journal; asked for seldom.
 */
export function subjectsNaming(db: Db, idNumber: string): readonly { readonly kind: number; readonly id: string }[] {
  const rows = prepared(
    db,
    `SELECT DISTINCT kind, name FROM journal JOIN subject USING (subject_id)
      WHERE kind IN (${kindCode('case')}, ${kindCode('intake')}, ${kindCode('receipt')}, ${kindCode('petition')}) AND instr(body, ?) > 0 ORDER BY seq`,
  ).all(JSON.stringify(idNumber)) as { kind: number; name: Buffer }[];
  return rows.map(({ kind, name }) => ({ kind, id: uuidText(name) }));
}

export type LookedAt = {
  /** Seconds since 1970. */
  readonly at: number;
  readonly username: string;
  readonly fullName: string;
  readonly kind: LookUp['kind'];
  readonly about: string;
};

/** Who looked at what between two moments (seconds since 1970), in order; one account's alone where it is named. */
export function looksBetween(db: Db, from: number, to: number, username: string | null): readonly LookedAt[] {
  return prepared(
    db,
    `SELECT at, username, full_name AS fullName, kind, about FROM look_up JOIN account USING (account_id)
      WHERE at >= ? AND at < ? AND (? IS NULL OR username = ?) ORDER BY at, username`,
  ).all(from, to, username, username) as LookedAt[];
}

/** Who looked at a number, or at cases, by whatever is told of them. */
export function looksAbout(db: Db, about: readonly string[]): readonly LookedAt[] {
  const find = prepared(
    db,
    `SELECT at, username, full_name AS fullName, kind, about FROM look_up JOIN account USING (account_id) WHERE about = ? OR about LIKE ? ORDER BY at`,
  );
  return about.flatMap((one) => find.all(one, `${one}.%`) as LookedAt[]).toSorted((a, b) => a.at - b.at);
}

/** Since when looks are kept here: the oldest there is, in seconds since 1970; null where there is none. */
export function oldestLook(db: Db): number | null {
  return (preparedValue(db, 'SELECT min(at) FROM look_up').get() as number | null) ?? null;
}

/** Of an entry: whether it can be taken out, or why not. */
export function erasability(db: Db, seq: number): 'can' | 'erased' | 'older-form' | 'other-desks' {
  const row = prepared(
    db,
    'SELECT chain, body_digest IS NOT NULL AS gone, uuid FROM journal JOIN desk USING (desk_id) WHERE seq = ?',
  ).get(seq) as { chain: number | null; gone: 0 | 1; uuid: string } | undefined;
  if (row === undefined) throw new Error(`no entry ${seq}`);
  if (row.gone === 1) return 'erased';
  if (row.chain === null) return 'older-form';
  return isOwnDesk(db, row.uuid) ? 'can' : 'other-desks';
}

/** Whether a reason was typed for a print of a case's papers, or of the file that it began as. */
export function hasPrintReasons(db: Db, caseId: string): boolean {
  const has = preparedValue(
    db,
    `SELECT 1 FROM subject AS about CROSS JOIN print_job ON print_job.case_id = about.subject_id
      CROSS JOIN journal ON journal.subject_id = job_id
      WHERE about.name = ? AND about.kind IN (${kindCode('case')}, ${kindCode('intake')}) AND body ->> '$.reason' IS NOT NULL LIMIT 1`,
  );
  return has.get(findUuidBytes(caseId)) !== undefined;
}

/** Whether a hand-over list that names a case has a note in somebody's own words. */
export function hasNotedLists(db: Db, caseId: string): boolean {
  const has = preparedValue(
    db,
    `SELECT 1 FROM hand_over WHERE instr(state, ?) > 0 AND coalesce(state ->> '$.note', '') <> '' LIMIT 1`,
  );
  return has.get(caseId) !== undefined;
}

/** Whether a petition is about a case, by one of its numbers. */
export function hasPetitionsOf(db: Db, numbers: readonly string[]): boolean {
  const has = preparedValue(
    db,
    `SELECT 1 FROM petition WHERE state ->> '$.facts.caseNumber' IN (SELECT value FROM json_each(?)) LIMIT 1`,
  );
  return has.get(JSON.stringify(numbers)) !== undefined;
}

/** Whether somebody is kept as having looked for one of these numbers. */
export function hasLooksAt(db: Db, idNumbers: readonly string[]): boolean {
  const has = preparedValue(
    db,
    `SELECT 1 FROM look_up WHERE kind = 'number' AND about IN (SELECT value FROM json_each(?)) LIMIT 1`,
  );
  return has.get(JSON.stringify(idNumbers)) !== undefined;
}

/**
 * Throws away the scratch paper that names somebody, of every account, where it was last saved no later than a moment (seconds since 1970): the form that their file was typed in.
 * Returns whether later ones name them: those are of something that is being typed now.
 */
export function dropDrafts(db: Db, persons: PersonsNamed, until: number): boolean {
  const drafts = prepared(db, 'SELECT account_id, draft_id, label, body, saved_at FROM draft').all() as DraftRow[];
  const naming = drafts.filter(({ label, body }) => namesOneIn([label, JSON.parse(body)], persons));
  const drop = prepared(db, 'DELETE FROM draft WHERE account_id = ? AND draft_id = ?');
  const isOver = ({ saved_at }: DraftRow): boolean => saved_at <= until;
  for (const { account_id, draft_id } of naming.filter(isOver)) drop.run(account_id, draft_id);
  return !naming.every(isOver);
}

type DraftRow = {
  readonly account_id: number;
  readonly draft_id: string;
  readonly label: string;
  readonly body: string;
  readonly saved_at: number;
};
