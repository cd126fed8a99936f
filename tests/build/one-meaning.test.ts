import path from 'node:path';
import { expect, test } from 'vitest';
import { type SourceFile, readFiles, withoutComments } from '../../build/check/source-files.ts';

/**
 * One chord means one thing. Where several parts of the window have it, they mean the same by it: the idea stands here in words, beside each name that a file gives it.
 * A name more fails until somebody has said why it is the same idea, or has taken another chord; so does one that is gone and still stands here.
 */
type Idea = { readonly means: string; readonly names: readonly string[] };

const ideas: Readonly<Record<string, Idea>> = {
  'Alt+A': {
    means: 'all of what the list has, in place of some',
    names: ['MakeList: all', 'PrintTray: all', 'ReturnTogether: all', 'allArrived', 'showAll'],
  },
  'Alt+ArrowLeft': { means: 'a step back', names: ['back', 'backToDoors'] },
  'Alt+B': {
    means: 'asks the citizen for what is missing',
    names: ['ask-supplement', 'propose-supplement', 'request-supplement'],
  },
  'Alt+C': { means: 'puts right what was written', names: ['correct', 'reclassify'] },
  'Alt+D': { means: 'closes it', names: ['PetitionSheet: close', 'TillPanel: close', 'close-unsupplemented'] },
  'Alt+Delete': { means: 'takes away what stands here and is not recorded yet', names: ['clear', 'clearPerson'] },
  'Alt+H': { means: 'says sorry and another day', names: ['MyWork: title', 'extend'] },
  'Alt+I': {
    means: 'prints it, or makes the file that is printed',
    names: ['LabelButton: label', 'RecoveryKeyDialog: print', 'pdf', 'printSheet', 'reprint', 'slip', 'wording'],
  },
  'Alt+K': {
    means: 'the next one of a few: period, kind, limit, paper, page',
    names: ['Wall: turn', 'kindKeys', 'nextMonth', 'nextPaper', 'nextPeriod', 'nextTerm', 'periodKeys', 'showKeys'],
  },
  'Alt+L': { means: 'puts it on its shelf', names: ['archive', 'shelve'] },
  'Alt+M': { means: 'the money of it is paid', names: ['meet-obligation', 'pay', 'record'] },
  'Alt+N': {
    means: 'enters one more: a person, a paper, a petition, a sum that no list has',
    names: [
      'FeePanel: act',
      'IntakeScreen: act',
      'KitSheets: enter',
      'MissingPapers: enter',
      'ReceiptNote: enter',
      'SubmitterFields: open',
      'addPerson',
      'short',
    ],
  },
  'Alt+O': {
    means: 'opens it: the case, the till, what waits, what stands behind a figure',
    names: [
      'Apologies: open',
      'Find: open',
      'ReturnSheet: open',
      'TillPanel: open',
      'WaitingButton: open',
      'openCase',
      'opens',
      'showFiles',
      'waitingAct',
    ],
  },
  'Alt+Q': { means: 'gives the citizen what they came for', names: ['answer', 'giveBack', 'return'] },
  'Alt+S': { means: 'what was missing has come', names: ['complete', 'supplement'] },
  'Alt+Shift+A': { means: 'tells those outside', names: ['announce', 'publish'] },
  'Alt+Shift+B': { means: 'a leader says yes', names: ['approve-supplement', 'sign'] },
  'Alt+Shift+O': {
    means: 'opens the case that was found beside what is typed',
    names: ['ArrivalForm: open', 'openDuplicate', 'openKnown', 'openUsed'],
  },
  'Alt+Shift+Q': { means: 'the month of the money', names: ['Collecting: act', 'DaySheet: act'] },
  'Alt+Shift+S': { means: 'the book of this counter', names: ['Collecting: act', 'bookAct'] },
  'Alt+Shift+V': { means: 'once more from the start of it', names: ['again', 'rework'] },
  'Alt+Shift+X': { means: 'takes it out for a workbook', names: ['Petitions: act', 'xlsx'] },
  'Alt+T': { means: 'takes it over from whom it lies with', names: ['take-over', 'takeOver'] },
  'Alt+U': { means: 'stops it', names: ['stop', 'stopVolumes'] },
  'Alt+V': {
    means: 'looks at it before anything is decided',
    names: ['Conflicts: show', 'apartDecide', 'apartShow', 'see'],
  },
  'Alt+W': { means: 'the overview for the wall', names: ['MyWork: open', 'SignIn: open'] },
  'Alt+X': { means: 'this is done', names: ['MissingPapers: done', 'finish'] },
  'Alt+Y': { means: 'hands it to somebody else', names: ['handOver', 'transfer'] },
  'Ctrl+F': { means: 'the box of Find', names: ['find', 'focus'] },
  'Ctrl+H': { means: 'what was promised last', names: ['Certification: show', 'LastPromise: show'] },
  'Ctrl+I': { means: 'the person', names: ['CaseFacts: open', 'Find: open', 'Reception: open'] },
};

