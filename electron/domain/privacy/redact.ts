import type { Person, Submitter } from '../../contract/person/person.ts';
import type { CaseAction } from '../entries/case.ts';

/** What stands in the place of a name that was taken out. */
export const erasedName = 'ĐÃ XÓA';
const erasedText = 'đã xóa';

/** What people write in their own words, in which anybody may be named. */
const freeTexts: ReadonlySet<string> = new Set([
  'about',
  'answer',
  'legalBasis',
  'note',
  'override',
  'place',
  'reason',
  'source',
  'told',
  'what',
]);

/**
 * The same act without anybody in it: names, numbers, addresses, and words that people chose. Numbers of the case, hours, promises, fees and papers counted stay, so that all that
 * is derived is what it was. Null where nothing of it tells of a person.
 */
export function withoutPersons(action: CaseAction): CaseAction | null {
  const left = redacted(action);
  return JSON.stringify(left) === JSON.stringify(action) ? null : left;
}

function redacted(action: CaseAction): CaseAction {
  const plain = Object.fromEntries(Object.entries(action).map(([name, value]) => [name, wordless(name, value)]));
  const words = plain as unknown as CaseAction;
  switch (words.type) {
    case 'received':
    case 'corrected': {
      const { applicant, submitter, resultDelivery, ...facts } = words;
      const { address: _address, ...delivery } = resultDelivery;
      return {
        ...facts,
        applicant: nobody(applicant),
        ...(submitter === undefined ? {} : { submitter: nobodyFiling(submitter) }),
        ...('others' in words && words.others !== undefined ? { others: words.others.map(nobody) } : {}),
        resultDelivery: delivery.kind === 'post' ? { ...delivery, address: erasedText } : delivery,
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

function wordless(name: string, value: unknown): unknown {
  if (freeTexts.has(name) && typeof value === 'string') return erasedText;
  if (name === 'confirmations' && Array.isArray(value))
    return value.map((one: object) => ({ ...one, reason: erasedText }));
  return value;
}

function nobody({ kind }: Person): Person {
  return { kind, fullName: erasedName, idNumber: '' };
}

function nobodyFiling({ kind }: Submitter): Submitter {
  return { kind, fullName: erasedName, idNumber: '', authorisation: erasedText };
}
