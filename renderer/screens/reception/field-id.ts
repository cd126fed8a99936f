/** Each field is known by where it stands in the input of `case.receive`, so a fault's path leads to it. */
export function fieldId(path: string): string {
  return `reception-${path.replaceAll('.', '-')}`;
}

/** Puts the cursor into a field and selects what stands there, ready to be typed over. */
export function focusField(path: string): void {
  const field = document.getElementById(fieldId(path));
  field?.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}

/** What is wrong without a field of its own is shown at the field that leads to it. */
const standIns: readonly (readonly [RegExp, string])[] = [
  [/^components/, 'components'],
  [/^(applicant|submitter)$/, 'applicant.idNumber'],
  [/^resultDelivery$/, 'resultDelivery.address'],
];

export function focusIssue(path: string): void {
  focusField(standIns.find(([at]) => at.test(path))?.[1] ?? path);
}
