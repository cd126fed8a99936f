import type { RollWidth } from '../contract/printing/printers.ts';

/** Papers that exist on roll paper too: the same content, laid out for a strip. Everything else needs a sheet. */
const onRolls: Readonly<Record<string, Readonly<Record<RollWidth, string>>>> = {
  'mau-01': { 80: 'mau-01-cuon', 58: 'mau-01-cuon-58' },
  'test-page': { 80: 'thu-cuon', 58: 'thu-cuon-58' },
};

const onSheets: ReadonlyMap<string, string> = new Map(
  Object.entries(onRolls).flatMap(([sheet, rolls]) => Object.values(rolls).map((roll) => [roll, sheet] as const)),
);

/** The form of the same paper on cut sheets. */
export function sheetForm(form: string): string {
  return onSheets.get(form) ?? form;
}

/** The form of a paper on a printer (`roll` its width, undefined for sheets), or undefined where the paper does not exist there. */
export function formOn(form: string, roll: RollWidth | undefined): string | undefined {
  const sheet = sheetForm(form);
  return roll === undefined ? sheet : onRolls[sheet]?.[roll];
}
