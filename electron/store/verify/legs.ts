import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { type CaseState, foldCase } from '../../domain/case/state.ts';
import type { CaseAction } from '../../domain/entries/case.ts';
import type { HandOverEvent } from '../../domain/entries/hand-over.ts';
import { type HandOver, applyHandOver } from '../../domain/routing/hand-over.ts';
import { civilOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { type EntryBodies, entryBodies } from '../journal/bodies.ts';

type Entry = { seq: number; at: number; type: string; body: string };

const entriesOf = 'SELECT seq, at, type, body FROM journal WHERE subject_id = ? ORDER BY seq';

/** What is wrong with legs and hand-over lists: a row that is not the fold of its entries, or one too many or too few. */
export function legFindings(db: Db): { looked: number; found: string[] } {
  const [legs, places, lists] = [legDoubts(db), placeDoubts(db), listDoubts(db)];
  return {
    looked: legs.looked + places.looked + lists.looked,
    found: [...legs.found, ...places.found, ...lists.found],
  };
}

function legDoubts(db: Db): { looked: number; found: string[] } {
  const [entries, bodies] = [db.prepare(entriesOf), entryBodies(db)];
  const rows = db.prepare('SELECT case_id AS id, state FROM case_leg').all() as { id: number; state: string }[];
  const withLegs = db
    .prepare(`SELECT count(*) FROM journal AS told WHERE type IN ('received', 'corrected') AND json_extract(body, '$.legs') IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.subject_id = told.subject_id AND later.type = 'corrected' AND later.seq > told.seq)`)
    .pluck()
    .get() as number;
  const found = rows
    .filter(({ id, state }) => canonicalJson(foldOf(bodies, entries.all(id) as Entry[]).legs) !== state)
    .map(({ id }) => `the legs of case ${id} are not the fold of its actions`);
  if (rows.length !== withLegs) found.push(`${withLegs} cases with legs in the journal, ${rows.length} in the list`);
  return { looked: rows.length, found };
}

function placeDoubts(db: Db): { looked: number; found: string[] } {
  const [entries, bodies] = [db.prepare(entriesOf), entryBodies(db)];
  const rows = db.prepare('SELECT case_id AS id, place FROM bundle_away').all() as { id: number; place: string }[];
  const found = rows
    .filter(({ id, place }) => canonicalJson(foldOf(bodies, entries.all(id) as Entry[]).bundle.at) !== place)
    .map(({ id }) => `the papers of case ${id} are not where its actions say`);
  return { looked: rows.length, found };
}

function listDoubts(db: Db): { looked: number; found: string[] } {
  const entries = db.prepare(entriesOf);
  const rows = db.prepare('SELECT hand_over_id AS id, number, state FROM hand_over').all() as {
    id: number;
    number: string;
    state: string;
  }[];
  const made = db.prepare("SELECT count(*) FROM journal WHERE type = 'hand-over-made'").pluck().get() as number;
  const found = rows
    .filter(({ id, number, state }) => {
      const list = foldList(entries.all(id) as Entry[]);
      return list?.number !== number || canonicalJson(list) !== state;
    })
    .map(({ number }) => `hand-over list ${number} is not the fold of its entries`);
  if (rows.length !== made) found.push(`${made} hand-over lists in the journal, ${rows.length} in the list`);
  return { looked: rows.length, found };
}

function foldList(entries: readonly Entry[]): HandOver | undefined {
  let list: HandOver | undefined;
  for (const { at, type, body } of entries)
    list = applyHandOver(list, civilOf(at), { type, ...(JSON.parse(body) as object) } as HandOverEvent);
  return list;
}

function foldOf(bodies: EntryBodies, entries: readonly Entry[]): CaseState {
  return foldCase(
    entries.map(({ seq, at, type, body }) => {
      const action = bodies.read(type, body, at) as CaseAction;
      return { seq, at: civilOf(at), actor: '', desk: '', action };
    }),
  );
}
