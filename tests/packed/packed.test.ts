import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Packed, headerHash, readArchive, unpackArchive } from '../../build/bundle/archive.ts';
import { isNoted } from '../../build/bundle/package/licences.ts';
import { pack } from '../../build/bundle/package/pack.ts';
import { type Target, nameOf, shippedModules } from '../../build/bundle/package/shipped.ts';
import { makeStandIn, readFuses } from '../../build/bundle/package/stand-in.ts';

/**
 * `npm run pack-check`: packs what was built for both systems around a runtime that runs nothing, reads the archives byte by byte, and works at
 * what came out of the one that this system can run. Nothing is fetched: a way out is closed to the packer.
 */
const targets: readonly Target[] = [
  { platform: 'linux', arch: 'x64' },
  { platform: 'win32', arch: 'x64' },
];
/** What a package may weigh beside the runtime, in bytes. */
const most = { linux: 14_000_000, win32: 28_000_000 } as const;
const program = { linux: 'linux-unpacked/mot-cua-desk', win32: 'win-unpacked/mot-cua-desk.exe' } as const;
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'packed-')));

type Made = {
  readonly target: Target;
  readonly place: string;
  readonly files: readonly Packed[];
  readonly packages: readonly string[];
};
const made: Made[] = [];

beforeAll(async () => {
  // Whoever would fetch something is sent to a port where nobody listens.
  for (const name of [
    'http_proxy',
    'https_proxy',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ELECTRON_MIRROR',
    'ELECTRON_BUILDER_BINARIES_MIRROR',
  ])
    process.env[name] = 'http://127.0.0.1:9/';
  for (const target of targets) {
    const place = path.join(folder, nameOf(target));
    const electronDist = path.join(folder, `runtime-${nameOf(target)}`);
    makeStandIn(target, electronDist);
    const packages = await pack({ target, stage: `${place}-stage`, output: place, electronDist, isFolder: true });
    const archive = path.join(place, path.dirname(program[target.platform]), 'resources/app.asar');
    made.push({ target, place, packages, files: readArchive(archive) });
  }
});

function madeFor(platform: Target['platform']): Made {
  const one = made.find(({ target }) => target.platform === platform);
  if (one === undefined) throw new Error(`nothing was packed for ${platform}`);
  return one;
}

const sum = (files: readonly Packed[]) => files.reduce((total, { bytes }) => total + bytes.length, 0);

