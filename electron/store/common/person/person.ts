import { type Person, isUnnamed } from '../../../contract/common/person/person.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entryBodies } from '../../journal/bodies.ts';
import { hasOtherDesks, inOrder, tie } from '../../journal/order.ts';
import { isBodyTold } from '../../journal/taken-out.ts';
import { searchProjection } from './name-index.ts';

/**
 * In SQL: rows under this id number. Compared as it is with a parameter, the number would be weighed by the planner against the index of those
 * who have none (person_unnumbered): the statement would be prepared anew for each number, which takes longer than the search itself.
 */
export const underNumber = 'id_number = CAST(? AS TEXT)';

/**
 * Everybody who has filed here, by number and name, with the newest particulars of each; returns the row. Who files under a number that is
 * known with another name (a slip of the hand, a marriage, a household business under its owner's number) is a row of their own: the
 * cases of before keep the name they were filed under, and are found by it.
 */
export function personProjection(db: Db): (person: Person) => number {
  const known = `SELECT person_id AS personId, phone, date_of_birth IS coalesce(?, date_of_birth) AND sex IS coalesce(?, sex)
      AND address IS coalesce(?, address) AND phone IS coalesce(?, phone) AND email IS coalesce(?, email) AS same FROM person`;
  const find = prepared(db, `${known} WHERE ${underNumber} AND kind = ? AND full_name = ?`);
  // Who asked for copies and showed no card: all of them have the one number that is none, and an index of their names.
  const findByName = prepared(db, `${known} WHERE id_number = '' AND kind = ? AND full_name = ?`);
  const insert = prepared(
    db,
    `INSERT INTO person (id_number, kind, full_name, date_of_birth, sex, address, phone, email)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // What was left blank this time does not wipe out what was known.
  const update = prepared(
    db,
    `UPDATE person SET date_of_birth = coalesce(?, date_of_birth),
    sex = coalesce(?, sex), address = coalesce(?, address), phone = coalesce(?, phone), email = coalesce(?, email)
    WHERE person_id = ?`,
  );
  const search = searchProjection(db);

  return (person) => {
    const rest = [
      person.dateOfBirth ?? null,
      person.sex ?? null,
      person.address || null,
      person.phone || null,
      person.email || null,
    ] as const;
    const { kind, idNumber, fullName } = person;
    const found = (
      idNumber === '' ? findByName.get(...rest, kind, fullName) : find.get(...rest, idNumber, kind, fullName)
    ) as Known | undefined;
    if (found === undefined) {
      const personId = Number(insert.run(idNumber, kind, fullName, ...rest).lastInsertRowid);
      search.add(personId, { idNumber, fullName, phone: person.phone || null });
      return personId;
    }
    // Most people who are known come again as they were.
    if (found.same === 1) return found.personId;
    update.run(...rest, found.personId);
    const before = { idNumber, fullName, phone: found.phone };
    search.replace(found.personId, before, { ...before, phone: person.phone || found.phone });
    return found.personId;
  };
}

type Known = { readonly personId: number; readonly phone: string | null; readonly same: 0 | 1 };

type Particulars = Partial<Pick<Person, 'dateOfBirth' | 'sex' | 'address' | 'phone' | 'email'>>;
type Named = Pick<Person, 'kind' | 'idNumber' | 'fullName'>;

/**
 * Gives a person the particulars that the cases under their number and name tell, by the order in which these were noted, and forgets who has no case
 * left. What was noted of a case before it came under this name does not count.
 */
export function personRenewal(db: Db): (personId: number) => void {
  const find = prepared(
    db,
    `SELECT kind, id_number AS idNumber, full_name AS fullName, date_of_birth AS dateOfBirth, sex, address, phone, email
      FROM person WHERE person_id = ?`,
  );
  const hasCase = preparedValue(db, 'SELECT 1 FROM case_summary WHERE person_id = ? LIMIT 1');
  const casesOf = preparedValue(db, 'SELECT case_id FROM case_summary WHERE person_id = ?');
  const update = prepared(
    db,
    'UPDATE person SET date_of_birth = ?, sex = ?, address = ?, phone = ?, email = ? WHERE person_id = ?',
  );
  const forget = prepared(db, 'DELETE FROM person WHERE person_id = ?');
  const search = searchProjection(db);

  return (personId) => {
    const kept = find.get(personId) as (Named & { phone: string | null }) | undefined;
    // It stands for nobody, so nothing is noted of it; and its cases are very many.
    if (kept === undefined || (isUnnamed(kept) && hasCase.get(personId) !== undefined)) return;
    const cases = casesOf.all(personId) as number[];
    if (cases.length === 0) {
      search.remove(personId, kept);
      forget.run(personId);
      return;
    }
    const noted = cases.flatMap((caseId) => notedOf(db, caseId, kept)).toSorted(byMoment);
    const told: Particulars = Object.assign({}, ...noted.map(({ applicant }) => particularsOf(applicant)));
    const { dateOfBirth = null, sex = null, address = null, phone = null, email = null } = told;
    update.run(dateOfBirth, sex, address, phone, email, personId);
    search.replace(personId, kept, { ...kept, phone });
  };
}

/** What was left blank does not wipe out what was known. */
function particularsOf({ dateOfBirth, sex, address, phone, email }: Person): Particulars {
  const known = Object.entries({ dateOfBirth, sex, address, phone, email }).filter(([, value]) => value);
  return Object.fromEntries(known);
}

type Noted = { readonly applicant: Person; readonly moment: number; readonly uuid: string; readonly deskSeq: number };

type FactRow = {
  readonly deskId: number;
  readonly deskSeq: number;
  readonly clock: number;
  readonly at: number;
  readonly uuid: string;
  readonly type: string;
  readonly body: string;
};

/** What a case tells of its applicant since it is under this name, each with its moment: that of its entry, and never before what it follows. */
function notedOf(db: Db, caseId: number, { kind, idNumber, fullName }: Named): Noted[] {
  const rows = prepared(
    db,
    `SELECT journal.desk_id AS deskId, desk_seq AS deskSeq, clock, at, uuid, type, body FROM journal JOIN desk USING (desk_id)
      WHERE subject_id = ? AND type IN ('received', 'corrected') AND ${isBodyTold} ORDER BY seq`,
  ).all(caseId) as FactRow[];
  const bodies = entryBodies(db);
  let moment = 0;
  const noted: Noted[] = [];
  for (const [index, { at, type, body, clock, uuid, deskSeq }] of inOrder(db, rows).entries()) {
    // A second reception at another desk is told, and changes nothing.
    if (type === 'received' && index > 0) continue;
    const { applicant } = bodies.read(type, body, at, uuid) as { type: string } & { readonly applicant: Person };
    moment = Math.max(clock, moment + 1);
    const isTheirs = applicant.kind === kind && applicant.idNumber === idNumber && applicant.fullName === fullName;
    if (isTheirs) noted.push({ applicant, moment, uuid, deskSeq });
    else noted.length = 0;
  }
  return noted;
}

function byMoment(one: Noted, other: Noted): number {
  return (
    one.moment - other.moment ||
    (one.uuid < other.uuid ? -1 : Number(one.uuid > other.uuid)) ||
    one.deskSeq - other.deskSeq
  );
}

/** How those are called who have filed here under a number, the newest file first. */
export function namesUnder(db: Db, idNumber: string): { readonly kind: Person['kind']; readonly fullName: string }[] {
  return prepared(db, `SELECT kind, full_name AS fullName FROM person WHERE ${underNumber} ${newestFirst(db)}`).all(
    idNumber,
  ) as ReturnType<typeof namesUnder>;
}

function newestFirst(db: Db): string {
  const newness = hasOtherDesks(db) ? `printf('%012d', accepted_at) || hex(${tie(db)})` : 'case_id';
  return `ORDER BY (SELECT max(${newness}) FROM case_summary WHERE case_summary.person_id = person.person_id) DESC`;
}

export type KnownPerson = {
  readonly kind: 'citizen' | 'business' | 'household-business';
  readonly fullName: string;
  readonly idNumber: string;
  readonly dateOfBirth?: string;
  readonly sex?: 'male' | 'female';
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
};

/** What this desk knows of a person from the last time they filed. */
export function findPerson(db: Db, idNumber: string): KnownPerson | undefined {
  const row = prepared(
    db,
    `SELECT kind, full_name AS fullName, id_number AS idNumber, date_of_birth AS dateOfBirth, sex, address, phone, email
      FROM person WHERE ${underNumber} ${newestFirst(db)} LIMIT 1`,
  ).get(idNumber) as Record<string, string | null> | undefined;
  if (row === undefined) return undefined;
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as KnownPerson;
}
