import path from 'node:path';
import { expect, test } from 'vitest';
import { type SourceFile, readFiles, withoutComments } from '../../build/check/source-files.ts';

/**
 * One chord means one thing. What has several meanings today stands here, each by the name it has in its file, so that no new one comes unseen: a meaning more
 * fails, and so does one that was mended and still stands here.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  'Alt+A': ['MakeList: all', 'PrintTray: all', 'allArrived', 'announce', 'answer', 'showAll'],
  'Alt+ArrowLeft': ['back', 'backToDoors'],
  'Alt+B': [
    'Privacy: act',
    'Register: open',
    'Wall: turn',
    'announce',
    'ask-supplement',
    'bookAct',
    'make',
    'propose-supplement',
    'report',
    'request-supplement',
    'takeBack',
  ],
  'Alt+C': ['Privacy: act', 'complete', 'copy', 'correct', 'forward', 'shelve'],
  'Alt+D': ['TillPanel: close', 'close-unsupplemented', 'data', 'openDuplicate', 'setDay'],
  'Alt+E': ['clearPerson', 'email', 'rename', 'report-error', 'sayCentre', 'xlsx'],
  'Alt+G': [
    'CataloguePart: open',
    'Office: title',
    'ReturnTogether: all',
    'addPerson',
    'assign',
    'handOver',
    'keepParcelLong',
    'kept',
    'nextPaper',
    'rebuild',
    'record',
  ],
  'Alt+H': ['MyWork: title', 'extend', 'guide', 'hours', 'stop', 'stopVolumes', 'support', 'void'],
  'Alt+I': [
    'IntakeScreen: act',
    'LabelButton: label',
    'MissingPapers: enter',
    'ReceiptNote: enter',
    'RecoveryKeyDialog: print',
    'reclassify',
    'sample',
    'trust',
  ],
  'Alt+J': ['Collecting: act', 'DaySheet: act', 'MissingPapers: done', 'again', 'assign', 'log'],
  'Alt+K': [
    'check',
    'count',
    'found',
    'kindKeys',
    'listShort',
    'nextMonth',
    'nextPeriod',
    'periodKeys',
    'pick',
    'refuse',
    'showKeys',
    'shut',
  ],
  'Alt+L': [
    'MyWork: title',
    'archive',
    'goTo',
    'lists',
    'makeReceipt',
    'send-back',
    'showFiles',
    'showKeys',
    'wording',
  ],
  'Alt+M': [
    'ArrivalForm: open',
    'FeePanel: act',
    'catalogue',
    'meet-obligation',
    'openKnown',
    'openUsed',
    'renew',
    'sealNow',
  ],
  'Alt+N': [
    'Delegations: add',
    'FactorPanel: act',
    'FeePanel: act',
    'KitSheets: enter',
    'RollPrinters: add',
    'Sealing: test',
    'SubmitterFields: open',
    'addDesk',
    'addLabel',
    'addPerson',
    'importList',
    'link',
    'short',
    'take-over',
  ],
  'Alt+O': [
    'Apologies: open',
    'Find: open',
    'PetitionSheet: close',
    'ReturnSheet: open',
    'TillPanel: open',
    'WaitingButton: open',
    'openCase',
    'opens',
    'request-obligation',
  ],
  'Alt+P': ['pass', 'password', 'pay', 'pdf', 'printSheet', 'reprint'],
  'Alt+Q': ['hub', 'return', 'settleLoss', 'slip'],
  'Alt+R': ['isOwn', 'restore', 'withdraw'],
  'Alt+S': ['Collecting: act', 'FirstDay: print', 'see', 'supplement'],
  'Alt+T': [
    'CataloguePart: add',
    'MyWork: open',
    'Privacy: act',
    'Sealing: turn',
    'choose',
    'giveBack',
    'hand-back',
    'push',
    'refuse',
    'sync',
    'takeOver',
  ],
  'Alt+U': ['CompetentField: open', 'complete', 'nextSigner', 'privacy', 'stop'],
  'Alt+V': ['Conflicts: show', 'apartDecide', 'apartShow', 'decideRows', 'rework', 'role'],
  'Alt+W': ['MyWork: open', 'SignIn: open', 'correct-result', 'waitingAct'],
  'Alt+X': [
    'Petitions: act',
    'Privacy: act',
    'clear',
    'confirm',
    'explain',
    'finish',
    'leave',
    'prove',
    'swap',
    'xlsx',
  ],
  'Alt+Y': ['ReceiptKey: turn', 'approve', 'delegations', 'nextTerm', 'publish', 'sign', 'transfer'],
  'Alt+Z': ['reload', 'verification-needed'],
  'Ctrl+F': ['find', 'focus'],
  'Ctrl+H': ['Certification: show', 'LastPromise: show'],
  'Ctrl+I': ['CaseFacts: open', 'Find: open', 'Reception: open'],
  'Ctrl+P': ['DaySheet: print', 'Wall: print', 'find', 'reprint'],
};

/** Chords that mean one thing whose name changes, and what that is. Alt with a digit is read by none of the shapes: it chooses the n-th part of a screen. */
const oneByNature: Readonly<Record<string, string>> = {
  'Ctrl+Enter': 'does the filled act of what stands in front',
};

