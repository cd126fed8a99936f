import type { z } from 'zod';
import { SheetSize } from '../../../../../electron/contract/common/printing/printers.ts';
import { officeCalls, type OfficeSettings } from '../../../../../electron/contract/common/office/office.ts';

/** The printers of an office as they are typed. */
export type PrintersValues = {
  receiptPrinter: string;
  sparePrinter: string;
  rolls: { name: string; host: string; port: string; width: '80' | '58' }[];
  /** Printers that hold sheets of one size only; who is not named takes both. */
  sheets: { printer: string; only: SheetSize }[];
  reason: string;
};

export const newRoll: PrintersValues['rolls'][number] = { name: '', host: '', port: '9100', width: '80' };

export function printersValuesOf({
  receiptPrinter,
  sparePrinter,
  rollPrinters,
  sheets,
}: OfficeSettings): PrintersValues {
  return {
    receiptPrinter: receiptPrinter ?? '',
    sparePrinter: sparePrinter ?? '',
    rolls: (rollPrinters ?? []).map(({ name, host, port, widthMm }) => ({
      name,
      host,
      port: String(port),
      width: widthMm === 80 ? '80' : '58',
    })),
    sheets: [...(sheets ?? [])],
    reason: '',
  };
}

/** The list with this printer holding one size only, or, by '', both. */
export function withSheet(sheets: PrintersValues['sheets'], printer: string, only: string): PrintersValues['sheets'] {
  const others = sheets.filter((one) => one.printer !== printer);
  const size = SheetSize.safeParse(only);
  return size.success ? [...others, { printer, only: size.data }] : others;
}

/** The settings with these printers; what was not chosen is left out, as in a file from before there was a choice. */
export function withPrinters(values: PrintersValues, before: OfficeSettings): OfficeSettings {
  const { receiptPrinter: _receipt, sparePrinter: _spare, rollPrinters: _rolls, sheets: _sheets, ...rest } = before;
  const rollPrinters = values.rolls.map(({ name, host, port, width }) => ({
    name: name.trim(),
    host: host.trim(),
    port: Number(port),
    widthMm: width === '80' ? (80 as const) : (58 as const),
  }));
  return {
    ...rest,
    ...(values.receiptPrinter === '' ? {} : { receiptPrinter: values.receiptPrinter }),
    ...(values.sparePrinter === '' ? {} : { sparePrinter: values.sparePrinter }),
    ...(rollPrinters.length === 0 ? {} : { rollPrinters }),
    ...(values.sheets.length === 0 ? {} : { sheets: values.sheets }),
  };
}

const changeSchema = officeCalls.changeSettings['~orpc'].inputSchema;

/** `settings.rollPrinters.0.host` -> `rolls.0.host`; a name used twice is told at the last of them. */
export function printersIssues(settings: OfficeSettings, reason: string): ReadonlyMap<string, string> {
  const parsed = changeSchema?.safeParse({ settings, reason }) as z.ZodSafeParseResult<unknown> | undefined;
  const last = (settings.rollPrinters ?? []).length - 1;
  return new Map(
    (parsed?.error?.issues ?? []).map(({ path, message }) => {
      const field = path
        .join('.')
        .replace(/^settings\./, '')
        .replace(/^rollPrinters/, 'rolls')
        .replace(/widthMm$/, 'width');
      return [field === 'rolls' ? `rolls.${last}.name` : field, message];
    }),
  );
}
