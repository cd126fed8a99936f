import type { Kit, KitSheet } from '../../../../electron/contract/counter/kit/kit.ts';

/** One sheet of a list, whose kit it is, and the paper it is printed on. */
export type SheetLine = KitSheet & {
  readonly key: string;
  readonly kitId: string;
  readonly day: string;
  readonly paper: string | null;
};

/** The receipts of a kit, as against its page of the register. */
const blanks: ReadonlySet<string> = new Set(['mau-01-trong']);

/** The sheets of the kits in the order they were printed: what is left to do, or everything. */
export function sheetRows(kits: readonly Kit[], all: boolean): SheetLine[] {
  return kits.flatMap(({ kitId, day, sheets, documents }) =>
    sheets
      .filter(({ state }) => all || state === 'open')
      .map((sheet) => ({
        ...sheet,
        kitId,
        day,
        paper: documents.find(({ form }) => blanks.has(form))?.documentId ?? null,
        key: `${kitId} ${sheet.serial}`,
      })),
  );
}

/** The chosen serials, one list for each kit: sheets are changed a kit at a time. */
export function serialsByKit(rows: readonly SheetLine[]): ReadonlyMap<string, number[]> {
  const serials = new Map<string, number[]>();
  for (const { kitId, serial } of rows) serials.set(kitId, [...(serials.get(kitId) ?? []), serial]);
  return serials;
}
