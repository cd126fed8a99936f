/** Who may import whom: the one table of the house. `layers.test.ts` holds the code to it, ARCHITECTURE.md prints it. */

type Room = {
  readonly path: string;
  readonly rooms: readonly string[];
  /** Packages, by name; `node` stands for every `node:*` module that is not named in `guarded`. */
  readonly packages: readonly string[];
};

const mui = ['react', 'react-dom', '@mui/material', '@emotion/cache', '@emotion/react', '@emotion/styled'];

/** The first room whose path begins a file's path owns the file, so what is deeper stands first. */
export const rooms = {
  contract: { path: 'electron/contract/', rooms: [], packages: ['zod', '@orpc/contract'] },
  domain: { path: 'electron/domain/', rooms: ['contract'], packages: [] },
  /** What is on the disk for good; a room of its own, for rooms that must not know each other write such files. */
  disk: { path: 'electron/disk/', rooms: [], packages: ['node'] },
  store: {
    path: 'electron/store/',
    rooms: ['contract', 'domain', 'disk'],
    packages: ['node', 'better-sqlite3', 'zod'],
  },
  paper: {
    path: 'electron/paper/',
    rooms: ['contract', 'domain', 'disk'],
    packages: [
      'node',
      'pdfkit',
      'write-excel-file',
      'bwip-js',
      'pdf-to-printer',
      '@point-of-sale/receipt-printer-encoder',
      'zod',
    ],
  },
  /** What leaves for others: the centre's hub, the city's database. Whoever comes from the desk brings plain objects; it knows no register. */
  exchange: { path: 'electron/exchange/', rooms: ['contract', 'domain', 'disk'], packages: ['node', 'pg'] },
  desk: {
    path: 'electron/desk/',
    rooms: ['contract', 'domain', 'disk', 'store', 'paper', 'exchange'],
    packages: ['node', 'zod', '@orpc/server', '@orpc/contract', 'vietnam-qr-pay'],
  },
  preload: { path: 'electron/shell/electron/preload.ts', rooms: ['contract'], packages: ['electron'] },
  'shell/electron': {
    path: 'electron/shell/electron/',
    rooms: ['contract', 'domain', 'disk', 'paper', 'desk', 'shell', 'shell/command-line'],
    packages: ['node', 'electron', '@orpc/server'],
  },
  'shell/browser': {
    path: 'electron/shell/browser/',
    rooms: ['contract', 'domain', 'paper', 'desk', 'shell'],
    packages: ['node', '@orpc/server'],
  },
  /** What somebody else runs without a register: it shares nothing with the desk but the form of a receipt's text. */
  'shell/verifier': { path: 'electron/shell/verifier/', rooms: ['contract', 'domain'], packages: ['node'] },
  'shell/command-line': {
    path: 'electron/shell/command-line/',
    rooms: ['contract', 'domain', 'disk', 'paper', 'exchange', 'desk', 'shell', 'shell/browser', 'shell/verifier'],
    packages: ['node', '@orpc/contract'],
  },
  shell: {
    path: 'electron/shell/',
    rooms: ['contract', 'domain', 'disk', 'paper', 'desk'],
    packages: ['node', '@orpc/server'],
  },
  renderer: {
    path: 'renderer/',
    rooms: ['contract', 'domain'],
    packages: [
      ...mui,
      '@orpc/client',
      '@orpc/contract',
      '@orpc/tanstack-query',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'react-hook-form',
      'zod',
    ],
  },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

/** Modules only the rooms named here may import, whatever the table above says. */
export const guarded: Readonly<Record<string, readonly RoomName[]>> = {
  electron: ['shell/electron', 'preload'],
  'better-sqlite3': ['store'],
  'node:sqlite': [],
  // exchange: PostgreSQL in a box, where a centre has none of its own.
  'node:child_process': ['paper', 'shell', 'shell/browser', 'exchange'],
  'pdf-to-printer': ['paper'],
  pg: ['exchange'],
  // desk: to make large practice offices; paper: to write a workbook; store: to read beside the writer; for nothing else
  // (docs/adr/0010-two-threads.md, 0008-register.md, 0015-reader.md).
  'node:worker_threads': ['desk', 'paper', 'store'],
  'node:http': ['shell/browser'],
  'node:https': [],
  'node:http2': [],
  // paper: to the roll printers that the office set, at private addresses of its own network (electron/paper/printers/rolls.ts).
  'node:net': ['paper', 'exchange'],
  // exchange: to the centre's hub and the city's database, whose certificate is pinned (docs/adr/0026-the-hub.md, 0032-the-city.md).
  'node:tls': ['exchange'],
  'node:dgram': [],
};

/**
 * The groups that the features stand in, the same in every room (docs/adr/0038-groups.md). What many stand on has a place of its own:
 * procedures, terms and the way of a file.
 */
export const groups = {
  common: { vi: 'dùng chung', about: 'who comes, whose office it is, what it is printed with' },
  counter: { vi: 'việc ở quầy', about: 'all that is done for who stands at the counter, or has a file there' },
  books: { vi: 'sổ và số liệu', about: 'what the office is asked for over a period' },
  safety: { vi: 'giữ gìn dữ liệu', about: 'that the register stays whole, honest, private, and comes back' },
  centre: { vi: 'trung tâm', about: 'several counters, and what leaves for the city' },
} as const;

export const groupNames = Object.keys(groups) as readonly (keyof typeof groups)[];

/**
 * The floors inside a room: folders (or files) in their order; a group has an order of its own, and so have the screens. What stands lower in a list may import what stands above it, never
 * the other way; a `handlers.ts` answers calls for `desk/calls` alone, so it may reach any folder above that one. Files directly in the
 * room stand above its folders, unless the list names them.
 */
export const floors: Readonly<Record<string, readonly string[]>> = {
  'electron/contract/': ['base', 'common', 'routing', 'catalogue', 'counter', 'books', 'centre', 'safety'],
  'electron/contract/common/': ['person', 'printing', 'office'],
  'electron/contract/counter/': ['kit', 'case', 'work', 'intake', 'petition', 'money', 'certification'],
  'electron/contract/books/': ['register', 'report'],
  'electron/contract/centre/': ['hub', 'city'],
  'electron/contract/safety/': ['proof', 'privacy', 'backup'],
  'electron/domain/': [
    'base',
    'entries',
    'apart',
    'deadline',
    'catalogue',
    'common',
    'routing',
    'safety',
    'counter',
    'books',
    'centre',
  ],
  'electron/domain/common/': ['office', 'person', 'printing'],
  'electron/domain/safety/': ['proof', 'privacy', 'backup'],
  'electron/domain/counter/': ['money', 'kit', 'case', 'work', 'intake', 'petition', 'certification', 'search'],
  'electron/domain/books/': ['register', 'report'],
  'electron/domain/centre/': ['city'],
  'electron/store/': [
    'file',
    'keys',
    'catalogue',
    'journal',
    'common',
    'counter',
    'routing',
    'books',
    'centre',
    'projections.ts',
    'safety',
  ],
  'electron/store/common/': ['office', 'person', 'printing'],
  'electron/store/counter/': ['kit', 'certification', 'case', 'money', 'work', 'intake', 'petition', 'search'],
  'electron/store/books/': ['register', 'report'],
  'electron/store/centre/': ['content', 'hub', 'city', 'exchange'],
  'electron/store/safety/': ['proof', 'privacy', 'verify', 'reader', 'backup'],
  'electron/paper/': ['slices.ts', 'type', 'forms', 'layout', 'output', 'printers', 'workbook'],
  'electron/exchange/': ['hub', 'city'],
  'electron/desk/': [
    'core',
    'papers',
    'catalogue',
    'counter',
    'routing',
    'common',
    'books',
    'safety',
    'practice',
    'centre',
    'support',
    'calls',
    'opening',
  ],
  'electron/desk/counter/': ['money', 'kit', 'case', 'intake', 'petition', 'certification', 'work'],
  'electron/desk/common/': ['person', 'printing', 'office'],
  'electron/desk/books/': ['register', 'report'],
  'electron/desk/safety/': ['proof', 'privacy', 'backup'],
  'electron/desk/centre/': ['hub', 'city'],
  'renderer/': ['look', 'text', 'desk', 'parts', 'scanner', 'screens', 'app'],
  'renderer/screens/': ['counter', 'common', 'routing', 'books', 'safety'],
  'renderer/screens/counter/': [
    'case-fields',
    'correction',
    'case',
    'find',
    'kit',
    'intake',
    'reception',
    'wall',
    'my-work',
    'cash',
    'return-results',
    'petition',
    'certification',
  ],
  'renderer/screens/common/': ['person', 'office-fields', 'print-tray', 'sign-in', 'first-run', 'office'],
  'renderer/screens/routing/': ['hand-over', 'bundles'],
  'renderer/screens/books/': ['report', 'register'],
  'renderer/screens/safety/': ['recovery'],
};

/** The fault tables of the folders are spread into fault.ts, which the calls beside them import: they know nothing but zod. */
const belowAll = /^electron\/contract\/(\w+\/){1,2}faults\.ts$/;

type Floor = { readonly room: string; readonly name: string; readonly place: number };

/**
 * The places of a file: in its room, and in a folder of it that has an order of its own. A file may import what has a smaller place, or
 * the same folder.
 */
export function floorsOf(file: string): readonly Floor[] {
  return Object.entries(floors).flatMap(([room, order]) => (file.startsWith(room) ? [floorIn(room, order, file)] : []));
}

/** Where a folder stands in a room, with its group: `counter/case/`; undefined where it has none. */
export function placeIn(room: string, name: string): string | undefined {
  const order = floors[room] ?? [];
  if (order.includes(name)) return `${name}/`;
  const group = order.find((one) => floors[`${room}${one}/`]?.includes(name));
  return group === undefined ? undefined : `${group}/${name}/`;
}

/** The folders of a room, groups opened. */
export function foldersIn(room: string): readonly string[] {
  return (floors[room] ?? []).flatMap((name) => floors[`${room}${name}/`] ?? [name]);
}

function floorIn(room: string, order: readonly string[], file: string): Floor {
  const rest = file.slice(room.length);
  const name = rest.split('/')[0] ?? rest;
  if (belowAll.test(file)) return { room, name: rest, place: -1 };
  if (/^(\w+\/){1,2}handlers\.ts$/.test(rest))
    return { room, name: rest, place: order.includes('calls') ? order.indexOf('calls') - 0.5 : order.length + 1 };
  const place = order.indexOf(name);
  if (place !== -1) return { room, name, place };
  return rest.includes('/') ? { room, name, place: Number.NaN } : { room, name, place: order.length + 1 };
}

type Habit = { readonly says: string; readonly pattern: RegExp; readonly allowed: (file: string) => boolean };

const inRoom =
  (...names: readonly RoomName[]) =>
  (file: string) =>
    names.some((name) => file.startsWith(rooms[name].path));
const nowhere = () => false;

/** What may stand only in certain rooms, told by the text of a file with its comments taken out. */
export const habits: readonly Habit[] = [
  {
    says: 'SQL stands in store/ only, and the hub’s in exchange/',
    pattern:
      /\b(SELECT\s[\s\S]{0,300}?\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s)/,
    allowed: inRoom('store', 'exchange'),
  },
  {
    says: 'what a table names (a status, a kind of subject, a sheet, a channel) is no numeral in store/',
    pattern: /\b(status|kind|state|channel)\s*(={1,3}|<>|!={1,2}|(NOT\s+)?IN\s*\()\s*\d/i,
    allowed: (file) => !inRoom('store')(file),
  },
  {
    says: 'fetch is for the renderer’s one door, desk/client.ts, and for the proof who is behind it, desk/host.ts',
    pattern: /(?<![.\w])fetch\(/,
    allowed: (file) => /^renderer\/desk\/(client|host)\.ts$/.test(file),
  },
  {
    says: 'the browser shell answers over HTTP and never asks',
    pattern: /\bhttps?\.(request|get)\(|\brequest\s*[,}][^;]*from 'node:https?'/,
    allowed: nowhere,
  },
  {
    says: 'contract/ and domain/ know no clock and no random',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b/,
    allowed: (file) => !inRoom('contract', 'domain')(file),
  },
  { says: 'the driver stays in its defensive mode', pattern: /\bunsafeMode\b/, allowed: nowhere },
  { says: 'no HTML from strings', pattern: /dangerouslySetInnerHTML|\.innerHTML\s*=/, allowed: nowhere },
  {
    says: 'no enums, no namespaces',
    pattern: /^\s*(export\s+)?(declare\s+)?(const\s+)?(enum|namespace)\s+\w+\s*\{/m,
    allowed: nowhere,
  },
  { says: 'no default exports', pattern: /^export default\b/m, allowed: nowhere },
];

export function roomOf(file: string): RoomName | undefined {
  return (Object.keys(rooms) as RoomName[]).find((name) => file.startsWith(rooms[name].path));
}

/** The table as Markdown, for ARCHITECTURE.md. */
export function importTable(): string {
  const lines = Object.entries(rooms).map(([name, room]: [string, Room]) => {
    const packages = room.packages.map((name) => (name === 'node' ? '`node:*`' : `\`${name}\``)).join(', ');
    return `| ${name} | ${room.rooms.join(', ') || '–'} | ${packages || '–'} |`;
  });
  return ['| room | may import the rooms | and the packages |', '|---|---|---|', ...lines].join('\n');
}

/** What each folder is about: the same word on every floor. The screens that belong to it bear the words of the rail; what the Office screen has of it stands in a folder of that. */
export const features: Readonly<Record<string, { readonly about: string; readonly screens: readonly string[] }>> = {
  case: {
    about: 'a case from reception to archive: its state, its acts, its corrections',
    screens: ['reception', 'case-fields', 'case', 'correction', 'return-results'],
  },
  deadline: { about: 'the calendar, terms, promised dates and why, inner clocks', screens: [] },
  money: { about: 'fees, waivers, tills, receipts', screens: ['cash'] },
  routing: {
    about: 'the way of a file and its papers: legs, inner steps, bundles, hand-over lists',
    screens: ['hand-over', 'bundles', 'office/procedures'],
  },
  catalogue: {
    about: 'procedures, units, days and banks, as dated lists',
    screens: ['office/catalogue', 'office/procedures', 'office/hours'],
  },
  intake: { about: 'files that wait to be received: online, by post, at the counter', screens: ['intake'] },
  petition: {
    about: 'what people complain of and propose: registered, with its clocks, passed on, answered, published',
    screens: ['petition'],
  },
  certification: {
    about: 'copies, signatures and contracts that are certified: from the counter to the book, in one act',
    screens: ['certification'],
  },
  kit: { about: 'numbered paper for the hour without power, and its entry afterwards', screens: ['kit'] },
  register: { about: 'the register (Mẫu 07) on screen, as PDF and as a workbook', screens: ['register'] },
  report: {
    about: 'the figures a ward answers for: Biểu 06a, 07a, 08b, the index of QĐ 766, times cut, and those kept',
    screens: ['report'],
  },
  person: { about: 'citizens and companies: cards, ids, what is known of them', screens: ['person'] },
  search: { about: 'Find: what is typed, and whose case it means', screens: ['find'] },
  work: { about: 'what is to be done: the radar of promises, apologies, what waits', screens: ['my-work', 'wall'] },
  printing: { about: 'forms, printers, print jobs until they are settled', screens: ['print-tray', 'office/printers'] },
  office: {
    about: 'the office: settings, accounts, two persons, numbers, clock, first run',
    screens: ['office', 'office/people', 'office/settings', 'office/numbers', 'office-fields', 'first-run', 'sign-in'],
  },
  proof: {
    about: 'what somebody outside can check: receipts that their desk signed',
    screens: ['case-fields', 'office/data'],
  },
  privacy: {
    about: 'what the law on personal data asks: a copy, an erasure, terms of keeping, a breach',
    screens: ['office/privacy'],
  },
  backup: {
    about: 'copies of the register that prove themselves, and what comes back from them',
    screens: ['office/data', 'recovery'],
  },
  hub: {
    about: 'a centre of many counters: what goes to its hub and what comes, joining, keys',
    screens: ['office/centre'],
  },
  city: {
    about: 'what a centre tells its city: dated facts without persons, and the city’s figures',
    screens: ['office/centre'],
  },
  support: { about: 'what IT asks of a machine and a desk from afar: the self-test, the support file', screens: [] },
  practice: { about: 'offices with invented people, to learn and to test in', screens: ['first-run'] },
};

const layersOfPlan = ['contract', 'domain', 'store', 'desk'] as const;

/** Features by layer as Markdown, for ARCHITECTURE.md: who knows one folder finds the others. */
export function featureTable(): string {
  const screenPlace = (screen: string) => {
    const [name = '', ...part] = screen.split('/');
    return [placeIn('renderer/screens/', name)?.slice(0, -1) ?? name, ...part].join('/');
  };
  const lines = Object.entries(features).map(([name, { about, screens }]) => {
    const marks = layersOfPlan
      .map((layer) => placeIn(`electron/${layer}/`, name))
      .map((place) => (place === undefined ? '–' : `\`${place}\``));
    return `| ${name} | ${about} | ${marks.join(' | ')} | ${screens.map((screen) => `\`${screenPlace(screen)}\``).join(', ') || '–'} |`;
  });
  return [
    `| feature | what it is | ${layersOfPlan.join(' | ')} | screens |`,
    `|---|---|${layersOfPlan.map(() => '---|').join('')}---|`,
    ...lines,
  ].join('\n');
}

/** The groups and the features in them as Markdown, for ARCHITECTURE.md. */
export function groupTable(): string {
  const rooms = layersOfPlan.map((layer) => `electron/${layer}/`);
  const lines = Object.entries(groups).map(([name, { vi, about }]) => {
    const inside = [...new Set(rooms.flatMap((room) => floors[`${room}${name}/`] ?? []))];
    return `| \`${name}/\` | ${vi} | ${about} | ${inside.join(', ')} |`;
  });
  return ['| group | | what it is | what stands in it |', '|---|---|---|---|', ...lines].join('\n');
}

/** The order of the folders in each room as Markdown, for ARCHITECTURE.md. */
export function floorTable(): string {
  const lines = Object.entries(floors).map(([room, order]) => `| \`${room}\` | ${order.join(' · ')} |`);
  return ['| room | its folders, lowest first |', '|---|---|', ...lines].join('\n');
}
