import type { Printer } from '../../../electron/contract/common/printing/paper.ts';
import type { SelectChoice } from '../controls/SelectField.tsx';

/** The printers to choose from. One that was chosen before stays chosen in sight, also while the list is not there yet or lacks it. */
export function printerChoices(
  printers: readonly Printer[] | undefined,
  kept: readonly (string | undefined)[],
  missing: string,
): SelectChoice[] {
  const listed = (printers ?? []).map(({ name, description }) => ({ value: name, label: description || name }));
  const known = new Set(listed.map(({ value }) => value));
  const rest = [...new Set(kept)].filter(
    (name): name is string => name !== undefined && name !== '' && !known.has(name),
  );
  // As long as the list is on its way nobody knows whether it is missing.
  const note = printers === undefined ? '' : ` · ${missing}`;
  return [...listed, ...rest.map((name) => ({ value: name, label: `${name}${note}` }))];
}