/** Two ideas under one chord, on purpose, and why. */
const deliberate: Readonly<Record<string, Idea>> = {
  'Ctrl+P': {
    means:
      'prints the sheet that lies open, as in every program; where a file is entered nothing can be printed yet, and there it is the box of the procedure',
    names: ['DaySheet: print', 'Wall: print', 'find', 'makeReceipt', 'reprint'],
  },
};

/**
 * The parts of the office (F9), where a clerk of the counter never is, and the acts of each part go by the letter of their word. No idea of the counter is meant by these; no
 * chord more may get several names.
 */
const ofTheOffice: Readonly<Record<string, readonly string[]>> = {
  'Alt+B': ['Privacy: act', 'make', 'takeBack'],
  'Alt+D': ['data', 'setDay'],
  'Alt+G': ['CataloguePart: open', 'Office: title', 'rebuild'],
  'Alt+H': ['hours', 'support'],
  'Alt+I': ['sample', 'trust'],
  'Alt+K': ['check', 'pick', 'shut'],
  'Alt+M': ['catalogue', 'renew', 'sealNow'],
  'Alt+N': [
    'Delegations: add',
    'FactorPanel: act',
    'RollPrinters: add',
    'Sealing: test',
    'addDesk',
    'addLabel',
    'importList',
    'link',
  ],
  'Alt+T': ['CataloguePart: add', 'Privacy: act', 'Sealing: turn', 'push', 'sync'],
  'Alt+X': ['Privacy: act', 'confirm', 'explain', 'leave', 'prove'],
  'Alt+Y': ['ReceiptKey: turn', 'approve', 'delegations'],
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

const chord = String.raw`((?:Ctrl\+|Alt\+|Shift\+)+(?:[A-Z]|Enter|Delete|Arrow[A-Z][a-z]+)(?![A-Za-z0-9]))`;
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

const isOfTheOffice = ({ path: file }: SourceFile): boolean => file.startsWith('renderer/screens/common/office/');

// Texts of help and lessons say what a key of a screen does; the acts of a case have theirs in a text.
const files = readFiles(/^renderer\/(?!text\/|app\/lessons\/).*\.tsx?$|^renderer\/text\/screens\/counter\/case\.ts$/);

test('a chord has one idea wherever a clerk meets it', () => {
  const met = several(meaningsIn(files.filter((file) => !isOfTheOffice(file))));
  const said = Object.entries({ ...ideas, ...deliberate }).map(([keys, { names }]) => [keys, names] as const);
  expect(met).toEqual(Object.fromEntries(said));
  expect(Object.keys(deliberate)).toEqual(['Ctrl+P']);
});

test('in the office no chord has a name more than the table knows', () => {
  expect(several(meaningsIn(files.filter(isOfTheOffice)))).toEqual(ofTheOffice);
});

test('no chord is taken before the page hears it: by the browser, or by the input method of a Linux desktop (Ctrl+Shift+U)', () => {
  const taken = /^Ctrl\+(?:N|T|W|Shift\+(?:N|T|W|U))$/;
  expect([...meaningsIn(files).keys()].filter((keys) => taken.test(keys))).toEqual([]);
});
