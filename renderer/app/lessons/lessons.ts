import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { CallRole } from '../../../electron/contract/base/call.ts';
import type { Contract } from '../../../electron/contract/contract.ts';
import type { TillView } from '../../../electron/contract/counter/money/till.ts';
import type { Screen } from '../../desk/places.ts';
import type { PersonForm, ReceptionForm } from '../../screens/counter/case-fields/reception-form.ts';
import type { Texts } from '../../text/languages.ts';

/** One thing that a lesson tells to press, as the shortcuts write it, or to type. */
export type ToldKey = { readonly press: string; readonly times?: number } | { readonly type: string };

/** What really happened at this window: a screen stands, the desk answered a call, a field holds something, a dialog is in front, the window was opened anew. */
export type Seen =
  | { readonly what: 'screen'; readonly screen: Screen }
  | { readonly what: 'call'; readonly name: string; readonly input: unknown; readonly answer: unknown }
  | { readonly what: 'typed'; readonly label: string; readonly value: string }
  | { readonly what: 'dialog'; readonly title: string }
  | { readonly what: 'opened' };

/** Whether what happened shows that a step is done. */
export type Sign = (seen: Seen, texts: Texts) => boolean;

/** `keys`: what the step tells, in order; none where no key of ours does it. `already`: asked of the till when the step begins, which may be open or shut before. */
type StepRow = {
  readonly keys: readonly ToldKey[];
  readonly shows: Sign;
  readonly already?: (till: TillView) => boolean;
};

export type LessonName = keyof Texts['lessons']['of'];
type LessonRow<Name extends LessonName> = {
  /** Who may do what it teaches. */
  readonly role: CallRole;
  readonly steps: { readonly [Step in keyof Texts['lessons']['of'][Name]['steps']]: StepRow };
};

function onScreen(screen: Screen): Sign {
  return (seen) => seen.what === 'screen' && seen.screen === screen;
}

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;
type CallName = { [Group in keyof Inputs]: `${Group}.${keyof Inputs[Group] & string}` }[keyof Inputs];
type At<All, Name> = Name extends `${infer Group extends keyof All & string}.${infer Call}`
  ? All[Group][Call & keyof All[Group]]
  : never;

/** The desk answered this call, and not with a fault; `is` where not every one will do. */
function answered<Name extends CallName>(
  name: Name,
  is: (input: At<Inputs, Name>, answer: At<Outputs, Name>) => boolean = () => true,
): Sign {
  return (seen) =>
    seen.what === 'call' && seen.name === name && is(seen.input as At<Inputs, Name>, seen.answer as At<Outputs, Name>);
}

/** The form of the reception, as the desk has kept it: within a second of the last key. */
function kept(is: (form: ReceptionForm) => boolean): Sign {
  return answered('draft.save', ({ body }) => is(body as unknown as ReceptionForm));
}

function acted(type: string): Sign {
  return answered('case.act', ({ act }) => act.type === type);
}

function isOpenFor(acts: At<Outputs, 'case.get'>['availableActions'], wanted: string): boolean {
  return acts.some(({ action, allowed }) => action === wanted && allowed);
}

function typed(label: (texts: Texts) => string, is: RegExp): Sign {
  return (seen, texts) => seen.what === 'typed' && seen.label === label(texts) && is.test(seen.value);
}

function dialog(title: (texts: Texts) => string): Sign {
  return (seen, texts) => seen.what === 'dialog' && seen.title.startsWith(title(texts));
}

const press = (keys: string, times?: number): ToldKey =>
  times === undefined ? { press: keys } : { press: keys, times };
const type = (text: string): ToldKey => ({ type: text });
const isWhole = (number: string) => /^\d{12}$/.test(number.replace(/\D/g, ''));
const hasName = (person: PersonForm | null) =>
  person !== null && isWhole(person.idNumber) && /\S \S/.test(person.fullName);

const toReception: StepRow = { keys: [press('F2')], shows: onScreen('reception') };
const toCash: StepRow = { keys: [press('F7')], shows: onScreen('cash') };
const accept: StepRow = { keys: [press('Ctrl+Enter')], shows: answered('case.receive') };
const choose = (letters: string): StepRow => ({
  keys: [press('Ctrl+P'), type(letters), press('Enter')],
  shows: kept(({ procedure }) => procedure !== null),
});

/**
 * The lessons of the practice office, in the order they are best learned. A new one is a row here (what to press, what shows that it is done) and its words in
 * text/screens/common/lessons.ts; tests/e2e/office/lessons.spec.ts plays it by the keys it tells.
 */
