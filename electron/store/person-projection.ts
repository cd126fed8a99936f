import type { Person } from '../contract/person.ts';
import type { Db } from './open.ts';
import { searchProjection } from './search-projection.ts';

/** The newest particulars of everybody who has filed here, by id number; returns the person's row. */
export function personProjection(db: Db): (person: Person) => number {
  const find = db.prepare('SELECT person_id, full_name FROM person WHERE id_number = ?');
  const insert = db.prepare(`INSERT INTO person (id_number, kind, full_name, date_of_birth, sex, address, phone, email)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  // What was left blank this time does not wipe out what was known.
  const update = db.prepare(`UPDATE person SET kind = ?, full_name = ?, date_of_birth = coalesce(?, date_of_birth),
    sex = coalesce(?, sex), address = coalesce(?, address), phone = coalesce(?, phone), email = coalesce(?, email)
    WHERE person_id = ?`);
  const search = searchProjection(db);

  return (person) => {
    const rest = [
      person.dateOfBirth ?? null,
      person.sex ?? null,
      person.address || null,
      person.phone || null,
      person.email || null,
    ] as const;
    const known = find.get(person.idNumber) as { person_id: number; full_name: string } | undefined;
    if (known === undefined) {
      const { lastInsertRowid } = insert.run(person.idNumber, person.kind, person.fullName, ...rest);
      const personId = Number(lastInsertRowid);
      search.add(personId, person.fullName);
      return personId;
    }
    update.run(person.kind, person.fullName, ...rest, known.person_id);
    if (known.full_name !== person.fullName) search.replace(known.person_id, known.full_name, person.fullName);
    return known.person_id;
  };
}