/** These say nothing without the part of the screen that says them. */
const sayLittle = new Set([
  'act',
  'add',
  'all',
  'close',
  'done',
  'enter',
  'label',
  'open',
  'print',
  'show',
  'test',
  'title',
  'turn',
]);

const chord = String.raw`((?:Ctrl\+|Alt\+|Shift\+)+(?:[A-Z]|Enter|Arrow[A-Z][a-z]+)(?![A-Za-z0-9]))`;
const shapes: readonly { readonly pattern: RegExp; readonly keys: number; readonly name: number }[] = [
  // { keys: 'Alt+N', label: texts.open }
  { pattern: new RegExp(String.raw`\bkeys: '${chord}',\s*label: ([\w.]+)`, 'g'), keys: 1, name: 2 },
  // <ActionButton keys="Alt+N" label={texts.open}
  { pattern: new RegExp(String.raw`\bkeys="${chord}"\s+label=\{([\w.]+)`, 'g'), keys: 1, name: 2 },
  // ['refuse', 'Alt+T']
  { pattern: new RegExp(String.raw`\['([\w-]+)', '${chord}'\]`, 'g'), keys: 2, name: 1 },
  // refuse: 'Alt+K'
  { pattern: new RegExp(String.raw`(?:^|[\s{,])'?([\w-]+)'?: '${chord}'`, 'g'), keys: 2, name: 1 },
];

/** Each chord that a file of the window registers, and by which names. */
function meaningsIn(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const meanings = new Map<string, Set<string>>();
  for (const { path: file, text } of files)
    for (const { pattern, keys, name } of shapes)
      for (const found of withoutComments(text).matchAll(pattern)) {
        const of = found[keys] ?? '';
        const called = found[name]?.split('.').at(-1) ?? '';
        if (called === 'keys' || oneByNature[of] !== undefined) continue;
        const part = path.posix.basename(file).replace(/\.tsx?$/, '');
        meanings.set(of, (meanings.get(of) ?? new Set()).add(sayLittle.has(called) ? `${part}: ${called}` : called));
      }
  return meanings;
}

function several(meanings: ReadonlyMap<string, ReadonlySet<string>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    [...meanings]
      .filter(([, names]) => names.size > 1)
      .map(([keys, names]) => [keys, [...names].toSorted()] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('each shape in which a key is written is read, and a comment is none', () => {
  const read = meaningsIn(
    [
      `{ keys: 'Alt+N', label: texts.open, run }`,
      `<ActionButton keys="Alt+N" label={texts.take}>`,
      `[['refuse', 'Alt+N']]`,
      `const keys = { 'hand-back': 'Alt+N', shut: 'Alt+K' }`,
      `// later: { keys: 'Alt+N', label: texts.never }`,
    ].map((text) => ({ path: 'renderer/Part.tsx', text })),
  );
  expect(several(read)).toEqual({ 'Alt+N': ['Part: open', 'hand-back', 'refuse', 'take'] });
  expect(read.get('Alt+K')).toEqual(new Set(['shut']));
});

test('no chord has a meaning more than the table knows', () => {
  // Texts of help and lessons say what a key of a screen does; the acts of a case have theirs in a text.
  const files = readFiles(/^renderer\/(?!text\/|app\/lessons\/).*\.tsx?$|^renderer\/text\/screens\/counter\/case\.ts$/);
  expect(several(meaningsIn(files))).toEqual(known);
});
