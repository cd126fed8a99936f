import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Makes one office of tests/store/golden, by the program of that day: `node tests/store/golden/make-golden.ts COMMIT NAME`. README.md beside
 * this says which there are. The program's own `demo` invents the cases, its own `batch` does a small day at the counter; what it answered
 * is printed: the first ones did not know every call.
 */
const [commit = '', name = ''] = process.argv.slice(2);
const house = path.resolve(import.meta.dirname, '../../..');
const program = mkdtempSync(path.join(tmpdir(), 'golden-'));
const office = path.join(program, 'made');
const password = 'golden-practice-2026';

type Answer = { readonly ok: boolean; readonly value?: Record<string, unknown>; readonly fault?: { readonly code: string } };

function say(...words: unknown[]): void {
  process.stdout.write(`${words.map(String).join(' ')}\n`);
}

function desk(...words: string[]): string {
  return execFileSync(process.execPath, ['electron/shell/command-line/main.ts', ...words], {
    cwd: program,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** The cases that were received, in their order. */
const taken: string[] = [];

/** Calls one after the other, each made from the newest reception before it. */
async function atTheCounter(user: string, calls: readonly ((caseId: string) => [call: string, input: object])[]) {
  const words = ['batch', '--data', office, '--user', user, '--now', '2026-12-01T09:00:00+07:00'];
  const child = spawn(process.execPath, ['electron/shell/command-line/main.ts', ...words], {
    cwd: program,
    env: { ...process.env, DESK_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const next of calls) {
    const [call, input] = next(taken.at(-1) ?? '');
    child.stdin.write(`${JSON.stringify({ call, input })}\n`);
    const answer = JSON.parse((await answers.next()).value ?? '{}') as Answer;
    say(call, answer.ok ? 'done' : answer.fault?.code);
    if (call === 'case.receive') taken.push(String(answer.value?.['caseId']));
  }
  child.stdin.end();
  await new Promise((resolve) => child.once('close', resolve));
}

function reception(procedureCode: string, fullName: string, idNumber: string, components: object[]): [string, object] {
  const applicant = { kind: 'citizen', fullName, idNumber, dateOfBirth: '1990-03-04', sex: 'female' };
  const requestId = crypto.randomUUID();
  return ['case.receive', { procedureCode, channel: 'direct', applicant, submitter: null, components, print: false, requestId }];
}

try {
  execFileSync('git', ['worktree', 'add', '-f', '--detach', program, commit], { cwd: house, stdio: 'ignore' });
  symlinkSync(path.join(house, 'node_modules'), path.join(program, 'node_modules'));
  desk('demo', '--data', office, '--cases', '24', '--seed', '7', '--password', password);
  const float = [{ note: 50_000, count: 2 }, { note: 10_000, count: 5 }];
  await atTheCounter('clerk', [
    () => ['till.open', { float }],
    () => reception('2.000635', 'NGUYỄN THỊ ĐẶNG ÁNH', '079190001234', [{ index: 0, originals: 1, copies: 0 }]),
    (caseId) => ['money.collect', { caseId, lines: [0], method: 'cash', requestId: crypto.randomUUID() }],
    (caseId) => ['case.act', { caseId, act: { type: 'transfer' } }],
    () => reception('1.001193', 'TRẦN VĂN Ổn', '079090005678', [{ index: 0, originals: 1, copies: 0 }]),
    () => reception('1.001193', 'LÊ THỊ Ỷ', '079190009876', [{ index: 0, originals: 0, copies: 1 }]),
    () => ['draft.save', { draftId: crypto.randomUUID(), label: 'bản nháp', body: {} }],
    () => ['kit.print', { count: 3, requestId: crypto.randomUUID() }],
    () => ['till.count', { counts: float }],
  ]);
  await atTheCounter('officer', [
    () => ['case.act', { caseId: taken[0], act: { type: 'take-over' } }],
    () => ['case.act', { caseId: taken[0], act: { type: 'request-supplement', items: ['Giấy ủy quyền'], reason: 'thiếu giấy tờ' } }],
  ]);
  const checked = JSON.parse(desk('verify', '--data', office)) as object;
  say(JSON.stringify(checked).slice(0, 60));
  if (existsSync(path.join(office, 'desk.sqlite-wal'))) throw new Error('its program did not close it');
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  const packed = brotliCompressSync(readFileSync(path.join(office, 'desk.sqlite')), options);
  writeFileSync(path.join(import.meta.dirname, `${name}.sqlite.br`), packed);
  say(name, packed.length);
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', program], { cwd: house });
  rmSync(program, { recursive: true, force: true });
}
