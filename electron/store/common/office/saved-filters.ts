import { type PersonsNamed, namesOneIn } from '../../../domain/safety/privacy/persons-named.ts';
import type { Db } from '../../file/db.ts';
import { preparedValue } from '../../file/rows/prepared.ts';
import { findPreference, keepPreference } from './preferences.ts';

/** The saved filters of every list of one account, as they were kept, in the order of their keys. */
export function listSavedFilters(db: Db, accountId: number): readonly unknown[] {
  const kept = findPreference(db, accountId, 'filters');
  return Array.isArray(kept) ? kept : [];
}

export function keepSavedFilters(db: Db, accountId: number, filters: readonly unknown[]): void {
  keepPreference(db, accountId, 'filters', filters);
}

/** Takes out, of every account, the saved filters that name one of these people. */
export function dropSavedFiltersNaming(db: Db, persons: PersonsNamed): void {
  const accounts = preparedValue(db, `SELECT account_id FROM preference WHERE name = 'filters'`).all() as number[];
  for (const accountId of accounts) {
    const filters = listSavedFilters(db, accountId);
    const left = filters.filter((filter) => !namesOneIn(filter, persons));
    if (left.length < filters.length) keepSavedFilters(db, accountId, left);
  }
}
