import { canonicalJson } from '../../../../domain/base/canonical-json.ts';
import { foldCase } from '../../../../domain/counter/case/state.ts';
import { applyHandOver } from '../../../../domain/routing/hand-over.ts';
import type { Db } from '../../../file/db.ts';
import { prepared, preparedValue } from '../../../file/rows/prepared.ts';
import { countTold } from '../../../centre/exchange/contradictions.ts';
import { hasOtherDesks } from '../../../journal/order.ts';
import { handOverTable } from '../../../routing/hand-over.ts';
import { actionsInJournal, entryFold } from './fold-entries.ts';

/** What is wrong with legs and hand-over lists: a row that is not the fold of its entries, or one too many or too few. */
export function legFindings(db: Db): { looked: number; found: string[] } {
  const [legs, places, lists] = [caseLegFindings(db), placeFindings(db), listFindings(db)];
  return {
    looked: legs.looked + places.looked + lists.looked,
    found: [...legs.found, ...places.found, ...lists.found],
  };
}

function caseLegFindings(db: Db): { looked: number; found: string[] } {
  const actionsOf = actionsInJournal(db);
  const rows = prepared(db, 'SELECT case_id AS id, state FROM case_leg').all() as { id: number; state: string }[];
  const withLegs = preparedValue(
    db,
    `SELECT count(*) FROM journal AS entry WHERE type IN ('received', 'corrected') AND json_extract(body, '$.legs') IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.subject_id = entry.subject_id AND later.type = 'corrected' AND later.seq > entry.seq)`,
  ).get() as number;
  const isShared = hasOtherDesks(db);
  const found = rows
    .filter(({ id, state }) => canonicalJson(foldCase(actionsOf(id)).legs) !== state)
    .map(({ id }) => `the legs of case ${id} are not the fold of its actions`);
  // Which correction of two desks' is the later hangs on more than their places in this file: there the tables' own check counts.
  if (rows.length !== withLegs && !isShared)
    found.push(`${withLegs} cases with legs in the journal, ${rows.length} in the list`);
  return { looked: rows.length, found };
}

function placeFindings(db: Db): { looked: number; found: string[] } {
  const actionsOf = actionsInJournal(db);
  const rows = prepared(db, 'SELECT case_id AS id, place FROM bundle_away').all() as { id: number; place: string }[];
  const found = rows
    .filter(({ id, place }) => canonicalJson(foldCase(actionsOf(id)).bundle.at) !== place)
    .map(({ id }) => `the papers of case ${id} are not where its actions say`);
  return { looked: rows.length, found };
}

function listFindings(db: Db): { looked: number; found: string[] } {
  const [table, foldOf] = [handOverTable(db), entryFold(db, applyHandOver)];
  const rows = prepared(db, 'SELECT hand_over_id AS id, number FROM hand_over').all() as {
    id: number;
    number: string;
  }[];
  const made = countTold(db, 'hand-over', 'hand-over-made');
  const found = rows
    .filter(({ id }) => {
      const list = foldOf(id);
      return list === undefined || !table.says(id, list);
    })
    .map(({ number }) => `hand-over list ${number} is not the fold of its entries`);
  if (rows.length !== made) found.push(`${made} hand-over lists in the journal, ${rows.length} in the list`);
  return { looked: rows.length, found };
}
