import type { Person } from '../../contract/person/person.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { searchProjection } from './name-index.ts';

/** The newest particulars of everybody who has filed here, by id number; returns the person's row. */
export function personProjection(db: Db): (person: Person) => number {
  const find = prepared(
    db,
    'SELECT person_id AS personId, full_name AS fullName, phone FROM person WHERE id_number = ?',
  );
  // Most people who are known come again as they were: the file compares, and nothing of them is read out.
  const findSame = preparedValue(
    db,
    `SELECT person_id FROM person WHERE id_number = ? AND kind = ? AND full_name = ? AND date_of_birth IS coalesce(?, date_of_birth)
    AND sex IS coalesce(?, sex) AND address IS coalesce(?, address) AND phone IS coalesce(?, phone) AND email IS coalesce(?, email)`,
  );
  const insert = prepared(
    db,
    `INSERT INTO person (id_number, kind, full_name, date_of_birth, sex, address, phone, email)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  // What was left blank this time does not wipe out what was known.
  const update = prepared(
    db,
    `UPDATE person SET kind = ?, full_name = ?, date_of_birth = coalesce(?, date_of_birth),
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
    const { idNumber, fullName } = person;
    const { changes, lastInsertRowid } = insert.run(idNumber, person.kind, fullName, ...rest);
    if (changes === 1) {
      const personId = Number(lastInsertRowid);
      search.add(personId, { idNumber, fullName, phone: person.phone || null });
      return personId;
    }
    const same = findSame.get(idNumber, person.kind, fullName, ...rest) as number | undefined;
    if (same !== undefined) return same;
    const known = find.get(idNumber) as Known;
    update.run(person.kind, fullName, ...rest, known.personId);
    search.replace(known.personId, { ...known, idNumber }, { idNumber, fullName, phone: person.phone || known.phone });
    return known.personId;
  };
}

type Known = { readonly personId: number; readonly fullName: string; readonly phone: string | null };

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
      FROM person WHERE id_number = ?`,
  ).get(idNumber) as Record<string, string | null> | undefined;
  if (row === undefined) return undefined;
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as KnownPerson;
}
