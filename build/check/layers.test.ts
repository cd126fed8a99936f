import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { faces, folderOf } from './faces.ts';
import {
  type RoomName,
  featureTable,
  features,
  floorTable,
  floors,
  floorsOf,
  foldersIn,
  groupNames,
  groupTable,
  guarded,
  habits,
  importTable,
  roomOf,
  rooms,
} from './layers.ts';
import { type SourceFile, importsOf, listFiles, packageOf, readFiles, withoutComments } from './source-files.ts';

const code = readFiles(/^(electron|renderer)\/.*\.tsx?$/).filter((file) => !file.path.endsWith('.d.ts'));
const everyFile = readFiles(/\.(tsx?|js|mjs|md|json|ya?ml|html|css|sql)$/).filter(
  (file) => file.path !== 'package-lock.json',
);

function wrongImport(file: string, room: RoomName, specifier: string): string | undefined {
  const { rooms: allowedRooms, packages } = rooms[room] as { rooms: readonly string[]; packages: readonly string[] };
  if (specifier.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    const targetRoom = roomOf(target);
    if (targetRoom === undefined) return target.startsWith('resources/') ? undefined : `${file} reaches ${target}`;
    return targetRoom === room || allowedRooms.includes(targetRoom) ? undefined : `${file} (${room}) imports ${target}`;
  }
  const name = packageOf(specifier);
  const keepers = guarded[name];
  if (keepers !== undefined && !keepers.includes(room)) return `${file} (${room}) imports ${name}`;
  const wanted = name.startsWith('node:') ? 'node' : name;
  return packages.includes(wanted) ? undefined : `${file} (${room}) imports ${name}`;
}

/** The files of the house that a file imports. */
function targetsOf(file: string, text: string): string[] {
  return importsOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)));
}

