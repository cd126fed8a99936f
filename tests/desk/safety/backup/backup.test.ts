import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { createDesk } from '../../../../electron/desk/desk.ts';
import { restoreDesk, restoreInPlace } from '../../../../electron/desk/safety/backup/restore-desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { type TestDesk, openPracticeDesk, openTestDesk, portsOf, reception } from '../../../support/desk/test-desk.ts';

const hour = 3_600_000;
let at: TestDesk;
beforeAll(async () => {
  at = await openPracticeDesk();
  await at.get('case.receive', reception());
  await at.get('case.receive', reception());
});
afterAll(() => at.end());

beforeEach(() => at.sit('clerk'));

function ports(folder: string) {
  return portsOf(folder, at.clock, at.printer, []);
}

async function setSecond(folder: string): Promise<void> {
  at.sit('admin');
  const settings = await at.get('office.settings');
  await at.get('office.changeSettings', { settings: { ...settings, backupFolder: folder }, reason: 'nơi sao lưu' });
  at.sit('clerk');
}

describe('a backup', () => {
  test('says what is in it, and that is what is in it', async () => {
    const { stateHash } = await at.get('journal.stateHash');
    const made = await at.get('backup.make');
    expect(made).toMatchObject({ stateHash, cases: 2, trouble: null });
    const db = new Database(made.file, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM case_summary').pluck().get()).toBe(2);
    db.close();
    const status = await at.get('backup.status');
    expect(status).toMatchObject({ running: false, places: [{ second: false, count: 1, trouble: null }] });
    expect((await at.get('system.status')).lastBackupAt).toBe(made.madeAt);
  });

  test('is made while receptions go on, and holds only what was acknowledged before its moment', async () => {
    const making = at.get('backup.make');
    let during = 0;
    let done = false;
    void making.then(() => (done = true));
    while (!done) {
      at.sit('clerk');
      await at.get('case.receive', reception());
      during += 1;
    }
    const { cases } = await making;
    expect(during).toBeGreaterThan(0);
    expect(cases).toBeGreaterThanOrEqual(2);
    expect(cases).toBeLessThanOrEqual(2 + during);
  });

  test('each hour, when something happened', async () => {
    const desk = at.desk;
    const before = (await at.get('backup.status')).backups.length;
    at.clock.at += 2 * hour;
    at.sit('clerk');
    await at.get('case.receive', reception());
    await desk.tend();
    await desk.tend();
    at.clock.at += 2 * hour;
    await desk.tend();
    at.sit('clerk');
    // A practice office keeps the two newest.
    expect((await at.get('backup.status')).backups.length).toBe(Math.min(2, before + 1));
    const newest = await at.get('backup.status');
    expect(newest.places[0].newestAt).toBe('2026-11-23T11:00:00+07:00');
  });

  test('of a damaged file is none, and the one before stays', async () => {
    const place = newFolder();
    const folder = newFolder();
    cpSync(path.join(at.folder, 'backups'), path.join(folder, 'backups'), { recursive: true });
    const source = readdirSync(path.join(folder, 'backups')).map((name) => path.join(folder, 'backups', name))[0] ?? '';
    const data = newFolder();
    cpSync(path.join(source, 'desk.sqlite'), path.join(data, 'desk.sqlite'));
    const desk = createDesk(ports(data));
    if (isFault(desk)) throw new Error(desk.fault);
    // Somebody with another tool, while the desk is open.
    const db = new Database(path.join(data, 'desk.sqlite'));
    db.exec('DROP TRIGGER journal_never_changes');
    db.exec("UPDATE journal SET body = '{}' WHERE seq = (SELECT max(seq) FROM journal WHERE type = 'received')");
    db.close();
    expect(await desk.backup(place)).toMatchObject({
      fault: 'backup-not-proven',
      data: { reason: expect.stringContaining('does not follow') },
    });
    await desk.close();
    expect(readdirSync(place).filter((name) => !name.endsWith('.part'))).toEqual([]);
  });
});

describe('a second place', () => {
  test('that is not there is told, and filled when it is back', async () => {
    const stick = path.join(newFolder(), 'stick');
    await setSecond(stick);
    const made = await at.get('backup.make');
    expect(made.trouble).toEqual({ code: 'backup-place-missing', data: { path: stick } });
    expect((await at.get('backup.status')).places[1]).toMatchObject({
      count: 0,
      trouble: { code: 'backup-place-missing' },
    });
    mkdirSync(stick);
    await at.desk.tend();
    at.sit('clerk');
    expect((await at.get('backup.status')).places[1]).toMatchObject({ count: 1, trouble: null });
  });

  test('pulled out in the middle: a sentence, nothing half is a backup, and the next one clears it away', async () => {
    const stick = newFolder();
    await setSecond(stick);
    const first = await at.get('backup.make');
    expect(first.trouble).toBeNull();
    const away = `${stick}-away`;
    const making = at.get('backup.make');
    // As soon as the copy is begun the stick is gone; its unfinished folder goes with it.
    for (;;) {
      const begun = readdirSync(stick).find((name) => name.endsWith('.part'));
      if (begun !== undefined) {
        renameSync(stick, away);
        break;
      }
      await new Promise(setImmediate);
    }
    const made = await making;
    expect(made.trouble).toMatchObject({ code: expect.stringMatching(/backup-(interrupted|place-missing)/) });
    expect(existsSync(made.file)).toBe(true);
    renameSync(away, stick);
    expect(readdirSync(stick).some((name) => name.endsWith('.part'))).toBe(true);
    await at.desk.tend();
    expect(readdirSync(stick).some((name) => name.endsWith('.part'))).toBe(false);
    at.sit('clerk');
    expect((await at.get('backup.status')).places[1]).toMatchObject({ trouble: null });
    await setSecond('');
  });
});

describe('what comes back', () => {
  test('is the same register under a new name, and gives no number that may be on paper', async () => {
    at.sit('clerk');
    const { file, stateHash } = await at.get('backup.make');
    const after = await at.get('case.receive', reception());
    const folder = path.join(newFolder(), 'spare');
    const restored = await restoreDesk(ports(folder), file);
    if (isFault(restored)) throw new Error(restored.fault);
    expect(restored.stateHash).toBe(stateHash);
    const spare = openTestDesk({ folder, at: at.clock.at });
    expect((await spare.get('journal.stateHash')).stateHash).toBe(stateHash);
    expect(spare.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
    spare.sit('clerk');
    const next = await spare.get('case.receive', reception());
    expect(next.number.official).toMatch(/-0401$/);
    expect(next.number.official > after.number.official).toBe(true);
    expect(spare.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
    expect(
      spare.desk
        .verify()
        .checks.find(({ name }) => name === 'numbers')
        ?.notes.join(),
    ).toContain('passed over by a restore');
    // Who received it is this counter, before and after.
    const { actions } = await spare.get('case.get', { caseId: next.caseId });
    expect(actions[0].desk).toBe('Q1');
    await spare.end();
  });

  test.each([
    ['a folder without a backup', () => newFolder(), 'backup-unreadable'],
    [
      'a changed byte',
      () => changed((bytes) => void (bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1)),
      'backup-not-proven',
    ],
    ['a cut file', () => changed((bytes) => bytes.subarray(0, 8192)), 'backup-not-proven'],
    ['a manifest of another hash', () => withManifest({ stateHash: '0'.repeat(64) }), 'backup-not-proven'],
    ['a newer schema', () => withManifest({ schema: 9990 }), 'store-newer'],
    ['a manifest that is none', () => withManifest({ format: 2 }), 'backup-unreadable'],
  ])('%s is refused, and leaves no register', async (_what, make, code) => {
    const folder = newFolder();
    expect(await restoreDesk(ports(folder), make())).toMatchObject({ fault: code });
    expect(existsSync(path.join(folder, 'desk.sqlite'))).toBe(false);
    // The next try does not stumble over it.
    const good = await restoreDesk(ports(folder), copyOfNewest());
    expect(isFault(good)).toBe(false);
  });

  test('a folder with a register is not written over', async () => {
    const before = readFileSync(path.join(at.folder, 'desk.sqlite'));
    const closed = newFolder();
    cpSync(copyOfNewest(), closed, { recursive: true });
    expect(await restoreDesk(ports(closed), copyOfNewest())).toMatchObject({ fault: 'restore-not-empty' });
    expect(await restoreDesk(ports(at.folder), copyOfNewest())).toMatchObject({ fault: 'store-locked' });
    expect(readFileSync(path.join(at.folder, 'desk.sqlite'))).toEqual(before);
  });
});

describe('a damaged register gives way to the newest backup', () => {
  test('what it still tells comes over, the rest is passed over, and the next citizen has a new number', async () => {
    const made = await openPracticeDesk();
    const first = await made.get('case.receive', reception());
    const { file } = await made.get('backup.make');
    const second = await made.get('case.receive', reception());
    const third = await made.get('case.receive', reception());
    await made.desk.close();
    const data = path.join(made.folder, 'desk.sqlite');
    const db = new Database(data);
    const guard = db
      .prepare("SELECT sql FROM sqlite_master WHERE name = 'journal_never_changes'")
      .pluck()
      .get() as string;
    db.exec('DROP TRIGGER journal_never_changes');
    // The third reception cannot be believed any more.
    db.exec(
      "UPDATE journal SET at = at + 1 WHERE type = 'received' AND seq = (SELECT max(seq) FROM journal WHERE type = 'received')",
    );
    db.exec(guard);
    db.close();
    const damaged = readFileSync(data);
    const its = portsOf(made.folder, made.clock, made.printer, []);
    expect(createDesk(its)).toMatchObject({ fault: 'store-damaged' });
    const restored = await restoreInPlace(its, file);
    if (isFault(restored)) throw new Error(restored.fault);
    expect(restored.replayed).toBeGreaterThan(0);
    expect(restored.whole).toBe(false);
    const kept = path.join(made.folder, 'kept');
    expect(readFileSync(path.join(kept, readdirSync(kept)[0] ?? '', 'desk.sqlite'))).toEqual(damaged);
    const back = openTestDesk({ folder: made.folder, at: made.clock.at });
    back.sit('clerk');
    for (const { caseId, number } of [first, second])
      expect((await back.get('case.get', { caseId })).state.number.official).toBe(number.official);
    expect(await back.call('case.get', { caseId: third.caseId })).toMatchObject({ fault: { code: 'case-unknown' } });
    const next = await back.get('case.receive', reception());
    // The witness saw the third number: exactly that one is passed over.
    expect([third.number.official, next.number.official].map((number: string) => number.slice(-4))).toEqual([
      '0003',
      '0004',
    ]);
    expect(restored.spent).toEqual([{ series: 'case 2026-11-23', first: 3, last: 3 }]);
    expect(back.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
    await back.end();
  });

  test('a file that is gone altogether, too', async () => {
    const made = await openPracticeDesk();
    await made.get('case.receive', reception());
    const { file, stateHash } = await made.get('backup.make');
    await made.desk.close();
    rmSync(path.join(made.folder, 'desk.sqlite'));
    const its = portsOf(made.folder, made.clock, made.printer, []);
    const restored = await restoreInPlace(its, file);
    if (isFault(restored)) throw new Error(restored.fault);
    const back = openTestDesk({ folder: made.folder, at: made.clock.at });
    expect((await back.get('journal.stateHash')).stateHash).toBe(stateHash);
    await back.end();
  });
});

function copyOfNewest(): string {
  const place = path.join(at.folder, 'backups');
  const newest =
    readdirSync(place)
      .filter((name) => !name.endsWith('.part'))
      .toSorted()
      .at(-1) ?? '';
  const copy = path.join(newFolder(), newest);
  cpSync(path.join(place, newest), copy, { recursive: true });
  return copy;
}

function changed(change: (bytes: Buffer) => Uint8Array | void): string {
  const copy = copyOfNewest();
  const file = path.join(copy, 'desk.sqlite');
  const bytes = readFileSync(file);
  const now = change(bytes) ?? bytes;
  rmSync(file);
  writeFileSync(file, now);
  return copy;
}

function withManifest(change: Record<string, unknown>): string {
  const copy = copyOfNewest();
  const file = path.join(copy, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...change }));
  return copy;
}
