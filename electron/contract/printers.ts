import { z } from 'zod';
import { isPrivateAddress } from './private-address.ts';
import { line, systemName } from './values.ts';

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
  /** A list, for a printer may be called 27112 and the journal knows no such field. */
  margins: z
    .array(Margins.extend({ printer: PrinterName }))
    .max(100)
    .optional(),
};
