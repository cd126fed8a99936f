import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { readCode } from '../../../../electron/exchange/hub/code.ts';
import { hasPostgres, newFolder, openAnew } from '../../../support/centre/hub/office-hub.ts';
import { faultOf, publicKeyOf, rowAfter, uuidOf } from '../../../support/centre/hub/rows.ts';

const main = path.resolve(import.meta.dirname, '../../../../electron/shell/command-line/main.ts');

type Run = { readonly code: number; readonly out: string; readonly err: string };

async function desk(words: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...said };
}

type Started = { readonly child: ChildProcess; readonly told: Record<string, unknown> & { readonly url: string } };

async function start(folder: string, ...words: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [main, 'hub', 'start', '--data', folder, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, told: JSON.parse(line) as Started['told'] };
}

async function end({ child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  running.delete(child);
  return code;
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGTERM');
});

function faultIn({ out, err }: Run): string {
  const { code, message } = (JSON.parse(out) as { fault: { code: string; message: string } }).fault;
  // Both languages, as every fault on this output; who reads the other output is told the same.
  if (err.trim() !== '') expect(message).toBe(err.trim().split('\n').slice(-2).join(' | '));
  return code;
}

describe.skipIf(!hasPostgres)('desk hub', () => {
  test('from nothing to three desks, killed, started again, ended', async () => {
    const folder = newFolder();
    const first = await start(folder);
    expect(first.told).toMatchObject({
      address: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/) as string,
      port: expect.any(Number) as number,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      urlFile: path.join(folder, 'owner.url'),
    });
    const { url } = first.told;
    expect(readFileSync(path.join(folder, 'owner.url'), 'utf8').trim()).toBe(url);
    expect(statSync(path.join(folder, 'owner.url')).mode & 0o077).toBe(0);

    const made = await desk(['hub', 'init', '--centre', '27112'], { HUB_URL: url });
    expect(JSON.parse(made.out)).toMatchObject({ centre: '27112', version: 2, did: 'made' });
    const codes: string[] = [];
    for (const name of ['Q1', 'Q2', 'Q3']) {
      const run = await desk(['hub', 'enrol', '--centre', '27112', '--desk', name], { HUB_URL: url });
      expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
      codes.push((JSON.parse(run.out) as { code: string }).code);
    }
    const read = codes.map(readCode);
    expect(read.map((one) => one?.no)).toEqual([1, 2, 3]);

    const place = read[0]?.place;
    if (place === undefined) throw new Error('no code');
    const link = await openAnew(place);
    await link.join({ uuid: uuidOf(1), publicKey: publicKeyOf(1), format: 1 });
    const row = rowAfter(undefined, 1, 3);
    expect(await link.append(row)).toEqual({ is: 'taken', pos: 1 });

    // Killed: PostgreSQL outlives it, and the next start ends that one first.
    expect(await end(first, 'SIGKILL')).toBeNull();
    await link.end();
    const second = await start(folder);
    expect(second.told).toEqual(first.told);
    const again = await openAnew(place);
    expect(await again.append(row)).toEqual({ is: 'have' });
    await again.end();
    const status = JSON.parse((await desk(['hub', 'status'], { HUB_URL: url })).out) as { desks: object[] };
    expect(status).toMatchObject({ centre: '27112', pos: 1 });
    expect(status.desks.map((one) => (one as { state: string }).state)).toEqual(['joined', 'enrolled', 'enrolled']);
    const metrics = await desk(['hub', 'metrics'], { HUB_URL: url });
    expect(metrics.out).toContain('mot_cua_hub_rows 1\n');
    expect(metrics.out).toContain('mot_cua_hub_desk_entries{desk="Q1"} 3\n');

    const twice = await desk(['hub', 'enrol', '--centre', '27112', '--desk', 'Q3'], { HUB_URL: url });
    expect({ code: twice.code, fault: faultIn(twice), sentences: twice.err.trim().split('\n').length }).toEqual({
      code: 1,
      fault: 'enrolled',
      sentences: 2,
    });
    expect(faultIn(await desk(['hub', 'init', '--centre', '99999'], { HUB_URL: url }))).toBe('other-centre');
    expect(faultIn(await desk(['hub', 'start', '--data', folder]))).toBe('running');
    const left = await desk(['hub', 'leave', '--centre', '27112', '--desk', 'Q1'], { HUB_URL: url });
    expect(JSON.parse(left.out)).toEqual({ left: 'Q1' });
    expect(await faultOf(openAnew(place))).toBe('hub-refused');

    expect(await end(second, 'SIGTERM')).toBe(0);
    expect(faultIn(await desk(['hub', 'status'], { HUB_URL: url }))).toBe('hub-away');
    const third = await start(folder, '--centre', '27112', '--quiet');
    const { url: word, ...open } = first.told;
    expect(third.told).toMatchObject({ ...open, centre: { did: 'nothing' } });
    // A service's output is read by others: the owner's word is in the file alone.
    expect(JSON.stringify(third.told)).not.toContain(new URL(word).password);
    expect(readFileSync(path.join(folder, 'owner.url'), 'utf8').trim()).toBe(word);
    expect(await end(third, 'SIGINT')).toBe(0);
  });

  test.each<[string[], number, string?]>([
    [['hub'], 2],
    [['hub', 'stop'], 2],
    [['hub', 'start'], 2],
    [['hub', 'status', '--quiet'], 2],
    [['hub', 'start', '--data', 'x', '--port', '70000'], 2],
    [['hub', 'enrol', '--centre', '2711', '--desk', 'Q1'], 2],
    [['hub', 'enrol', '--centre', '27112'], 2],
    // Which of the two is to leave?
    [['hub', 'leave', '--data', 'x', '--centre', '27112', '--desk', 'Q7'], 2],
    [['hub', 'enrol', '--centre', '27112', '--desk', 'Q7=3=4'], 1, 'desk-code'],
    [['hub', 'enrol', '--centre', '27112', '--desk', 'Q7=abc'], 1, 'number-range'],
    [['hub', 'start', '--data', '/dev/null/none'], 1, 'no-folder'],
    [['hub', 'start', '--data', '/proc/none'], 1, 'no-folder'],
    [['hub', 'init', '--centre', '27112'], 1],
    [['hub', 'status'], 1],
  ])('%j ends with %i, in both languages', async (words, code, fault = 'no-url') => {
    const run = await desk(words, { HUB_URL: '' });
    expect(run.code).toBe(code);
    // Of what was asked wrongly the sentence stands last, under the usage.
    const said = run.err.trimEnd().split('\n');
    const [vietnamese = '', english = ''] = code === 2 ? said.slice(-2) : said;
    expect(vietnamese).toMatch(/[ăâđêôơưáàảãạ]/i);
    expect(english).toMatch(/^[ -~’“”…]+$/);
    if (code === 1) expect(faultIn(run)).toBe(fault);
  });
});
