import { type CaseSummary, type SummaryRow, selectSummary, summaryOf } from './case-store.ts';
import type { Db } from './open.ts';

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
  const row = db
    .prepare(`SELECT kind, full_name AS fullName, id_number AS idNumber, date_of_birth AS dateOfBirth, sex, address, phone, email
      FROM person WHERE id_number = ?`)
    .get(idNumber) as Record<string, string | null> | undefined;
  if (row === undefined) return undefined;
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as KnownPerson;
}

/** Their cases, newest first. */
export function casesOfPerson(db: Db, idNumber: string, limit: number): CaseSummary[] {
  const rows = db
    .prepare(`${selectSummary} WHERE person_id = (SELECT person_id FROM person WHERE id_number = ?)
      ORDER BY accepted_at DESC, case_id DESC LIMIT ?`)
    .all(idNumber, limit) as SummaryRow[];
  return rows.map(summaryOf);
}
