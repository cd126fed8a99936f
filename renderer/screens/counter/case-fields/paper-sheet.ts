import { readReceiptText } from '../../../../electron/domain/safety/proof/receipt-text.ts';
import { formatDate, parseDate, parseHour } from '../../../text/format.ts';

/** What a numbered sheet says that was filled in by hand, as typed. `on`: the form is entered from it (kit). */
export type PaperSheetForm = {
  readonly on: boolean;
  readonly number: string;
  readonly day: string;
  readonly hour: string;
  readonly promisedDay: string;
  readonly promisedHour: string;
  /** The signed square that filled it in; empty or absent where none was scanned. */
  readonly square?: string;
};

export const blankSheet: PaperSheetForm = {
  on: true,
  number: '',
  day: '',
  hour: '',
  promisedDay: '',
  promisedHour: '',
  square: '',
};

/** The sheet after this one: a stack of one day is entered in a row, so its day stays. */
export function nextSheet(sheet: PaperSheetForm | null | undefined): { fromKit?: PaperSheetForm } {
  return sheet?.on === true ? { fromKit: { ...blankSheet, day: sheet.day } } : {};
}

/** Nothing of a sheet is typed: the day alone was only carried over from the one before. */
export function isSheetUntouched(sheet: PaperSheetForm | null | undefined): boolean {
  if (sheet === undefined || sheet === null) return true;
  return [sheet.number, sheet.hour, sheet.promisedDay, sheet.promisedHour].every((text) => text.trim() === '');
}

/** What a signed square says, as it is typed. */
export function sheetOfSquare(square: string): Omit<PaperSheetForm, 'on'> | undefined {
  const said = readReceiptText(square);
  if (said === undefined) return undefined;
  const { number, acceptedAt, dueAt } = said;
  const promised =
    dueAt === null
      ? { promisedDay: '', promisedHour: '' }
      : { promisedDay: formatDate(dueAt), promisedHour: hourOf(dueAt) };
  return { number, day: formatDate(acceptedAt), hour: hourOf(acceptedAt), ...promised, square };
}

/** The fields that say something else than the square that was scanned. */
export function againstSquare(sheet: PaperSheetForm): ReadonlySet<keyof PaperSheetForm> {
  const said = sheet.square ? sheetOfSquare(sheet.square) : undefined;
  if (said === undefined) return new Set();
  const days = (['day', 'promisedDay'] as const).filter((name) => parseDate(sheet[name]) !== parseDate(said[name]));
  const hours = (['hour', 'promisedHour'] as const).filter((name) => parseHour(sheet[name]) !== parseHour(said[name]));
  return new Set([...days, ...hours]);
}

function hourOf(civil: string): string {
  return civil.slice(11, 16);
}

/** When the file was received as the sheet says it; undefined while day or hour cannot be read. */
export function sheetMoment(sheet: PaperSheetForm | null | undefined): string | undefined {
  if (sheet?.on !== true) return undefined;
  const day = parseDate(sheet.day);
  const hour = parseHour(sheet.hour);
  return day?.length === 10 && hour !== undefined ? `${day}T${hour}:00+07:00` : undefined;
}

/** The sheet as `case.receive` wants it; what cannot be read is passed on, so that it is named. */
export function sheetInput(sheet: PaperSheetForm | null | undefined) {
  if (sheet?.on !== true) return {};
  const day = sheet.promisedDay.trim();
  const hour = sheet.promisedHour.trim();
  return {
    fromKit: {
      number: sheet.number.trim(),
      acceptedAt: sheetMoment(sheet) ?? `${sheet.day}${sheet.hour}`.trim(),
      ...(day === '' ? {} : { promisedDate: parseDate(day) ?? day }),
      ...(hour === '' ? {} : { promisedTime: parseHour(hour) ?? hour }),
      ...(sheet.square ? { square: sheet.square } : {}),
    },
  };
}
