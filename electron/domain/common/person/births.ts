import { type InputIssue, issueSentences } from '../../../contract/base/input-issues.ts';
import { isLater } from './id-number.ts';

/** Every birth in an input that is after today, wherever it stands: the contract knows no clock, and nobody is received before they are born. */
export function birthsAfter(input: unknown, today: string, path = ''): InputIssue[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`;
    // The body of a draft is what stands in fields, as it was typed: it is judged when it is sent.
    if (name === 'body') return [];
    if (name !== 'dateOfBirth') return birthsAfter(value, today, at);
    if (typeof value !== 'string' || !/^\d{4}(-|$)/.test(value) || !isLater(value, today)) return [];
    const { vi, en } = issueSentences['birth-in-future'] ?? { vi: '', en: '' };
    return [{ path: at, message: 'birth-in-future', vi, en }];
  });
}