export const lessonTable: { readonly [Name in LessonName]: LessonRow<Name> } = {
  'first-reception': {
    role: 'clerk',
    steps: {
      reception: toReception,
      number: {
        keys: [type('079185014321'), press('Tab')],
        shows: kept(({ applicant }) => isWhole(applicant.idNumber)),
      },
      person: {
        keys: [type('nguyễn thị lan'), press('Tab'), type('1502'), press('Tab')],
        shows: kept(({ applicant }) => hasName(applicant) && /^\d\d\/\d\d\/\d{4}$/.test(applicant.dateOfBirth)),
      },
      procedure: choose('ks'),
      accept,
    },
  },
  'on-behalf': {
    role: 'clerk',
    steps: {
      reception: toReception,
      applicant: {
        keys: [type('079190001234'), press('Tab'), type('trần thị bé')],
        shows: kept(({ applicant }) => hasName(applicant)),
      },
      submitter: {
        keys: [press('Alt+N'), type('079085000001'), press('Tab'), type('trần văn bình')],
        shows: kept(({ submitter }) => hasName(submitter)),
      },
      authorisation: {
        keys: [press('Tab', 4), type('cha đẻ')],
        shows: kept(({ submitter }) => (submitter?.authorisation ?? '').trim() !== ''),
      },
      procedure: choose('ks'),
      accept: { keys: [press('Ctrl+Enter')], shows: answered('case.receive', ({ submitter }) => Boolean(submitter)) },
    },
  },
  'open-till': {
    role: 'clerk',
    steps: {
      cash: toCash,
      ask: {
        keys: [press('Alt+O')],
        shows: dialog(({ cash }) => cash.till.acts.open),
        already: ({ open }) => open,
      },
      open: {
        keys: [press('Enter', 3), type('2'), press('Ctrl+Enter')],
        shows: answered('till.open'),
        already: ({ open }) => open,
      },
    },
  },
  certification: {
    role: 'clerk',
    steps: {
      counter: { keys: [press('F5')], shows: onScreen('certification') },
      papers: {
        keys: [type('2x3 4 10x2')],
        shows: typed(({ certification }) => certification.papers, /^\s*\d+(x\d+)?( +\d+(x\d+)?){2}/),
      },
      signer: {
        keys: [press('Alt+5'), type('Nguyễn Văn Ký'), press('Tab'), type('Phó Chủ tịch')],
        shows: typed(({ certification }) => certification.signerTitle, /\S{3}/),
      },
      act: { keys: [press('Ctrl+Enter')], shows: answered('certification.receive') },
    },
  },
  fee: {
    role: 'clerk',
    steps: {
      reception: toReception,
      person: {
        keys: [type('079192005678'), press('Tab'), type('lê thị hoa')],
        shows: kept(({ applicant }) => hasName(applicant)),
      },
      procedure: choose('1.004194'),
      accept,
      cash: { keys: [press('F7')], shows: answered('money.assess') },
      collect: { keys: [press('Ctrl+Enter')], shows: answered('money.collect') },
    },
  },
  'ask-papers': {
    role: 'officer',
    steps: {
      reception: toReception,
      person: {
        keys: [type('079183007890'), press('Tab'), type('đặng văn mười')],
        shows: kept(({ applicant }) => hasName(applicant)),
      },
      procedure: choose('1.004194'),
      accept,
      file: {
        keys: [press('F3'), type('dang van muoi'), press('Enter')],
        shows: answered('case.get', (_case, { availableActions }) => isOpenFor(availableActions, 'transfer')),
      },
      take: {
        keys: [press('Alt+Y'), press('Ctrl+Enter')],
        // The case as it stands afterwards: only then its next act has a key.
        shows: answered('case.get', (_case, { availableActions }) => isOpenFor(availableActions, 'request-supplement')),
      },
      ask: {
        keys: [
          press('Alt+B'),
          type('Giấy xác nhận cư trú'),
          press('Tab'),
          type('Thiếu bản chính'),
          press('Ctrl+Enter'),
        ],
        shows: acted('request-supplement'),
      },
    },
  },
  'return-result': {
    role: 'clerk',
    steps: {
      screen: { keys: [press('F6')], shows: onScreen('return-results') },
      file: { keys: [press('ArrowDown'), press('Enter')], shows: answered('case.get') },
      hand: { keys: [press('Alt+1'), press('Ctrl+Enter')], shows: acted('return') },
    },
  },
  'window-gone': {
    role: 'clerk',
    steps: {
      reception: toReception,
      person: {
        keys: [type('079186004567'), press('Tab'), type('phạm văn tám')],
        shows: kept(({ applicant }) => hasName(applicant)),
      },
      gone: { keys: [], shows: ({ what }) => what === 'opened' },
      procedure: choose('ks'),
      accept,
    },
  },
  'paper-kit': {
    role: 'clerk',
    steps: {
      reception: toReception,
      ask: { keys: [press('Ctrl+Shift+P')], shows: dialog(({ kit }) => kit.print) },
      print: { keys: [type('3'), press('Ctrl+Enter')], shows: answered('kit.print') },
    },
  },
  'end-of-day': {
    role: 'clerk',
    steps: {
      cash: toCash,
      sheet: { keys: [press('Alt+Shift+S')], shows: answered('money.daySheet') },
      ask: { keys: [press('Escape'), press('Alt+D')], shows: dialog(({ cash }) => cash.till.acts.close) },
      close: {
        keys: [type('1'), press('Tab', 9), type('Chưa đếm đủ, tập đóng két'), press('Ctrl+Enter')],
        shows: answered('till.close'),
      },
    },
  },
};

export const lessonNames = Object.keys(lessonTable) as readonly LessonName[];

export function lessonSteps(lesson: LessonName): readonly (readonly [string, StepRow])[] {
  return Object.entries(lessonTable[lesson].steps as Readonly<Record<string, StepRow>>);
}

export function isLesson(name: string | null): name is LessonName {
  return name !== null && Object.hasOwn(lessonTable, name);
}
