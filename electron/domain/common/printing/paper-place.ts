import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import type { Margins, RollPrinter, RollWidth, SheetSize } from '../../../contract/common/printing/printers.ts';

export function findRoll(office: Pick<OfficeSettings, 'rollPrinters'>, printer: string): RollPrinter | undefined {
  return office.rollPrinters?.find(({ name }) => name === printer);
}

/** How far what this printer draws is moved; undefined where nobody set it. */
export function findMargins(office: OfficeSettings, printer: string): Margins | undefined {
  const kept = office.margins?.find((one) => one.printer === printer);
  return kept && { leftMm: kept.leftMm, topMm: kept.topMm };
}

/** The one size of sheets that this printer holds; undefined where it takes both, or nobody said. */
export function onlySheet(office: Pick<OfficeSettings, 'sheets'>, printer: string): SheetSize | undefined {
  return office.sheets?.find((one) => one.printer === printer)?.only;
}

type PrinterSettings = Pick<OfficeSettings, 'printer' | 'receiptPrinter' | 'sparePrinter' | 'rollPrinters'>;

/** Where a paper goes and in which form: a receipt on a roll printer is the receipt of rolls. */
export type PrintPlace = { readonly printer: string; readonly form: string };

/**
 * The printer that was wished for, else the one of receipts, else the desk's. A paper that does not exist on rolls goes to the first of the
 * desk's printers that takes sheets; with none, it fails at the roll printer in sight of everybody.
 */
export function placePaper(office: PrinterSettings, form: string, wished: string | undefined): PrintPlace {
  const usual = sheetForm(form) === 'mau-01' ? office.receiptPrinter : undefined;
  const printer = wished ?? (usual || office.printer);
  const onIt = formOn(form, findRoll(office, printer)?.widthMm);
  if (onIt !== undefined) return { printer, form: onIt };
  const sheets = [office.printer, office.sparePrinter ?? ''].find(
    (name) => name !== '' && findRoll(office, name) === undefined,
  );
  return { printer: sheets ?? printer, form: sheetForm(form) };
}

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
