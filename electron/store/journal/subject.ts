import type { Subject } from '../../domain/entries/entry.ts';
import { findUuidBytes, uuidText } from '../file/rows/codecs.ts';
import type { Db } from '../file/db.ts';
import { preparedValue } from '../file/rows/prepared.ts';

type Kind = Subject['kind'];

/** How an id stands in the table: as its own text, or as the sixteen bytes of a UUID. */
type Packing = { readonly find: (id: string) => Buffer | undefined; readonly text: (name: Buffer) => string };

const asText: Packing = { find: (id) => Buffer.from(id), text: (name) => name.toString('utf8') };
const asUuid: Packing = { find: findUuidBytes, text: uuidText };

type Row<S> = {
  /** The number of the kind in the table. It is in every file: it never changes, and no other kind is given it. */
  readonly code: number;
  /** What tells subjects of the kind apart; null where there is one alone, which goes by the name of its kind. */
  readonly id: Exclude<keyof S, 'kind'> | null;
  readonly packing: Packing;
};

/** All kinds of subject. A new one is a row here and its type in domain/entries/entry.ts; projections.ts then asks what follows from it. */
const kinds: { readonly [K in Kind]: Row<Extract<Subject, { kind: K }>> } = {
  office: { code: 1, id: null, packing: asText },
  account: { code: 2, id: 'username', packing: asText },
  case: { code: 3, id: 'caseId', packing: asUuid },
  print: { code: 4, id: 'jobId', packing: asUuid },
  till: { code: 5, id: 'till', packing: asText },
  receipt: { code: 6, id: 'receiptId', packing: asUuid },
  intake: { code: 7, id: 'intakeId', packing: asUuid },
  'hand-over': { code: 8, id: 'handOverId', packing: asUuid },
  kit: { code: 9, id: 'kitId', packing: asUuid },
  petition: { code: 10, id: 'petitionId', packing: asUuid },
};

const byCode = new Map((Object.keys(kinds) as Kind[]).map((kind) => [kinds[kind].code, kind]));

export function kindCode(kind: Kind): number {
  return kinds[kind].code;
}

/** The kind behind its code in the table. Throws on a code that the table's own check would have refused. */
export function kindOf(code: number): Kind {
  const kind = byCode.get(code);
  if (kind === undefined) throw new Error(`no subject of kind ${code}`);
  return kind;
}

export type SubjectKey = { readonly kind: number; readonly name: Buffer };

/** How a subject stands in its table. Throws on an id that is not a UUID where it has to be: ids are made here or checked at the door. */
export function subjectKey(subject: Subject): SubjectKey {
  const { code, id, packing } = kinds[subject.kind] as Row<Record<string, string>>;
  const name = packing.find(id === null ? subject.kind : ((subject as Record<string, string>)[id] ?? ''));
  if (name === undefined) throw new Error('a subject id is not a UUID');
  return { kind: code, name };
}

/** The name a subject has in the hash chain and in an export: it does not depend on row numbers. */
export function subjectText({ kind: code, name }: SubjectKey): string {
  const kind = kindOf(code);
  const { id, packing } = kinds[kind];
  return id === null ? kind : `${kind}:${packing.text(name)}`;
}

/** Whether a subject may stand in its table, and is called the same when it is read back: a name is a UUID where it has to be, and a text as it would be written. */
export function isSubjectKey({ kind: code, name }: SubjectKey): boolean {
  const kind = byCode.get(code);
  if (kind === undefined) return false;
  const { id, packing } = kinds[kind];
  if (packing === asUuid) return name.length === 16;
  const text = name.toString('utf8');
  if (id === null) return text === kind;
  return name.length > 0 && name.length <= mostBytes && !text.includes('\0') && Buffer.from(text).equals(name);
}

const mostBytes = 400;

/** The row of a subject by its id; undefined where this file knows none, or the text can be no id of that kind. */
export function findSubjectRow(db: Db, kind: Kind, id: string): number | undefined {
  const { code, packing } = kinds[kind];
  const name = packing.find(id);
  if (name === undefined) return undefined;
  const find = preparedValue(db, 'SELECT subject_id FROM subject WHERE name = ? AND kind = ?');
  return find.get(name, code) as number | undefined;
}

/** Entries that a thing begins with. */
const begins = ['received', 'receipt-issued', 'hand-over-made', 'petition-received', 'arrived'] as const;

/** The UUID of the desk at which a thing began, of several the one that comes first in the one order; undefined where it is not here. */
export function findBeginningDesk(db: Db, kind: Kind, id: string): string | undefined {
  const row = findSubjectRow(db, kind, id);
  if (row === undefined) return undefined;
  const first = `SELECT uuid FROM journal JOIN desk USING (desk_id) WHERE subject_id = ? AND type IN ('${begins.join("', '")}')
    ORDER BY clock, uuid LIMIT 1`;
  return preparedValue(db, first).get(row) as string | undefined;
}

/** The office, in SQL: a file has one. */
export const officeRow = `(SELECT subject_id FROM subject WHERE kind = ${kinds.office.code} AND name = CAST('office' AS BLOB))`;

/**
 * Entries by this file's own desks, in SQL. What is said of the office and of accounts counts from these alone: another desk's people, keys, requests and settings are
 * its own, by whatever names they go.
 */
export const byOwnDesk = ownRow('');

/** The same of a table of the journal that goes by another name. */
export function byOwnDeskIn(table: string): string {
  return ownRow(`${table}.`);
}

/** What a desk told that this file was, before that one went on elsewhere, is this file's own past. */
function ownRow(of: string): string {
  return `(${of}desk_id NOT IN (SELECT desk_id FROM desk WHERE other = 1)
    OR ${of}seq <= (SELECT until FROM (SELECT desk_id AS former, own_until AS until FROM desk WHERE own_until IS NOT NULL) WHERE former = ${of}desk_id))`;
}

/** Entries of the office by this file's own desks, in SQL: how another desk is set up, and by which lists, says nothing of this one. */
export const ofThisOffice = `subject_id = ${officeRow} AND ${byOwnDesk}`;
