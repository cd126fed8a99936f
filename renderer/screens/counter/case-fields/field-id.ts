import { createContext, useContext } from 'react';
import { focusById } from '../../../parts/keys/focus.ts';

/** Reception stays behind the other screens with its fields: a screen that shows the same fields gives them names of its own. */
export const FieldScope = createContext('reception');

/** Each field is known by where it stands in the input of `case.receive`, so a fault's path leads to it. */
export function fieldId(path: string, scope = 'reception'): string {
  return `${scope}-${path.replaceAll('.', '-')}`;
}

export function useFieldId(): (path: string) => string {
  const scope = useContext(FieldScope);
  return (path) => fieldId(path, scope);
}

/** Puts the cursor into a field and selects what stands there, ready to be typed over. */
export function focusField(path: string, scope = 'reception'): void {
  const field = focusById(fieldId(path, scope));
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}

/** The same once a field that is on its way has been drawn, and a dialog has given the focus back. */
export function focusFieldSoon(path: string): void {
  window.setTimeout(() => focusField(path), 0);
}

/** What is wrong without a field of its own is shown at the field that leads to it. */
const standIns: readonly (readonly [RegExp, string])[] = [
  [/^components/, 'components'],
  [/^(applicant|submitter)$/, 'applicant.idNumber'],
  [/^fromKit$/, 'fromKit.number'],
  [/^resultDelivery$/, 'resultDelivery.address'],
  [/^competent/, 'competent'],
  [/^typed\.name/, 'procedureCode'],
  [/^typed\./, 'typedPapers'],
  [/^submitter\.kind$/, 'submitter.idNumber'],
];

/** Puts the cursor where something is wrong, and that into sight: a column that scrolls inside may have it far below its edge. */
export function focusIssue(path: string, scope = 'reception'): void {
  focusField(standIns.find(([at]) => at.test(path))?.[1] ?? path, scope);
  document.activeElement?.scrollIntoView({ block: 'center' });
}
