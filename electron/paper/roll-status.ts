/** What a roll printer says of itself, in the order in which it matters to the one who stands before it. */
export type RollCondition = 'ready' | 'paper-out' | 'cover-open' | 'printer-offline' | 'printer-silent';

/** `DLE EOT n`: answered at once, whatever the printer is busy with. 1 the printer, 2 why it is away, 4 its paper. */
export function statusQuestion(about: 1 | 2 | 4): Uint8Array {
  return Uint8Array.of(0x10, 0x04, about);
}

/** `GS r 1`: answered only when everything sent before it has been printed. */
export const whenDone: Uint8Array = Uint8Array.of(0x1d, 0x72, 0x01);

/** Bits that are the same in each answer tell which question it answers; what is neither is noise. */
export function isStatus(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

export function isDone(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** The condition from the three answers; a question the printer did not answer is undefined. */
export function conditionOf(
  printer: number | undefined,
  cause: number | undefined,
  paper: number | undefined,
): RollCondition {
  if (printer === undefined) return 'printer-silent';
  if (((paper ?? 0) & 0x60) !== 0 || ((cause ?? 0) & 0x20) !== 0) return 'paper-out';
  if (((cause ?? 0) & 0x04) !== 0) return 'cover-open';
  return (printer & 0x08) !== 0 || ((cause ?? 0) & 0x40) !== 0 ? 'printer-offline' : 'ready';
}
