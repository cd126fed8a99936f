import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { newReleaseKey, signedUpdate } from '../../../build/bundle/sign-update.ts';
import { releaseKeys } from '../../../electron/shell/update/release-keys.ts';
import { type UpdateHead, compareVersions, firstLine } from '../../../electron/shell/update/update-file.ts';
import { type Situation, goBack, isOfficeHours, update } from '../../../electron/shell/update/update.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { runDesk } from '../command-line/run-desk.ts';

const ours = newReleaseKey();
const others = newReleaseKey();
const evening = Date.parse('2026-12-01T20:00:00+07:00');
const body = Buffer.from('an installer of a new version '.repeat(90_000));

let folder = '';
let ran: { readonly bytes: Buffer; readonly kind: string; readonly mode: number }[] = [];
let situation: Situation;

beforeEach(() => {
  folder = newFolder();
  ran = [];
  situation = {
    keys: [ours.publicKey],
    version: '0.1.0',
    platform: 'linux',
    arch: 'x64',
    now: evening,
    keptFolder: path.join(folder, 'updates'),
    isOpen: () => false,
    run: (installer, kind) => {
      ran.push({ bytes: readFileSync(installer), kind, mode: statSync(path.dirname(installer)).mode & 0o777 });
      return 0;
    },
  };
});

const said = (change: Partial<UpdateHead> = {}): Omit<UpdateHead, 'bytes' | 'sha256'> => ({
  version: '0.2.0',
  platform: 'linux',
  arch: 'x64',
  kind: 'deb',
  minReader: '0.1.0',
  fileName: 'mot-cua-desk_0.2.0_amd64.deb',
  ...change,
});

function put(bytes: Buffer, name = 'new.update'): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const good = (change: Partial<UpdateHead> = {}, key = ours.pem) => signedUpdate(said(change), body, key);

/** Nothing ran, nothing is kept, nothing is left where it was unpacked. */
function expectUntouched(): void {
  expect(ran).toEqual([]);
  expect(existsSync(situation.keptFolder)).toBe(false);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('mot-cua-desk-update-'))).toEqual([]);
}

const codeOf = (answer: ReturnType<typeof update>) => (answer.ok ? 'ok' : answer.fault.code);

describe('what our key signed', () => {
  test('runs as it was signed, from a folder that no other account writes into, and is kept', () => {
    const answer = update(put(good()), situation);
    expect(answer).toEqual({ ok: true, value: { version: '0.2.0', from: '0.1.0', wayBack: false } });
    expect(ran).toEqual([
      { bytes: body, kind: 'deb', mode: process.platform === 'win32' ? expect.any(Number) : 0o700 },
    ]);
    expect(readdirSync(situation.keptFolder)).toEqual(['current.update']);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('mot-cua-desk-update-'))).toEqual([]);
  });

  test('of two keys either will do', () => {
    expect(update(put(good()), { ...situation, keys: [others.publicKey, ours.publicKey] }).ok).toBe(true);
  });

  test('an installer that fails leaves the old version the current one', () => {
    const answer = update(put(good()), { ...situation, run: () => 2 });
    expect(answer).toMatchObject({ ok: false, fault: { code: 'update-not-run', data: { code: 2 } } });
    expect(existsSync(situation.keptFolder)).toBe(false);
  });
});

describe('what is refused before a byte of it runs', () => {
  test('everything, where no key was put in: that is how it ships', () => {
    expect(releaseKeys).toEqual([]);
    expect(codeOf(update(put(good()), { ...situation, keys: releaseKeys }))).toBe('update-off');
    expectUntouched();
  });

  test.each([0, 5, firstLine.length + 3, 60, 200, 300, 400, 500, 2_000_000, good().length - 1])(
    'one bit changed at byte %i',
    (at) => {
      const bytes = good();
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(codeOf(update(put(bytes), situation))).toBe('update-broken');
      expectUntouched();
    },
  );

  test.each<[string, () => Buffer]>([
    ['signed by another', () => good({}, others.pem)],
    ['cut by a byte', () => good().subarray(0, -1)],
    ['a byte longer', () => Buffer.concat([good(), Buffer.from('x')])],
    ['nothing', () => Buffer.alloc(0)],
    ['a plain installer', () => body],
    ['no line end in sight', () => Buffer.alloc(100_000, 65)],
    [
      'another head over the same signature',
      () => {
        const text = good().toString('latin1');
        return Buffer.from(text.replace('"0.2.0"', '"9.2.0"'), 'latin1');
      },
    ],
    [
      'two signatures joined',
      () => {
        const [first, second] = [good(), good({ version: '0.3.0' })];
        return Buffer.concat([
          first.subarray(0, first.indexOf(10) + 1),
          second.subarray(second.indexOf(10) + 1),
        ]).subarray(1);
      },
    ],
    ['a way out in the name', () => good({ fileName: '../../../etc/cron.d/x' })],
    ['a hidden name', () => good({ fileName: '.profile' })],
    ['an option for a name', () => good({ fileName: '--force' })],
    ['a version that is none', () => good({ version: '1.0' })],
    ['an installer of no kind', () => good({ kind: 'shell' as never })],
  ])('%s', (_what, make) => {
    expect(codeOf(update(put(make()), situation))).toBe('update-broken');
    expectUntouched();
  });

  test.each([
    [{ platform: 'win32' }, 'update-other-system'],
    [{ arch: 'arm64' }, 'update-other-system'],
    [{ version: '0.1.0' }, 'update-not-newer'],
    [{ version: '0.0.9' }, 'update-not-newer'],
  ] as const)('%j: %s', (change, code) => {
    expect(codeOf(update(put(good(change)), situation))).toBe(code);
    expectUntouched();
  });

  test('in office hours, and while a register is open', () => {
    const noon = Date.parse('2026-12-01T10:00:00+07:00');
    expect(codeOf(update(put(good()), { ...situation, now: noon }))).toBe('update-office-hours');
    expect(codeOf(update(put(good()), { ...situation, isOpen: () => true }))).toBe('update-desk-open');
    expectUntouched();
  });

  test('a file that is not there, and a folder', () => {
    expect(codeOf(update(path.join(folder, 'none.update'), situation))).toBe('update-no-file');
    expect(codeOf(update(folder, situation))).toBe('update-no-file');
    expectUntouched();
  });

  test('exchanged after its signature was read: what would run is compared with what was proven', () => {
    const file = put(good());
    const isOpen = () => {
      writeFileSync(file, signedUpdate(said(), Buffer.alloc(body.length, 'evil'), others.pem));
      return false;
    };
    expect(codeOf(update(file, { ...situation, isOpen }))).toBe('update-broken');
    expectUntouched();
  });

  test('only its installer exchanged, under the head that was proven', () => {
    const file = put(good());
    const isOpen = () => {
      const bytes = good();
      bytes.fill('evil', bytes.length - body.length);
      writeFileSync(file, bytes);
      return false;
    };
    expect(codeOf(update(file, { ...situation, isOpen }))).toBe('update-broken');
    expectUntouched();
  });
});