/** Files that import each other in a circle, each circle once. */
function circles(files: readonly SourceFile[]): string[][] {
  const known = new Set(files.map((file) => file.path));
  const targets = new Map(
    files.map((file) => [file.path, targetsOf(file.path, file.text).filter((target) => known.has(target))]),
  );
  const found: string[][] = [];
  const done = new Set<string>();
  function visit(file: string, way: readonly string[]): void {
    const at = way.indexOf(file);
    if (at !== -1) {
      found.push(way.slice(at));
      return;
    }
    if (done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  }
  for (const file of known) visit(file, []);
  return found;
}

describe('the walls of the house', () => {
  test('every import stands in the table', () => {
    const wrong = code.flatMap(({ path: file, text }) => {
      const room = roomOf(file);
      if (room === undefined) return [`${file} is in no room`];
      return importsOf(text).flatMap((specifier) => wrongImport(file, room, specifier) ?? []);
    });
    expect(wrong).toEqual([]);
  });

  test('a package that a room may import is imported there', () => {
    const unused = Object.entries(rooms).flatMap(([name, { path: place, packages }]) => {
      const used = new Set(
        code.filter((file) => file.path.startsWith(place)).flatMap((file) => importsOf(file.text).map(packageOf)),
      );
      return packages
        .filter((one) => one !== 'node' && !used.has(one))
        .map((one) => `${name} may import ${one} and does not`);
    });
    expect(unused).toEqual([]);
  });

  test.each(habits)('$says', ({ pattern, allowed }) => {
    const wrong = code.filter((file) => !allowed(file.path) && pattern.test(withoutComments(file.text)));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  test('ARCHITECTURE.md prints the tables as they are', () => {
    const plan = everyFile.find((file) => file.path === 'docs/ARCHITECTURE.md');
    expect(plan?.text).toContain(importTable());
    expect(plan?.text).toContain(featureTable());
    expect(plan?.text).toContain(groupTable());
    expect(plan?.text).toContain(floorTable());
  });
});

function wrongFloor(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  const targets = floorsOf(target);
  const isAbove = floorsOf(file).some((from) =>
    targets.some((to) => to.room === from.room && to.name !== from.name && !(to.place <= from.place)),
  );
  return isAbove ? `${file} imports ${target}, which stands above it` : undefined;
}

describe('the floors of each room', () => {
  test('every folder has its place in the order of its room, and every place its folder', () => {
    const homeless = code.filter((file) => floorsOf(file.path).some(({ place }) => Number.isNaN(place)));
    expect(homeless.map((file) => file.path)).toEqual([]);
    const empty = Object.entries(floors).flatMap(([room, order]) =>
      order.map((name) => `${room}${name}`).filter((place) => !code.some((file) => file.path.startsWith(place))),
    );
    expect(empty).toEqual([]);
  });

  test('a folder of a feature bears the feature’s word, and each screen belongs to one', () => {
    const foundations: readonly string[] = [
      'base',
      'entries',
      'apart',
      'content',
      'file',
      'keys',
      'journal',
      'exchange',
      'verify',
      'reader',
      'core',
      'papers',
      'calls',
      'opening',
    ];
    const folders = ['contract', 'domain', 'store', 'desk'].flatMap((layer) => foldersIn(`electron/${layer}/`));
    const known = [...Object.keys(features), ...foundations];
    expect(folders.filter((name) => !name.endsWith('.ts') && !known.includes(name))).toEqual([]);
    const inScreens = new RegExp(
      `^renderer/screens/(?:(?:routing|${groupNames.join('|')})/)?([\\w-]+)/(?:([\\w-]+)/)?`,
    );
    const screens = code.flatMap((file) => {
      const [, screen, part] = inScreens.exec(file.path) ?? [];
      return screen === 'office' && part !== undefined ? [`office/${part}`] : (screen ?? []);
    });
    // What the Office screen shows of procedures is of two features: their data, and the way of a file.
    const told = new Set(Object.values(features).flatMap((feature) => feature.screens));
    expect([...told].toSorted()).toEqual([...new Set(screens)].toSorted());
  });

  test('a group is the same on every floor: what stands in it in one room stands in it in each', () => {
    const layers = ['contract', 'domain', 'store', 'desk'].map((layer) => `electron/${layer}/`);
    const placed = layers.flatMap((room) =>
      (floors[room] ?? []).flatMap((name) =>
        (floors[`${room}${name}/`] ?? [name]).map((one) => `${one} in ${one === name ? 'none' : name}`),
      ),
    );
    const known = new Map<string, Set<string>>();
    for (const one of placed) {
      const [name = '', group = ''] = one.split(' in ');
      known.set(name, (known.get(name) ?? new Set()).add(group));
    }
    expect([...known].filter(([, where]) => where.size > 1)).toEqual([]);
    const named = layers.flatMap((room) =>
      (floors[room] ?? []).filter((name) => floors[`${room}${name}/`] !== undefined),
    );
    expect([...new Set(named)].toSorted()).toEqual([...groupNames].toSorted());
  });

  test('a folder imports only folders named before it, types included', () => {
    const wrong = code.flatMap((file) =>
      importsOf(file.text).flatMap((specifier) => wrongFloor(file.path, specifier) ?? []),
    );
    expect(wrong).toEqual([]);
  });

  test('a folder is entered by its face alone, and a face is what somebody enters by', () => {
    const entered = new Map<string, Set<string>>();
    for (const { path: file, text } of code)
      for (const target of targetsOf(file, text)) {
        const folder = folderOf(target);
        if (folder === undefined || folder === folderOf(file) || target.endsWith('/handlers.ts')) continue;
        entered.set(folder, (entered.get(folder) ?? new Set()).add(target.slice(folder.length + 1)));
      }
    const found = [...entered].map(([folder, files]) => [folder, [...files].toSorted()] as const);
    expect(Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)))).toEqual(faces);
  });

  test('no circle between files, types included', () => {
    expect(circles(code)).toEqual([]);
  });

  test.each([
    ['electron/domain/base/a.ts', '../counter/case/b.ts'],
    ['electron/store/journal/a.ts', '../projections.ts'],
    ['electron/contract/base/values.ts', '../counter/case/case.ts'],
    ['electron/desk/core/a.ts', '../desk.ts'],
    ['electron/desk/counter/money/refund-and-correct.ts', './handlers.ts'],
    ['renderer/screens/counter/case/a.ts', '../reception/b.ts'],
    ['renderer/screens/counter/find/a.ts', '../../../app/b.ts'],
    ['renderer/screens/counter/case-fields/a.ts', '../case/b.ts'],
    ['electron/store/common/office/a.ts', '../../counter/case/b.ts'],
  ])('%s may not import %s', (file, specifier) => {
    expect(wrongFloor(file, specifier)).toBeDefined();
  });
});

