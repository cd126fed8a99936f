import type { Person, Submitter } from '../../../contract/common/person/person.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { CaseAction, CopiedPaper, FeeLine } from '../../entries/case.ts';
import type { IntakeEvent, IntakeFacts } from '../../entries/intake.ts';

/** What stands in the place of a name that was taken out. */
export const erasedName = 'ĐÃ XÓA';
const erasedText = 'đã xóa';

/** What people write in their own words, in which anybody may be named. */
const freeTexts: ReadonlySet<string> = new Set([
  'about',
  'answer',
  'asked',
  'how',
  'legalBasis',
  'note',
  'override',
  'place',
  'reason',
  'result',
  'source',
  'told',
  'what',
]);

/** Parts of an act in which such words stand too, and the names of papers, which say whose they are. */
const parts: ReadonlySet<string> = new Set(['confirmations', 'copies', 'papers', 'termCase', 'to']);

/**
 * The same act without anybody in it: names, numbers, addresses, and words that people chose. Numbers of the case, hours, promises, fees and papers counted stay, so that all that
 * is derived is what it was. Null where nothing of it tells of a person.
 */
export function withoutPersons(action: CaseAction): CaseAction | null {
  return changed(action, redacted(action));
}

/** The same of what happened to a file before it was received. What its portal or its post office called it stays, as the number of a case does. */
export function withoutPersonsWaiting(event: IntakeEvent): IntakeEvent | null {
  return changed(event, redactedWaiting(event));
}

function changed<T>(before: T, left: T): T | null {
  // As the journal gives it back its fields stand in another order.
  return canonicalJson(left) === canonicalJson(before) ? null : left;
}

function redacted(action: CaseAction): CaseAction {
  const words = wordless(action);
  switch (words.type) {
    case 'received':
    case 'corrected': {
      const { applicant, submitter, resultDelivery, fees, ...facts } = words;
      const { address: _address, ...delivery } = resultDelivery;
      const { copies = [] } = action as typeof words;
      return {
        ...facts,
        applicant: nobody(applicant),
        ...(submitter === undefined ? {} : { submitter: nobodyFiling(submitter) }),
        ...('others' in words && words.others !== undefined ? { others: words.others.map(nobody) } : {}),
        resultDelivery: delivery.kind === 'post' ? { ...delivery, address: erasedText } : delivery,
        fees: fees.map((line) => withoutPapers(line, copies)),
      };
    }
    case 'returned':
    case 'papers-returned': {
      const { detail: _detail, ...facts } = words;
      return { ...facts, receiver: erasedName };
    }
    default:
      return words;
  }
}

function redactedWaiting(event: IntakeEvent): IntakeEvent {
  const words = wordless(event);
  switch (words.type) {
    case 'arrived':
    case 'amended':
      return { ...words, ...nobodyWaiting(words) };
    default:
      return words;
  }
}

function nobodyWaiting({ applicant, submitter, resultDelivery, portal }: IntakeFacts) {
  const { address: _address, ...delivery } = resultDelivery;
  const { summary: _summary, ...told } = portal ?? { attachments: [] };
  const attachments = told.attachments.map((one) => ({ ...one, name: erasedText }));
  return {
    applicant: nobody(applicant),
    ...(submitter === undefined ? {} : { submitter: nobodyFiling(submitter) }),
    resultDelivery: delivery,
    ...(portal === undefined ? {} : { portal: { ...(told as typeof portal), attachments } }),
  };
}

/** How an amount came about begins with the paper it was reckoned for. */
function withoutPapers(line: FeeLine, copies: readonly CopiedPaper[]): FeeLine {
  const names = copies.flatMap(({ paper }) => (paper === undefined || paper === '' ? [] : [paper]));
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return { ...line, note: longestFirst.reduce((note, name) => note.replaceAll(name, erasedText), line.note) };
}

function wordless<T extends object>(told: T): T {
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, wordlessPart(name, value)])) as T;
}

function wordlessPart(name: string, value: unknown): unknown {
  if (typeof value === 'string') return freeTexts.has(name) || (name === 'paper' && value !== '') ? erasedText : value;
  if (name === 'items' && Array.isArray(value)) return value.map(() => erasedText);
  if (!parts.has(name) || typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map((one: object) => wordless(one)) : wordless(value);
}

function nobody({ kind }: Pick<Person, 'kind'>): Person {
  return { kind, fullName: erasedName, idNumber: '' };
}

function nobodyFiling({ kind }: Pick<Submitter, 'kind'>): Submitter {
  return { kind, fullName: erasedName, idNumber: '', authorisation: erasedText };
}
