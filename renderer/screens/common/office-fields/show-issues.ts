import { issueSentence } from '../../../../electron/contract/base/input-issues.ts';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { faultOf, issuesOf } from '../../../desk/fault.ts';
import { type OfficeValues, fieldName } from './office-values.ts';

/** Puts beside each field what is wrong with it, and the cursor into the first; what is still empty is needed, whatever else. */
export function showIssues<V extends FieldValues>(
  form: UseFormReturn<V>,
  issues: ReadonlyMap<string, string>,
  sentences: Readonly<Record<string, string>>,
): void {
  form.clearErrors();
  for (const [field, issue] of issues) {
    const name = field as FieldPath<V>;
    const value: unknown = form.getValues(name);
    const empty = value === '' || value === undefined;
    const message = (empty ? sentences['required'] : issueSentence(issue, sentences)) ?? sentences['invalid'] ?? issue;
    form.setError(name, { message });
  }
  // Not every field is one that the form can put the cursor in, and the first on the page is the first that is read.
  if (issues.size > 0) window.setTimeout(() => focusFirstWrong(), 0);
}

function focusFirstWrong(): void {
  // Screens that are kept behind this one may have wrong fields of their own.
  const wrong = [...document.querySelectorAll<HTMLElement>('main [aria-invalid="true"]')];
  wrong.find((field) => field.checkVisibility())?.focus();
}

/** What the desk found wrong with an office's settings, field by field, as keys of `common.issues`. */
export function refusedFields(error: unknown, values: OfficeValues): ReadonlyMap<string, string> {
  const seen = faultOf(error);
  switch (seen?.code) {
    case 'block-overlaps':
      return new Map([['first', 'invalid']]);
    case 'receipt-symbol-taken':
      return new Map([[takenSymbolField(values, seen.data['symbol']), 'symbol-taken']]);
    case 'unit-unknown':
      return new Map([['unitCode', 'invalid']]);
    default:
      return new Map([...issuesOf(error)].map(([path, issue]) => [fieldName(path), issue]));
  }
}

/** Under which field it is said that another desk has the symbol. */
function takenSymbolField({ receiptLetters }: OfficeValues, symbol: unknown): keyof OfficeValues {
  return receiptLetters.trim().toUpperCase() === String(symbol).toUpperCase() ? 'receiptLetters' : 'paperSymbol';
}