describe('the checks themselves see what they look for', () => {
  test('imports in every form are read, and comments are not', () => {
    const text = [
      "import a from 'a';",
      "import type {\n  B,\n} from '@scope/b/c';",
      "export { d } from './d.ts';",
      "import 'e';",
      "const f = await import('f');",
      "// import g from 'g';",
    ].join('\n');
    expect(importsOf(text).sort()).toEqual(['./d.ts', '@scope/b/c', 'a', 'e', 'f']);
  });

  test.each([
    ['electron/domain/a.ts', 'domain', '../store/open.ts'],
    ['electron/domain/a.ts', 'domain', 'node:fs'],
    ['electron/desk/a.ts', 'desk', 'better-sqlite3'],
    ['electron/desk/a.ts', 'desk', 'node:http'],
    ['electron/shell/browser/a.ts', 'shell/browser', 'electron'],
    ['electron/shell/electron/preload.ts', 'preload', 'node:fs'],
    ['renderer/a.tsx', 'renderer', '../electron/desk/desk.ts'],
    ['renderer/a.tsx', 'renderer', 'node:path'],
  ] as const)('%s may not import %s %s', (file, room, specifier) => {
    expect(wrongImport(file, room, specifier)).toBeDefined();
  });

  test.each([
    ['electron/store/a.ts', 'store', '../domain/deadline.ts'],
    ['electron/store/a.ts', 'store', 'better-sqlite3'],
    ['renderer/screens/a.tsx', 'renderer', '@mui/material/Button'],
  ] as const)('%s may import %s %s', (file, room, specifier) => {
    expect(wrongImport(file, room, specifier)).toBeUndefined();
  });
});

describe('the manners of the house', () => {
  const typescript = everyFile.filter((file) => /\.tsx?$/.test(file.path));

  /** Tables of words and of schemas are read like a list, and may be as long as it is. */
  const tables = /^(renderer\/text\/|electron\/contract\/|electron\/paper\/forms\/data\.ts|docs\/)/;

  test('a file holds one idea, in some 400 lines; tables of words and schemas may be longer', () => {
    const long = typescript
      .filter((file) => !tables.test(file.path))
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }));
    expect(long.filter((file) => file.lines > 420)).toEqual([]);
  });

  /** Lists that grow by number, a file each: migrations, and registers as programs before left them. */
  const numbered = /\/(migrations|golden)$/;

  test('a folder of sources shows itself whole: at most sixteen entries at a level', () => {
    const entries = new Map<string, Set<string>>();
    for (const file of listFiles(/./).filter((one) => /^(build|electron|renderer|tests)\//.test(one))) {
      const parts = file.split('/');
      for (let depth = 1; depth < parts.length; depth += 1) {
        const folder = parts.slice(0, depth).join('/');
        entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''));
      }
    }
    const full = [...entries].filter(([folder, inside]) => inside.size > 16 && !numbered.test(folder));
    expect(full.map(([folder, inside]) => `${folder}: ${inside.size}`)).toEqual([]);
    expect(entries.size).toBeGreaterThan(150);
  });

  test('nothing is left open, nothing is switched off', () => {
    const open = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME'].map((word) => `\\b${word}\\b`).join('|') +
        String.raw`|\b(it|test|describe)\.(only|todo|skip)\(\s*['"\`]`,
    );
    expect(typescript.filter((file) => open.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  test('a test of the screen stands where the file stands that it is about, and bears its name', () => {
    const tests = typescript.flatMap(({ path: file }) => /^tests\/(renderer\/.*)\.test\.tsx?$/.exec(file)?.[1] ?? []);
    const files = new Set(code.map(({ path: file }) => file.replace(/\.tsx?$/, '')));
    expect(tests.filter((name) => !files.has(name))).toEqual([]);
    expect(tests.length).toBeGreaterThan(30);
  });

  test('no path of somebody’s machine', () => {
    const ownPath = /(?<![\w.@-])\/(home|Users|work|root)\/\w/;
    const wrong = everyFile.filter((file) => file.path !== 'build/check/layers.test.ts' && ownPath.test(file.text));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });
});
