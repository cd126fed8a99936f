import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HubBox, startBox } from '../../../../electron/exchange/hub/box/box.ts';
import { readCityCode, writeCityCode } from '../../../../electron/exchange/city/code.ts';
import { writeHubUrl } from '../../../../electron/exchange/hub/owner.ts';
import { openSession } from '../../../../electron/exchange/hub/session.ts';
import { filesOf } from '../../../support/papers/zip.ts';
import { hasPostgres, newFolder } from '../../../support/centre/hub/office-hub.ts';

const main = path.resolve(import.meta.dirname, '../../../../electron/shell/command-line/main.ts');

type Run = { readonly code: number; readonly out: string; readonly err: string };

async function desk(words: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...said };
}

function faultIn({ out, err }: Run): string {
  const { code, message } = (JSON.parse(out) as { fault: { code: string; message: string } }).fault;
  // Both languages, as every fault on this output; who reads the other output is told the same.
  if (err.trim() !== '') expect(message).toBe(err.trim().split('\n').slice(-2).join(' | '));
  return code;
}

describe.skipIf(!hasPostgres)('desk city', () => {
  const folder = newFolder();
  let box: HubBox;
  let CITY_URL: string;
  beforeAll(async () => {
    box = await startBox({ folder, env: process.env });
    CITY_URL = writeHubUrl(box.owner);
  });
  afterAll(() => box.stop());

  test('from nothing to Biểu 07b as a workbook', async () => {
    const city = (...words: string[]) => desk(['city', ...words], { CITY_URL });
    expect(faultIn(await city('status'))).toBe('not-made');
    expect(JSON.parse((await city('init')).out)).toMatchObject({ version: 2, did: 'made', hardened: true });
    expect(JSON.parse((await city('init')).out)).toMatchObject({ did: 'nothing' });
    // Each lawful kind of period, as JSON and as a workbook: of a city of which nobody sent anything, and of real rows.
    const everyPeriod = async () => {
      for (const period of ['2026', '2026-H1', '2026-Q3', '2026-10']) {
        const to = path.join(newFolder(), 'bieu-07b.xlsx');
        const run = await city('report', '07b', '--period', period, '--to', to);
        expect({ period, code: run.code }).toEqual({ period, code: 0 });
        const { sha256, ...counted } = JSON.parse(run.out) as { sha256: string; form: string };
        expect(counted.form).toBe('07b');
        expect([...filesOf(readFileSync(to)).values()].join('')).toContain(sha256);
        expect(sha256).toBe(createHash('sha256').update(JSON.stringify(counted)).digest('hex'));
      }
    };
    await everyPeriod();
    const { code, name } = JSON.parse((await city('enrol', '--centre', '27112')).out) as { code: string; name: string };
    expect(name).toBe('Phường Cát Lái');
    const read = readCityCode(code);
    if (read === undefined) throw new Error(code);
    const twice = await city('enrol', '--centre', '27112');
    expect([twice.code, faultIn(twice), twice.err.trim().split('\n').length]).toEqual([1, 'enrolled', 2]);
    expect(twice.err).toContain('27112');

    const data = path.join(newFolder(), 'ward');
    expect((await desk(['demo', '--data', data, '--cases', '60', '--password', 'practice-1'])).code).toBe(0);
    const near = writeCityCode({ ...read, place: { ...read.place, addresses: [`127.0.0.1:${box.port}`] } });
    const joined = await desk(['city', 'join', near, '--data', data]);
    expect(JSON.parse(joined.out)).toMatchObject({ centre: '27112', waiting: 0 });
    expect(JSON.parse((await desk(['city', 'push', '--data', data])).out)).toMatchObject({ cases: 0 });

    const status = JSON.parse((await city('status')).out) as { centres: { cases: number }[] };
    expect(status.centres[0]?.cases).toBeGreaterThan(20);
    const metrics = (await city('metrics')).out;
    expect(metrics).toMatch(/^mot_cua_city_centre_cases\{centre="27112"\} \d+$/m);
    expect(metrics).toMatch(/^# TYPE mot_cua_city_centre_whole_seconds gauge$/m);

    const file = path.join(newFolder(), 'bieu-07b.xlsx');
    const made = await city('report', '07b', '--period', '2026-10', '--to', file);
    const form = JSON.parse(made.out) as { sha256: string; centres: { name: string }[] };
    expect(form).toMatchObject({
      form: '07b',
      practice: true,
      sections: { I: null },
      period: { from: '2026-09-15', to: '2026-10-14' },
    });
    expect(form.centres[0]?.name).toBe('Phường Cát Lái');
    const text = [...filesOf(readFileSync(file)).values()].join('');
    for (const part of ['Biểu số 07b/BTP/KSTT', 'Tháng 10 năm 2026', 'TỔNG CỘNG', 'SỐ LIỆU THỰC HÀNH', form.sha256])
      expect(text).toContain(part);

    await everyPeriod();

    const left = await desk(['city', 'leave', '--data', data]);
    expect(JSON.parse(left.out)).toEqual({ left: true });
    expect(faultIn(await desk(['city', 'push', '--data', data]))).toBe('city-not-joined');
    expect(JSON.parse((await city('restored')).out)).toEqual({ restored: true });
    expect(JSON.parse((await city('leave', '--centre', '27112')).out)).toEqual({ left: '27112' });
    expect(faultIn(await city('leave', '--centre', '99999'))).toBe('no-desk');
  });

  test('a mistyped centre gets no code; one that never sent is waited for, until it leaves', async () => {
    const city = (...words: string[]) => desk(['city', ...words], { CITY_URL });
    const mistyped = await city('enrol', '--centre', '99999');
    expect([mistyped.code, faultIn(mistyped), mistyped.err.includes('99999')]).toEqual([1, 'no-unit', true]);
    expect((await city('enrol', '--centre', '26743')).code).toBe(0);
    const state = async () => {
      const report = JSON.parse((await city('report', '07b', '--period', '2026-10')).out) as {
        centres: { centre: string; state: string }[];
        missing: { code: string; textEn: string }[];
      };
      const told = report.missing.filter(({ textEn }) => textEn.includes('(26743)')).map(({ code }) => code);
      return [report.centres.find(({ centre }) => centre === '26743')?.state, told];
    };
    // Who has its code and never sent is what an alarm is for.
    const alarm = /^mot_cua_city_centre_whole_seconds\{centre="26743"\} \d+$/m;
    expect(await state()).toEqual(['missing', ['not-sent']]);
    expect((await city('metrics')).out).toMatch(alarm);
    await city('leave', '--centre', '26743');
    expect(await state()).toEqual(['closed', ['closed']]);
    expect((await city('metrics')).out).not.toMatch(alarm);
  });

  test('a role that may not use plpgsql is told which right is missing, and not that its word is wrong', async () => {
    const owner = await openSession(box.owner);
    await owner.ask(`CREATE ROLE keeper_without LOGIN CREATEROLE PASSWORD 'word'`);
    await owner.ask('CREATE DATABASE without OWNER keeper_without');
    const rules = path.join(folder, 'postgres/pg_hba.conf');
    writeFileSync(rules, `hostssl without all all scram-sha-256\n${readFileSync(rules, 'utf8')}`);
    await owner.ask('SELECT pg_reload_conf()');
    await owner.end();
    const inside = await openSession({ ...box.owner, database: 'without' });
    await inside.ask('REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC');
    await inside.end();
    const coming = { ...box.owner, database: 'without', role: 'keeper_without', secret: 'word' };
    const refused = await desk(['city', 'init'], { CITY_URL: writeHubUrl(coming) });
    expect([refused.code, faultIn(refused), refused.err.includes('language plpgsql')]).toEqual([
      1,
      'right-missing',
      true,
    ]);
    const right = await openSession({ ...box.owner, database: 'without' });
    const init = async () => {
      const run = await desk(['city', 'init'], { CITY_URL: writeHubUrl(coming) });
      return [JSON.parse(run.out).did, JSON.parse(run.out).hardened, run.err.includes('city init')];
    };
    // As docs/topics/city.md has it, step 2.
    await right.ask('GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC');
    expect(await init()).toEqual(['made', false, true]);
    await right.ask('ALTER ROLE keeper_without SUPERUSER');
    expect(await init()).toEqual(['nothing', true, false]);
    await right.ask('ALTER ROLE keeper_without NOSUPERUSER');
    const enrolled = await desk(['city', 'enrol', '--centre', '27112'], { CITY_URL: writeHubUrl(coming) });
    expect(enrolled.code).toBe(0);
    await right.end();
    const wrong = await desk(['city', 'init'], { CITY_URL: writeHubUrl({ ...coming, secret: 'other' }) });
    expect(faultIn(wrong)).toBe('hub-refused');
  });

  test.each<[words: string[], code: number, named?: string]>([
    [['city'], 2],
    [['city', 'start'], 2],
    [['city', 'enrol'], 2],
    [['city', 'report', '07b', '--period', '2026-12'], 2, '--period 2026,'],
    [['city', 'report', '07a', '--period', '2026-10'], 2],
    [['city', 'erase', 'x', '--centre', '27112'], 2],
    [['city', 'join', '--data', 'x'], 2],
    [['city', 'status'], 1],
  ])('%j ends with %i, in both languages', async (words, code, named = '') => {
    const run = await desk(words, { CITY_URL: '' });
    expect([run.err.includes(named), named]).toEqual([true, named]);
    expect(run.code).toBe(code);
    // Of what was asked wrongly the sentence stands last, under the usage.
    const said = run.err.trimEnd().split('\n');
    const [vietnamese = '', english = ''] = code === 2 ? said.slice(-2) : said;
    expect(vietnamese).toMatch(/[ăâđêôơưáàảãạ]/i);
    expect(english).toMatch(/^[ -~’“”…]+$/);
    if (code === 1) expect([faultIn(run), run.err.includes('HUB_URL')]).toEqual(['no-url', false]);
  });
});