/** What a package is made of, by what a reader of the table asks. */
const chapters: readonly (readonly [string, RegExp])[] = [
  ['main process', /^dist\/electron\//],
  ['fonts', /\.ttf$/],
  ['screen', /^dist\/renderer\//],
  ['driver', /\.node$/],
  ['SumatraPDF', /\.exe$/],
  ['other modules', /^dist\/node_modules\//],
  ['lists and forms', /^resources\//],
  ['licences', /^(LICENSE|THIRD-PARTY\.txt)$/],
  ['manifest', /^package\.json$/],
];

/** What must be there, and what may not: by name. */
const must = [
  'package.json',
  'LICENSE',
  'THIRD-PARTY.txt',
  'dist/electron/main.js',
  'dist/electron/preload.cjs',
  'dist/electron/reader-worker.js',
  'dist/electron/workbook-worker.js',
  'dist/electron/migrations/0010-foundation.sql',
  'dist/renderer/index.html',
  'dist/renderer/fonts/Tinos_400Regular.ttf',
  'resources/data/procedures.json',
  'resources/data/units.json',
  'resources/forms/mau-01.json',
];
const mustNot: readonly (readonly [string, RegExp])[] = [
  ['a source', /\.(ts|tsx|cts|mts|c|cc|cpp|h|gyp)$/],
  ['a source map', /\.map$/],
  ['a test', /(^|\/)(tests?|__tests__|spec|bench|fixtures|examples?)\/|\.(test|spec)\./],
  ['a page of documentation', /\.(md|markdown)$/i],
  ['a script of a system', /\.(sh|bat|cmd|ps1)$/],
  ['something hidden', /(^|\/)\./],
  ['a database', /\.(sqlite|db|wal)$/],
  ['a key', /\.(pem|key|p12|pfx)$/],
];

describe.each(targets)('$platform-$arch', ({ platform, arch }) => {
  test('what must be there is there, and nothing that must not be', () => {
    const names = madeFor(platform).files.map(({ name }) => name);
    expect(must.filter((name) => !names.includes(name))).toEqual([]);
    expect(
      mustNot.flatMap(([what, form]) => names.filter((name) => form.test(name)).map((name) => `${what}: ${name}`)),
    ).toEqual([]);
    expect(names.filter((name) => !chapters.some(([, form]) => form.test(name)))).toEqual([]);
  });

  test('all migrations travel, and no other text of SQL', () => {
    const folderOfThem = path.join(import.meta.dirname, '../../electron/store/file/migrations');
    const names = madeFor(platform)
      .files.map(({ name }) => name)
      .filter((name) => name.endsWith('.sql'));
    expect(names.toSorted()).toEqual(
      readdirSync(folderOfThem)
        .filter((name) => name.endsWith('.sql'))
        .map((name) => `dist/electron/migrations/${name}`)
        .toSorted(),
    );
  });

  test('lists and forms are those of the house to the byte: papers and the catalogue know them by their hash', () => {
    const house = path.join(import.meta.dirname, '../..');
    const own = madeFor(platform).files.filter(({ name }) => name.startsWith('resources/'));
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter(({ name, bytes }) => !bytes.equals(readFileSync(path.join(house, name))))).toEqual([]);
    for (const kind of ['data', 'forms']) {
      const here = readdirSync(path.join(house, 'resources', kind)).filter((name) => !name.endsWith('.md'));
      expect(own.filter(({ name }) => name.startsWith(`resources/${kind}/`))).toHaveLength(here.length);
    }
  });

  test('the driver is that system’s own, alone, and lies where a library can be loaded from', () => {
    const { files } = madeFor(platform);
    const [driver, ...others] = files.filter(({ name }) => name.endsWith('.node'));
    expect(others).toEqual([]);
    expect(driver?.name).toBe(`dist/node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`);
    expect(driver?.isUnpacked).toBe(true);
    const begins = { linux: '\x7fELF', win32: 'MZ' }[platform];
    expect(driver?.bytes.toString('latin1', 0, begins.length)).toBe(begins);
    expect(
      files
        .filter(({ name }) => /\.(exe|dll|so)$/.test(name))
        .map(({ name, isUnpacked }) => [path.basename(name), isUnpacked]),
    ).toEqual(platform === 'win32' ? [[expect.stringMatching(/^SumatraPDF.*\.exe$/), true]] : []);
  });

  test('nothing is there twice', () => {
    const { files } = madeFor(platform);
    const byHash = Map.groupBy(
      files.filter(({ bytes }) => bytes.length > 200),
      ({ bytes }) => createHash('sha256').update(bytes).digest('hex'),
    );
    expect([...byHash.values()].filter((same) => same.length > 1).map((same) => same.map(({ name }) => name))).toEqual(
      [],
    );
    // No package both as itself and within a bundle, but for what SQLite's driver and the paper's engine bring.
    const outside = new Set(shippedModules({ platform, arch }).packages);
    const inside = files.filter(({ name }) => name.startsWith('dist/node_modules/') && name.endsWith('/package.json'));
    expect(
      inside.map(({ name }) => path.posix.dirname(name).replace(/^dist\//, '')).filter((name) => !outside.has(name)),
    ).toEqual([]);
  });

  test('it weighs no more than it may, beside the runtime', () => {
    const { files, place } = madeFor(platform);
    const rows = chapters.map(([what, form], index) => {
      const own = files.filter(
        ({ name }) => chapters.findIndex(([, other]) => other.test(name)) === index && form.test(name),
      );
      return `${what.padEnd(18)}${String(own.length).padStart(5)}${(sum(own) / 1e6).toFixed(2).padStart(9)} MB`;
    });
    const all = readdirSync(path.join(place, path.dirname(program[platform]), 'resources'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .reduce((total, entry) => total + readFileSync(path.join(entry.parentPath, entry.name)).length, 0);
    const limit = most[platform];
    process.stdout.write(
      `\n${nameOf({ platform, arch })}\n${rows.join('\n')}\n${'on the disk'.padEnd(23)}${(all / 1e6).toFixed(2).padStart(9)} MB of at most ${limit / 1e6}\n`,
    );
    expect(all).toBeLessThanOrEqual(limit);
    expect(all).toBeGreaterThan(sum(files) - 1);
  });

  test('whose work it is stands in it: each package with its version, the fonts, the program that prints', () => {
    const { files, packages } = madeFor(platform);
    const notice = files.find(({ name }) => name === 'THIRD-PARTY.txt')?.bytes.toString('utf8') ?? '';
    expect(packages.length).toBeGreaterThan(60);
    expect(packages.filter((one) => !isNoted(notice, one))).toEqual([]);
    for (const name of ['Be Vietnam Pro', 'Noto Sans', 'Tinos']) expect(notice).toContain(`\n${name} · OFL-1.1\n`);
    expect(notice.includes('SumatraPDF 3.')).toBe(platform === 'win32');
    expect(notice.includes('GNU GENERAL PUBLIC LICENSE\n                       Version 3')).toBe(platform === 'win32');
    expect(files.find(({ name }) => name === 'LICENSE')?.bytes.toString('utf8')).toContain(
      'EUROPEAN UNION PUBLIC LICENCE',
    );
  });

  test('the manifest names who made it, and holds no script and no dependency to be run', () => {
    const text =
      madeFor(platform)
        .files.find(({ name }) => name === 'package.json')
        ?.bytes.toString('utf8') ?? '{}';
    const manifest = JSON.parse(text) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      name: 'mot-cua-desk',
      main: 'dist/electron/main.js',
      license: 'EUPL-1.2',
      type: 'module',
    });
    expect(manifest['author']).toEqual(expect.stringMatching(/.+ <.+@.+>/));
    expect(manifest['homepage']).toEqual(expect.stringMatching(/^https:/));
    expect(Object.keys(manifest).filter((name) => /scripts|ependencies/.test(name))).toEqual([]);
  });

  test('the program’s switches are set, and on Windows it knows the archive', () => {
    const { place } = madeFor(platform);
    const bytes = readFileSync(path.join(place, program[platform]));
    // runAsNode, cookies sealed, NODE_OPTIONS, inspector, the archive whole, only the archive, its snapshot, file: privileges.
    expect(readFuses(bytes)).toBe('01001100');
    expect(readdirSync(path.join(place, path.dirname(program[platform]), 'locales')).toSorted()).toEqual([
      'en-US.pak',
      'vi.pak',
    ]);
    if (platform !== 'win32') return;
    const icon = readFileSync(path.join(import.meta.dirname, '../../resources/icons/256x256.png'));
    expect(bytes.includes(icon)).toBe(true);
    const archive = path.join(place, path.dirname(program[platform]), 'resources/app.asar');
    expect(bytes.includes(headerHash(archive))).toBe(true);
    expect(bytes.includes(Buffer.from('Một Cửa Desk', 'utf16le'))).toBe(true);
  });
});

test('both systems are given the same, but for what is of the system', () => {
  const [one, other] = targets.map(({ platform }) =>
    madeFor(platform).files.flatMap(({ name, bytes }) =>
      /\.node$|pdf-to-printer|^THIRD-PARTY/.test(name)
        ? []
        : [`${name} ${createHash('sha256').update(bytes).digest('hex')}`],
    ),
  );
  expect(one).toEqual(other);
});

test('a system whose driver the package does not bring is refused with a sentence', () => {
  expect(() => shippedModules({ platform: 'win32', arch: 'riscv64' as never })).toThrow(
    /Không có trình điều khiển cho win32-riscv64.*There is no driver for win32-riscv64/,
  );
});

describe('the unpacked files alone', () => {
  const here = process.platform === 'win32' ? 'win32' : 'linux';
  const root = path.join(folder, 'alone/app');
  const data = path.join(folder, 'alone/data');
  const backups = path.join(folder, 'alone/backups');
  const password = 'thực hành 2026';
  const surroundings = {
    PATH: process.env['PATH'],
    HOME: path.join(folder, 'alone'),
    TMPDIR: process.env['TMPDIR'],
    XDG_STATE_HOME: path.join(folder, 'alone/state'),
    SystemRoot: process.env['SystemRoot'],
  };

  function run(words: readonly string[], more: Record<string, string> = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...words], {
      cwd: folder,
      env: { ...surroundings, ...more },
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '');
    return {
      status,
      stdout,
      stderr,
      last: JSON.parse(lines.at(-1)?.startsWith('{') === true ? (lines.at(-1) ?? '{}') : '{}'),
    };
  }
  const cli = (...words: string[]) =>
    run([path.join(root, 'dist/electron/main.js'), '--cli', ...words], { DESK_PASSWORD: password });

  beforeAll(() => unpackArchive(madeFor(here).files, root));

  test('a desk opens, receives a case, draws its receipt and a workbook', () => {
    const worked = run([path.join(import.meta.dirname, 'work-at-it.ts'), root, data]);
    expect(worked.stderr.trim()).toBe(`Dữ liệu ở | The data are in: ${data}`);
    expect(worked.status).toBe(0);
    const { pdf, workbook, ...said } = worked.last;
    expect(said).toMatchObject({ page: 200, missing: [], number: expect.stringMatching(/^Q1-\d{6}-\d{4}$/), hits: 1 });
    expect(said.parts).toBeGreaterThanOrEqual(3);
    expect(said.fonts).toBe(9);
    const paper = Buffer.from(pdf, 'base64');
    expect(paper.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(paper.includes('Tinos')).toBe(true);
    expect(Buffer.from(workbook, 'base64').toString('latin1', 0, 2)).toBe('PK');
    // Of the drivers of this machine it was the unpacked one.
    expect(said.driver).toEqual([
      path.join(root, `dist/node_modules/better-sqlite3/prebuilds/${here}-${process.arch}.node`),
    ]);
  });

  test('--cli verifies and backs up what that desk wrote, and brings it back', () => {
    const verified = cli('verify', '--data', data, '--user', 'supervisor');
    expect([verified.status, verified.last]).toMatchObject([0, { ok: true }]);
    const backed = cli('backup', '--data', data, '--to', backups, '--user', 'supervisor');
    expect([backed.status, backed.last]).toMatchObject([0, { ok: true, value: { cases: 13 } }]);
    const again = path.join(folder, 'alone/again');
    const [made_] = readdirSync(backups);
    const restored = cli('restore', path.join(backups, made_ ?? ''), '--data', again, '--user', 'supervisor');
    expect([restored.status, restored.last]).toMatchObject([0, { ok: true, value: { cases: 13 } }]);
    expect(existsSync(path.join(again, 'desk.sqlite'))).toBe(true);
    expect(restored.last.value.stateHash).toBe(backed.last.value.stateHash);
  });

  test('--cli tries the machine from the package’s own files: cryptography, driver, lists, forms', () => {
    const tried = cli('self-test', '--data', data);
    const checks = new Map(
      tried.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { check: string; ok: boolean | null; en: string })
        .map((one) => [one.check, one] as const),
    );
    for (const name of ['crypto', 'driver', 'lists', 'forms', 'folder', 'witness'])
      expect([name, checks.get(name)?.ok]).toEqual([name, true]);
    for (const name of ['printers', 'time-zone', 'disk-encryption']) expect(checks.has(name)).toBe(true);
    // Before there is a register, on a new PC: nothing is wrong because nothing is there yet.
    const fresh = cli('self-test');
    expect(fresh.status).toBe(0);
    expect(fresh.stdout).not.toContain('"ok":false');
  });

  test('--cli shows the log of the desk as a person reads it', () => {
    const shown = cli('log', '--data', data);
    expect([shown.status, shown.stderr]).toEqual([0, '']);
  });

  test('an update is refused by a package into which no key was put', () => {
    const refused = cli('update', path.join(folder, 'none.update'));
    expect([refused.status, refused.last]).toMatchObject([1, { ok: false, fault: { code: 'update-off' } }]);
  });

  test('--cli says what it gives, and refuses what acts as a clerk', () => {
    const help = cli();
    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('verify | backup | restore')]);
    for (const word of ['call', 'batch', 'serve', 'demo', 'nothing', '__proto__']) {
      const refused = cli(word, '--data', data);
      expect([word, refused.status, refused.stdout]).toEqual([word, 2, '']);
      expect(refused.stderr).toContain('Bản cài đặt không có lệnh');
    }
  });

  test('a command needs no Electron: where there is none, the window falls and the command line works', () => {
    rmSync(path.join(folder, 'alone/node_modules'), { recursive: true });
    const window = run([path.join(root, 'dist/electron/main.js'), '--data', data]);
    expect([window.status, window.stderr]).toEqual([1, expect.stringContaining("Cannot find package 'electron'")]);
    expect(cli('verify', '--data', data, '--user', 'supervisor').status).toBe(0);
  });
});
