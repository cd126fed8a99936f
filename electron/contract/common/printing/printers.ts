import { z } from 'zod';
import { line, systemName } from '../../base/values.ts';

/**
 * Whether this is the address of a machine in the office's own network or of this one: IPv4 as RFC 1918, RFC 3927 and loopback have them, in
 * plain decimals. No names, which somebody else could make point outside.
 */
export function isPrivateAddress(host: string): boolean {
  const parts = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/.exec(host);
  const [a = 0, b = 0, ...rest] = (parts ?? []).slice(1).map(Number);
  if (parts === null || [a, b, ...rest].some((part) => part > 255)) return false;
  if (a === 10 || a === 127) return true;
  return (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
}

const PrinterName = systemName(200);

/** Paper of a roll, in millimetres. */
export const RollWidth = z.union([z.literal(80), z.literal(58)]);
export type RollWidth = z.infer<typeof RollWidth>;

/** A printer of rolls that the desk speaks to itself, at an address in the office's own network. */
export const RollPrinter = z.strictObject({
  name: line(60, 1),
  host: z.string().trim().max(40).refine(isPrivateAddress, 'private-address'),
  port: z.int().min(1).max(65_535),
  widthMm: RollWidth,
});
export type RollPrinter = z.infer<typeof RollPrinter>;

/** How far a printer's drawing is moved, in half millimetres: to the right and down where it is positive. */
const Shift = z.number().min(-10).max(10).multipleOf(0.5);
export const Margins = z.strictObject({ leftMm: Shift, topMm: Shift });
export type Margins = z.infer<typeof Margins>;

/** Cut sheets, in the sizes an office may choose between. */
export const SheetSize = z.enum(['A5', 'A4']);
export type SheetSize = z.infer<typeof SheetSize>;

/** A printer the desk counts on, and how it is: `none` where the office chose none, `missing` where the one chosen is not there. */
export const PrinterUse = z.object({
  name: z.string(),
  state: z.enum(['ready', 'printing', 'stopped', 'missing', 'none', 'unknown']),
  reason: z.string().nullable(),
});

/** What an office says of its printers besides the one of the desk. All may be left out, so that settings kept before still read. */
export const printerSettings = {
  /** Where receipts go; left out, they go where all papers go. */
  receiptPrinter: PrinterName.optional(),
  /** Where papers go by one key when their own printer fails. */
  sparePrinter: PrinterName.optional(),
  rollPrinters: z
    .array(RollPrinter)
    .max(10)
    .refine((rolls) => new Set(rolls.map(({ name }) => name)).size === rolls.length, 'twice')
    .optional(),
  /** Printers that hold sheets of one size only: what needs the other is never sent there. A printer that is not named takes both. */
  sheets: z
    .array(z.strictObject({ printer: PrinterName, only: SheetSize }))
    .max(100)
    .optional(),
  /** A list, for a printer may be called 27112 and the journal knows no such field. */
  margins: z
    .array(Margins.extend({ printer: PrinterName }))
    .max(100)
    .optional(),
};
