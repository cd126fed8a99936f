import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { canonicalJson } from '../../../../electron/domain/base/canonical-json.ts';
import type { RecordedAction } from '../../../../electron/domain/entries/case.ts';
import { catalogueHash, hashOfCatalogue, keepCatalogue } from '../../../../electron/store/catalogue/catalogue.ts';
import {
  type ContentName,
  type Resting,
  contentOf,
  findContent,
  keepCalendar,
  keepOfficeList,
  missingContent,
  takeContent,
} from '../../../../electron/store/centre/content/content.ts';
import { catalogueNameHere } from '../../../../electron/store/journal/catalogue-names.ts';
import { entryBodies } from '../../../../electron/store/journal/bodies.ts';
import { entriesOf } from '../../../../electron/store/journal/entries.ts';
import { findDeskUuid } from '../../../../electron/store/journal/journal.ts';
import { keepForm } from '../../../../electron/store/common/printing/forms.ts';
import { keepProcess } from '../../../../electron/store/routing/process.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { secondsOf } from '../../../../electron/domain/base/civil-time.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { caseId, findingsOf, monday, openTestStore, received } from '../../../support/desk/test-store.ts';

const version = '2026-11-20';
const at = secondsOf('2026-11-23T09:00:00+07:00');
/** Two lists of one day: what one calls 8.000 đồng and a day, the other calls 20.000 and three. */
const listOf = (fee: number, days: number) => [
  {
    code: '1.001193',
    name: `Khai sinh ${fee}`,
    feeRules: [{ kind: 'flat', name: `Lệ phí ${fee}`, amount: fee, source: 'NQ' }],
    term: { value: days, unit: 'working-day' },
  },
];
const [mine, hers] = [listOf(8000, 1), listOf(20_000, 3)];
const her = '0190aaaa-0000-7000-8000-000000000002';

let store: Store;
let folder: string;
beforeEach(() => {
  folder = newFolder();
  store = openTestStore(folder);
  adopt(1, mine);
});
afterEach(() => store.close());

/** A catalogue of that one name, adopted at a desk of this file. */
function adopt(deskId: number, list: readonly { code: string; name: string }[], keep = true): void {
  const done = store.writeBulk((tx) => {
    if (deskId > 1) tx.nameDesk(deskId, her);
    if (keep)
      keepCatalogue(
        tx.db,
        version,
        list.map((body) => ({ code: body.code, name: body.name, body })),
      );
    const event = { type: 'catalogue-adopted', version, sha256: hashOfCatalogue(list) } as const;
    tx.append(deskId, { id: new Uint8Array(16), now: monday, author: null, subject: { kind: 'office' }, event });
  });
  if (isFault(done)) throw new Error(done.fault);
}

/** A reception as its desk wrote it, by that desk's own list. */
function bodyBy(list: ReturnType<typeof listOf>): string {
  const other = openTestStore();
  keepCatalogue(
    other.db,
    version,
    list.map((body) => ({ ...body, body })),
  );
  const [{ feeRules, term }] = list as [(typeof list)[0]];
  const fees = feeRules.map(({ name, amount, source }) => ({ name, amount, note: '', basis: source }));
  const body = entryBodies(other.db).write(received(8, { catalogueVersion: version, fees, term: term as never }), at);
  other.close();
  return body;
}

const readBy = (desk: string, body: string): any => entryBodies(store.db).read('received', body, at, desk);

test('a version alone names nothing: of two lists under one name each desk’s entries mean their own', () => {
  adopt(2, hers, false);
  const own = findDeskUuid(store.db, 1) as string;
  const [ownBody, herBody] = [bodyBy(mine), bodyBy(hers)];
  expect(herBody).not.toContain('20.000');
  const missing = readBy(her, herBody);
  expect(missing).toMatchObject({ contentMissing: true, fees: [{ amount: 20_000, basis: '' }] });
  expect(takeContent(store.db, { kind: 'catalogue', name: hashOfCatalogue(hers) }, canonicalJson(hers))).toBe(true);
  expect(readBy(own, ownBody)).toMatchObject({
    catalogueVersion: version,
    fees: [{ name: 'Lệ phí 8000' }],
    term: { value: 1 },
  });
  const read = readBy(her, herBody);
  expect(read).toMatchObject({ fees: [{ name: 'Lệ phí 20000', amount: 20_000 }], term: { value: 3 } });
  expect(read).not.toHaveProperty('contentMissing');
  // What she means is named here by its hash, and that name means the same to everybody.
  expect(read.catalogueVersion).toBe(hashOfCatalogue(hers));
  for (const desk of [own, her]) expect(catalogueNameHere(store.db, desk, hashOfCatalogue(mine))).toBe(version);
  expect(findingsOf(store.db).filter((one) => one.startsWith('catalogues'))).toEqual([]);
});

