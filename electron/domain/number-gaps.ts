/** The number register of one block and date: an inspector asks where every number between two receipts went. */
export type SerialLine = { readonly serial: number; readonly state: 'used' | 'void' | 'set-aside' | 'skipped' };

/**
 * Every serial from `first` to the highest one touched within the block, with what became of it. 'set-aside' = on a blank sheet that nobody has entered yet, 'skipped' = passed over
 * and on no record. Serials above the highest touched are not listed: they are still to be given, not missing.
 */
export function gaps(
  first: number,
  last: number,
  used: ReadonlyMap<number, 'used' | 'void' | 'set-aside'>,
): SerialLine[] {
  const touched = [...used.keys()].filter((serial) => serial >= first && serial <= last);
  const highest = touched.reduce((high, serial) => Math.max(high, serial), first - 1);
  const lines: SerialLine[] = [];
  for (let serial = first; serial <= highest; serial += 1) {
    lines.push({ serial, state: used.get(serial) ?? 'skipped' });
  }
  return lines;
}
