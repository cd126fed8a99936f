import type { OfficeSettings } from '../contract/office/office.ts';
import type { Margins, RollPrinter } from '../contract/printing/printers.ts';
import { formOn, sheetForm } from './roll-forms.ts';

export function findRoll(office: OfficeSettings, printer: string): RollPrinter | undefined {
  return office.rollPrinters?.find(({ name }) => name === printer);
}

/** How far what this printer draws is moved; undefined where nobody set it. */
export function findMargins(office: OfficeSettings, printer: string): Margins | undefined {
  const kept = office.margins?.find((one) => one.printer === printer);
  return kept && { leftMm: kept.leftMm, topMm: kept.topMm };
}

/** Where a paper goes and in which form: a receipt on a roll printer is the receipt of rolls. */
export type PrintPlace = { readonly printer: string; readonly form: string };

/**
 * The printer that was wished for, else the one of receipts, else the desk's. A paper that does not exist on rolls goes to the first of the
 * desk's printers that takes sheets; with none, it fails at the roll printer in sight of everybody.
 */
export function placePaper(office: OfficeSettings, form: string, wished: string | undefined): PrintPlace {
  const usual = sheetForm(form) === 'mau-01' ? office.receiptPrinter : undefined;
  const printer = wished ?? (usual || office.printer);
  const onIt = formOn(form, findRoll(office, printer)?.widthMm);
  if (onIt !== undefined) return { printer, form: onIt };
  const sheets = [office.printer, office.sparePrinter ?? ''].find(
    (name) => name !== '' && findRoll(office, name) === undefined,
  );
  return { printer: sheets ?? printer, form: sheetForm(form) };
}
