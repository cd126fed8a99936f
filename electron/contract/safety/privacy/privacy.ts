import { z } from 'zod';
import { read, write, writeByTwo } from '../../base/call.ts';
import { CivilDate, CivilTime, Done, Uuid, backwards, endsAfterItBegins, line, why } from '../../base/values.ts';
import { Password } from '../../common/office/office.ts';
import { Second } from '../../common/office/people.ts';
import { IdNumber } from '../../common/person/person.ts';

export const PrivacyFormat = z.enum(['pdf', 'xlsx']);
export type PrivacyFormat = z.infer<typeof PrivacyFormat>;

/**
 * Why the body of a case may be taken out: its term of keeping is over and the head decided so (Luật Lưu trữ Điều 15, 16), a court or an authority ordered it, or it was
 * taken down by mistake and belongs to nobody here (Luật 91/2025 Điều 14).
 */
export const EraseGround = z.enum(['term-over', 'ordered', 'taken-by-mistake']);
export type EraseGround = z.infer<typeof EraseGround>;

/**
 * What stays after an erasure. Kept by laws of their own: receipts for money, the words of a book of certifications where only a term is over, petitions, who looked (13 months). Not of this desk's form: what another desk or an older form wrote.
 * Of other things than the case: the reasons typed at the print tray (the machine's own chain), notes on hand-over lists, drafts begun after the case ended.
 */
export const EraseLeft = z.enum([
  'receipts',
  'certification-book',
  'other-desks',
  'older-form',
  'print-reasons',
  'list-notes',
  'petitions',
  'look-ups',
  'drafts',
]);
export type EraseLeft = z.infer<typeof EraseLeft>;

const File = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  base64: z.string(),
  /** Lines in it. */
  rows: z.int(),
});

const paperFaults = ['form-unknown', 'form-broken'] as const;

export const privacyCalls = {
  /** Everything this desk holds on one id number, as a file for the person: within 10 days of being asked (NĐ 356/2025 Điều 5 k3). That it was made is kept as a look-up. */
  copy: write('supervisor', ['nothing-held', ...paperFaults])
    .input(z.strictObject({ idNumber: IdNumber.min(1), format: PrivacyFormat, reason: why(300) }))
    .output(File),
  /** Who looked at whom in a stretch of days, one account's or everybody's, for the notice of a breach within 72 hours (Luật 91/2025 Điều 23, NĐ 356/2025 Điều 28). */
  breach: write('supervisor', paperFaults)
    .input(
      z
        .strictObject({
          from: CivilDate,
          to: CivilDate,
          username: line(100, 1).optional(),
          format: PrivacyFormat,
          reason: why(300),
        })
        .refine(endsAfterItBegins, backwards),
    )
    .output(File),
  /** How long files of a field are kept from the end of the year their work ended in (Luật Lưu trữ Điều 15), as the office was told; `years` null: for good. */
  setTerm: write('supervisor')
    .input(z.strictObject({ field: line(200, 1), years: z.int().min(2).max(70).nullable(), document: why(300) }))
    .output(Done),
  /** The terms that were set, the closed files that are past theirs, the oldest first, and how many closed files have no term yet. Nothing is erased by itself. */
  retention: read('supervisor')
    .input(z.strictObject({ limit: z.int().min(1).max(500).default(200) }))
    .output(
      z.object({
        terms: z.array(z.object({ field: z.string(), years: z.int().nullable(), document: z.string(), at: CivilTime })),
        over: z.array(
          z.object({
            caseId: z.string(),
            number: z.string(),
            field: z.string(),
            endedAt: CivilTime,
            keepUntil: CivilDate,
          }),
        ),
        /** Fields of closed files for which no term was set. */
        unset: z.array(z.object({ field: z.string(), cases: z.int() })),
      }),
    ),
  /**
   * Takes who filed a case, and what was written of them, out of the register for good: two persons, a ground, a document. Numbers, dates, fees and the chain stay. Backups from
   * before still hold it: they are named.
   */
  erase: writeByTwo('supervisor', ['case-unknown', 'erase-open', 'erase-kept', 'erase-nothing'])
    .input(
      z.strictObject({
        caseId: Uuid,
        ground: EraseGround,
        document: why(300),
        password: Password,
        second: Second.optional(),
      }),
    )
    .output(
      z.object({
        number: z.string(),
        /** Entries whose body was taken out. */
        erased: z.int(),
        /** What of the person stays, each named. */
        kept: z.array(EraseLeft),
        backups: z.array(z.object({ place: z.string(), madeAt: CivilTime })),
      }),
    ),
};
