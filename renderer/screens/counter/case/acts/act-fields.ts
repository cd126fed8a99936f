import { Act, type ActType, ResultReceiver } from '../../../../../electron/contract/counter/case/act.ts';
import type { CaseStateView } from '../../../../../electron/contract/counter/case/case.ts';
import { formatDateTime, readMoment } from '../../../../text/format.ts';
import type { Texts } from '../../../../text/languages.ts';

export type ActFieldName = keyof Texts['caseFile']['actFields'];
export type ActValues = Readonly<Partial<Record<ActFieldName, string>>>;

/** What the contract takes and a clerk is not asked: how they were told is asked with the paper, a lost receipt at the hand-over. */
const unasked: ReadonlySet<string> = new Set([
  'type',
  'told',
  'receiptLost',
  'leg',
  'inquiry',
  'components',
  'ownFields',
  'receiptBack',
]);

/** What each act asks for, in the order of the contract, which is the order a clerk says it. */
export const actFields = Object.fromEntries(
  Act.options.map(({ shape }) => [shape.type.value, fieldsOf(shape)]),
) as Readonly<Record<ActType, readonly ActFieldName[]>>;

function fieldsOf(shape: object): readonly ActFieldName[] {
  const asked = 'receiver' in shape ? ResultReceiver.shape : shape;
  return Object.keys(asked).filter((name) => !unasked.has(name)) as ActFieldName[];
}

export function isActType(act: string): act is ActType {
  return act in actFields;
}

/** What stands in the fields at first: the receiver is nearly always the applicant. */
export function startingValues(act: ActType, state: CaseStateView, now: string): ActValues {
  if (act === 'leg-received') return { at: formatDateTime(now) };
  if (act === 'leg-finished') return { returnedAt: formatDateTime(now) };
  if (act === 'verification-needed') return { termCase: state.verificationTerms[0]?.key ?? '' };
  if (act === 'announce') return { how: 'phone' };
  if (act === 'ask-others') return { kind: 'verification' };
  if (act === 'check-identity') return { found: 'account-seen' };
  if (act === 'return')
    return { fullName: state.applicant.fullName, idNumber: state.applicant.idNumber, as: 'applicant' };
  return {};
}

const moments: ReadonlySet<ActFieldName> = new Set(['newDueAt', 'at', 'returnedAt', 'answerBy']);

function readField(name: ActFieldName, text: string): unknown {
  if (name === 'items')
    return text
      .split('\n')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  if (name === 'amount') return Number(text.replaceAll('.', ''));
  if (moments.has(name)) return readMoment(text);
  return text;
}

/** What doing an act on this screen says by itself: the dialog asks for the paper before. */
const said: Partial<Record<ActType, object>> = { 'undo-reception': { receiptBack: true } };

/** The act as the contract wants it, or what is wrong by field, as keys of `common.issues`. */
export function readAct(type: ActType, values: ActValues): Act | ReadonlyMap<string, string> {
  const filled = actFields[type].flatMap((name) => {
    const text = values[name] ?? '';
    return text.trim() === '' ? [] : [[name, readField(name, text)] as const];
  });
  const fields = Object.fromEntries(filled);
  const parsed = Act.safeParse({ type, ...(type === 'return' ? { receiver: fields } : fields), ...said[type] });
  if (parsed.success) return parsed.data;
  return new Map(
    parsed.error.issues.map((issue) => {
      const [first, second] = issue.path;
      const field = String(first === 'receiver' ? second : first);
      const isBlank = (values[field as ActFieldName] ?? '').trim() === '';
      // A clerk writes a moment as a clerk does, not as programs do.
      return [field, isBlank ? 'required' : moments.has(field as ActFieldName) ? 'moment' : issue.message];
    }),
  );
}
