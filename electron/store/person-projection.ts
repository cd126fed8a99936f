import type { Person } from '../contract/person.ts';
import type { Db } from './open.ts';
import { searchProjection } from './search-projection.ts';

/** The newest particulars of everybody who has filed here, by id number; returns the person's row. */
export function personProjection(db: Db): (person: Person) => number {
  const find =
    db.prepare(`SELECT person_id AS personId, kind, full_name AS fullName, date_of_birth AS dateOfBirth, sex, address, phone,
    email FROM person WHERE id_number = ?`);
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
    const { idNumber, fullName } = person;
    const known = find.get(idNumber) as Known | undefined;
    if (known === undefined) {
      const { lastInsertRowid } = insert.run(idNumber, person.kind, fullName, ...rest);
      const personId = Number(lastInsertRowid);
      search.add(personId, { idNumber, fullName, phone: person.phone || null });
      return personId;
    }
    // Most people come again as they were.
    if (!changes(known, person)) return known.personId;
    update.run(person.kind, fullName, ...rest, known.personId);
    search.replace(known.personId, { ...known, idNumber }, { idNumber, fullName, phone: person.phone || known.phone });
    return known.personId;
  };
}

type Known = Record<'kind' | 'fullName' | 'dateOfBirth' | 'sex' | 'address' | 'phone' | 'email', string | null> & {
  readonly personId: number;
  readonly fullName: string;
};

const kept = ['kind', 'fullName', 'dateOfBirth', 'sex', 'address', 'phone', 'email'] as const;

function changes(known: Known, person: Person): boolean {
  return kept.some((name) => (person[name] || known[name]) !== known[name]);
}
