import type { Kit, KitSheet } from '../../../electron/contract/kit.ts';

/** One sheet of a list, and whose kit it is. */
export type SheetRow = KitSheet & { readonly key: string; readonly kitId: string; readonly day: string };

/** The sheets of the kits in the order they were printed: what is left to do, or everything. */
export function sheetRows(kits: readonly Kit[], all: boolean): SheetRow[] {
  return kits.flatMap(({ kitId, day, sheets }) =>
    sheets
      .filter(({ state }) => all || state === 'open')
      .map((sheet) => ({ ...sheet, kitId, day, key: `${kitId} ${sheet.serial}` })),
  );
}

/** The chosen serials, one list for each kit: sheets are changed a kit at a time. */
export function serialsByKit(rows: readonly SheetRow[]): ReadonlyMap<string, number[]> {
  const serials = new Map<string, number[]>();
  for (const { kitId, serial } of rows) serials.set(kitId, [...(serials.get(kitId) ?? []), serial]);
  return serials;
}