test('a list that nobody else calls so keeps its name, wherever it came from', () => {
  const list = listOf(1, 1);
  const sha256 = hashOfCatalogue(list);
  expect(takeContent(store.db, { kind: 'catalogue', name: sha256 }, canonicalJson(list))).toBe(true);
  expect(catalogueHash(store.db, sha256)).toBe(sha256);
  expect(findContent(store.db, { kind: 'catalogue', name: sha256 })).toBe(canonicalJson(list));
});

test('a case whose list is not here is shown as far as it is known', () => {
  const done = store.write(null, monday, (tx) => {
    const { db } = tx;
    const written = tx.append({ kind: 'case', caseId: caseId(1) }, received(1, { catalogueVersion: version }));
    db.prepare('DELETE FROM case_summary').run();
    db.prepare('DELETE FROM catalogue_procedure').run();
    return written;
  });
  if (isFault(done)) throw new Error(done.fault);
  // What was read of the list is remembered while a file is open.
  store.close();
  store = openTestStore(folder);
  const [reception] = entriesOf<RecordedAction>(store.db, done.subjectId);
  expect(reception?.action).toMatchObject({
    type: 'received',
    contentMissing: true,
    dueAt: '2026-11-25T17:00:00+07:00',
  });
});

const steps = [{ name: 'Tiếp nhận', role: 'clerk', time: null }] as const;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const days = [{ date: '2027-01-01', name: 'Tết', kind: 'holiday', source: 'BLLĐ', verification: 'verified' }] as const;

test('entries say what they rest on, each once, and it goes from file to file by its hash', () => {
  const process = hash(canonicalJson(steps)).slice(0, 16);
  const form = hash('một mẫu');
  const calendar = hash(canonicalJson(days));
  const list = { items: [{ code: '0.000001', name: 'Xác nhận nhà trọ' }], ended: [] };
  const taken = hash(canonicalJson(list));
  const told: Resting[] = [
    { desk: her, type: 'catalogue-adopted', body: JSON.stringify({ version, sha256: hashOfCatalogue(mine) }) },
    { desk: her, type: 'calendar-adopted', body: JSON.stringify({ sha256: calendar }) },
    { desk: her, type: 'received', body: bodyBy(mine) },
    { desk: her, type: 'arrived', body: JSON.stringify({ catalogueVersion: version }) },
    { desk: her, type: 'transferred', body: JSON.stringify({ to: 'x', process }) },
    { desk: her, type: 'transferred', body: JSON.stringify({ to: 'x' }) },
    { desk: her, type: 'document-made', body: JSON.stringify({ formSha256: form }) },
    { desk: her, type: 'document-made', body: JSON.stringify({ formSha256: form }) },
    { desk: her, type: 'procedure-adopted', body: JSON.stringify({ version, sha256: hashOfCatalogue(mine) }) },
    { desk: her, type: 'catalogue-list-taken', body: JSON.stringify({ sha256: taken, from: '2026-12-01' }) },
  ];
  const names = contentOf(store.db, told);
  expect(names).toEqual([
    { kind: 'catalogue', name: hashOfCatalogue(mine) },
    { kind: 'calendar', name: calendar },
    { kind: 'process', name: process },
    { kind: 'form', name: form },
    { kind: 'list', name: taken },
  ]);
  expect(store.write(null, at * 1000, (tx) => keepOfficeList(tx.db, list))).toBe(taken);
  keepForm(store.db, form, 'một mẫu');
  keepProcess(store.db, process, steps);
  keepCalendar(store.db, days);
  const other = openTestStore();
  expect(missingContent(other.db, names)).toEqual(names);
  for (const name of names) expect(takeContent(other.db, name, findContent(store.db, name) ?? '')).toBe(true);
  expect(missingContent(other.db, names)).toEqual([]);
  for (const name of names) expect(findContent(other.db, name)).toBe(findContent(store.db, name));
  other.close();
});

test('what is not what its name says is not taken', () => {
  const names: ContentName[] = (['catalogue', 'calendar', 'form', 'list', 'process'] as const).map((kind) => ({
    kind,
    name: hash('a'),
  }));
  for (const name of names) {
    expect(takeContent(store.db, name, 'b')).toBe(false);
    expect(takeContent(store.db, { ...name, name: '' }, '[]')).toBe(false);
  }
  expect(missingContent(store.db, names)).toEqual(names);
});
