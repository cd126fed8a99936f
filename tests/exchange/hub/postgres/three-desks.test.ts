import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import { writeCode } from '../../../../electron/exchange/hub/code.ts';
import { status } from '../../../../electron/exchange/hub/status.ts';
import { type CutLine, lineTo } from '../../../support/centre/hub/cut-line.ts';
import { enrolled, hasPostgres, newFolder, startHub } from '../../../support/centre/hub/office-hub.ts';

const main = path.resolve(import.meta.dirname, '../../../../electron/shell/command-line/main.ts');
const reception = {
  procedureCode: '1.001193',
  channel: 'direct',
  submitter: null,
  components: [{ index: 0, originals: 1, copies: 0 }],
  quantity: 1,
  resultDelivery: { kind: 'desk' },
  print: false,
};

/** More when somebody wants to know (docs/RELIABILITY.md): some seconds each. */
const rounds = Number(process.env['HUB_ROUNDS'] ?? 6);

type Synced = { readonly pushed: number; readonly pulled: number; readonly stateHash: string };

/** Three data folders, each reached as IT reaches it: by a process that may be killed at any moment, over a line that may be cut at any byte. */
describe.skipIf(!hasPostgres)('three desks, their processes and a hub', () => {
  let box: HubBox;
  let line: CutLine;
  const folders = new Map<string, string>();
  beforeAll(async () => {
    box = await startHub();
    line = await lineTo(box.port);
  });
  afterAll(async () => {
    await line.close();
    await box.stop();
  });

  /** What it printed; undefined where it was killed first. */
  async function desk(words: readonly string[], { input = '', killAfter = 0 } = {}): Promise<unknown> {
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...process.env, DESK_PASSWORD: 'practice-1' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stdin.on('error', () => undefined).end(input);
    const timer = killAfter === 0 ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    await once(child, 'close');
    clearTimeout(timer);
    return out.trim() === '' ? undefined : (JSON.parse(out) as unknown);
  }

  function folderOf(name: string): string {
    const folder = folders.get(name) ?? path.join(newFolder(), name);
    folders.set(name, folder);
    return folder;
  }

  async function receive(name: string, at: number): Promise<void> {
    const applicant = {
      kind: 'citizen',
      fullName: `Nguyễn Thị ${name} ${at}`,
      idNumber: `0792${String(at).padStart(8, '0')}`,
    };
    const asked = {
      ...reception,
      applicant,
      requestId: `00000000-0000-4000-8000-${name.slice(1).padStart(4, '0')}${String(at).padStart(8, '0')}`,
    };
    const answer = await desk(['call', 'case.receive', '-', '--data', folderOf(name)], {
      input: JSON.stringify(asked),
    });
    expect(answer).toMatchObject({ ok: true, value: { caseId: expect.any(String) as string } });
  }

  test(
    'join, work, are cut off and killed, and hold one register in the end',
    async () => {
      const names = ['Q1', 'Q2', 'Q3'];
      for (const [at, name] of names.entries()) {
        await desk([
          'demo',
          '--data',
          folderOf(name),
          '--cases',
          '0',
          '--seed',
          String(at + 1),
          '--password',
          'practice-1',
        ]);
        const { place, ...code } = await enrolled(box, name);
        const through = writeCode({ ...code, place: { ...place, addresses: [`127.0.0.1:${line.port}`] } });
        expect(await desk(['join', through, '--data', folderOf(name)])).toMatchObject({ centre: '27112', desk: name });
      }
      for (let round = 0; round < rounds; round += 1) {
        const name = names[round % 3] ?? 'Q1';
        await receive(name, round);
        // Some bytes into what it has to say, the other way round, or the process itself.
        if (round % 3 !== 2) line.cutAfter(2_500 + (round % 40) * 1_100, round % 2 === 0 ? 'up' : 'down');
        await desk(['sync', '--data', folderOf(name)], { killAfter: round % 3 === 2 ? 350 + (round % 40) * 40 : 0 });
      }
      line.cutAfter(Number.MAX_SAFE_INTEGER, 'up');
      let hashes: string[] = [];
      for (let turn = 0; turn < 3 && new Set(hashes).size !== 1; turn += 1) {
        hashes = [];
        for (const name of names) hashes.push(((await desk(['sync', '--data', folderOf(name)])) as Synced).stateHash);
      }
      expect(new Set(hashes).size).toBe(1);
      for (const name of names) {
        expect(await desk(['verify', '--data', folderOf(name)])).toMatchObject({ ok: true });
        const found = (await desk(['call', 'case.search', '-', '--data', folderOf(name)], {
          input: '{"text":"nguyen thi","limit":200}',
        })) as {
          value: { hits: { number: string }[] };
        };
        const numbers = found.value.hits.map(({ number }) => number);
        expect({ name, cases: numbers.length, different: new Set(numbers).size }).toEqual({
          name,
          cases: rounds,
          different: rounds,
        });
      }
      expect((await status(box.owner)).desks.map(({ state }) => state)).toEqual(['joined', 'joined', 'joined']);
    },
    300_000 + rounds * 15_000,
  );

  test('one leaves and comes back, a copied folder goes on as a counter of its own: nothing is lost, each number is named', async () => {
    const twin = `${folderOf('Q2')}-copy`;
    cpSync(folderOf('Q2'), twin, { recursive: true });
    folders.set('Q4', twin);
    expect(await desk(['hub', 'leave', '--data', folderOf('Q1')])).toEqual({ left: true });
    // Outside, at the original, and at its copy, which gives the same number.
    for (const [at, name] of ['Q1', 'Q2', 'Q4'].entries()) await receive(name, 100 + at);
    await desk(['sync', '--data', folderOf('Q2')]);
    expect(await desk(['sync', '--data', twin])).toMatchObject({ fault: { code: 'hub-desk-copied' } });
    for (const [name, code] of [
      ['Q1', 'Q1A'],
      ['Q4', 'Q4'],
    ] as const) {
      const again = writeCode(await enrolled(box, code));
      expect(await desk(['join', again, '--data', folderOf(name)])).toMatchObject({ centre: '27112', desk: code });
    }
    const names = ['Q1', 'Q2', 'Q3', 'Q4'];
    let told: { stateHash: string; conflicts: number }[] = [];
    for (let turn = 0; turn < 3 && new Set(told.map(({ stateHash }) => stateHash)).size !== 1; turn += 1) {
      told = [];
      for (const name of names)
        told.push((await desk(['sync', '--data', folderOf(name)])) as { stateHash: string; conflicts: number });
    }
    expect(new Set(told.map(({ stateHash }) => stateHash)).size).toBe(1);
    // The number that the original and its copy both gave, once.
    expect(told.map(({ conflicts }) => conflicts)).toEqual([1, 1, 1, 1]);
    for (const name of ['Q1', 'Q4'])
      expect(await desk(['verify', '--data', folderOf(name)])).toMatchObject({ ok: true });
  }, 300_000);
});