describe('the way back', () => {
  const two = (change: Partial<UpdateHead> = {}) => {
    update(put(good({ version: '0.2.0' }), 'a'), situation);
    const second = update(put(good({ version: '0.3.0', minReader: '0.2.0', ...change }), 'b'), {
      ...situation,
      version: '0.2.0',
    });
    ran = [];
    return second;
  };

  test('one call to the version before, proven again; and forward from there', () => {
    expect(two()).toMatchObject({ ok: true, value: { wayBack: true } });
    expect(goBack({ ...situation, version: '0.3.0' })).toMatchObject({
      ok: true,
      value: { version: '0.2.0', from: '0.3.0' },
    });
    expect(ran).toHaveLength(1);
    expect(update(path.join(situation.keptFolder, 'previous.update'), { ...situation, version: '0.2.0' }).ok).toBe(
      true,
    );
  });

  test('not where the older one could not read what this one wrote', () => {
    expect(two({ minReader: '0.3.0' })).toMatchObject({ ok: true, value: { wayBack: false } });
    expect(codeOf(goBack({ ...situation, version: '0.3.0' }))).toBe('update-no-way-back');
    expect(ran).toEqual([]);
  });

  test('not where the file of the version before is gone, or nothing was ever kept', () => {
    expect(codeOf(goBack({ ...situation, version: '0.2.0' }))).toBe('update-no-way-back');
    update(put(good()), situation);
    ran = [];
    expect(codeOf(goBack({ ...situation, version: '0.2.0' }))).toBe('update-no-way-back');
    expect(ran).toEqual([]);
  });

  test('a kept file that somebody changed does not run, nor one that was put in its place', () => {
    two();
    const kept = path.join(situation.keptFolder, 'previous.update');
    for (const bytes of [good({}, others.pem), good({ version: '0.9.0' }), Buffer.from('x')]) {
      writeFileSync(kept, bytes);
      expect(codeOf(goBack({ ...situation, version: '0.3.0' }))).toMatch(/update-(broken|no-way-back)/);
    }
    expect(ran).toEqual([]);
  });

  test('not in office hours either, nor without a key', () => {
    two();
    const running = { ...situation, version: '0.3.0' };
    expect(codeOf(goBack({ ...running, now: Date.parse('2026-12-05T07:00:00+07:00') }))).toBe('update-office-hours');
    expect(codeOf(goBack({ ...running, keys: [] }))).toBe('update-off');
    expect(ran).toEqual([]);
  });
});

test.each([
  ['2026-12-01T06:29:59+07:00', false],
  ['2026-12-01T06:30:00+07:00', true],
  ['2026-12-01T18:29:59+07:00', true],
  ['2026-12-01T18:30:00+07:00', false],
  ['2026-12-05T08:00:00+07:00', true],
  ['2026-12-06T08:00:00+07:00', false],
  ['2026-12-07T00:00:00+07:00', false],
])('office hours at %s: %s', (at, open) => expect(isOfficeHours(Date.parse(at))).toBe(open));

test.each([
  ['0.2.0', '0.10.0', -1],
  ['1.0.0', '0.99.99', 1],
  ['0.1.0', '0.1.0', 0],
  ['x', '0.0.0', -1],
])('%s against %s', (one, other, sign) => expect(Math.sign(compareVersions(one, other))).toBe(sign));

test('from the command line: off, with a sentence and 1; without a file, asked wrongly', async () => {
  mkdirSync(path.join(folder, 'data'));
  const run = await runDesk(['update', put(good()), '--data', path.join(folder, 'data')]);
  expect([run.code, run.lines[0]]).toMatchObject([1, { ok: false, fault: { code: 'update-off' } }]);
  expect((await runDesk(['update'])).code).toBe(2);
});
