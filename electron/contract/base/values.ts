import { z } from 'zod';
import { findUndrawn, visible } from './letters.ts';

/** C0, C1 and bidirectional controls: no name or address has them, and they can turn a printed line around. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * One line of human text: NFC, trimmed, without signs that show nothing, without control characters, of letters that a paper can show. `flawOf`
 * judges it as it came, before anything is taken off.
 */
export function line(max: number, min = 0, flawOf: (raw: string) => string | null = () => null) {
  const raw = z.string().superRefine((text, context) => {
    if (isFarTooLong(text, max)) {
      context.addIssue({
        code: 'too_big',
        origin: 'string',
        maximum: max,
        inclusive: true,
        input: '',
        continue: false,
      });
      return;
    }
    const message = flawOf(text);
    if (message !== null) context.addIssue({ code: 'custom', message, continue: false });
  });
  return withoutControls(raw.overwrite(visible).normalize('NFC').trim().min(min).max(max)).superRefine(
    (text, context) => {
      if (text.includes('\ufffd')) context.addIssue({ code: 'custom', message: 'letters-lost' });
      const sign = findUndrawn(text);
      // The sentence names the letter: a word of the table, and after it what it says (input-issues.ts).
      if (sign !== undefined) context.addIssue({ code: 'custom', message: `letter-undrawn:${sign}` });
    },
  );
}

/**
 * Why something is done, in words that say something to whoever reads it later: a single letter, one letter again and again, or signs
 * alone do not. One rule for every field of reasons, grounds and notes that something rests on.
 */
export function why(max: number) {
  return line(max, 1).refine(saysSomething, 'reason-needed');
}

export function saysSomething(text: string): boolean {
  if (text.trim().length < 3) return false;
  // One look at each letter: an expression that looked back would go over a long row of one letter for hours.
  const [first, ...others] = text.toLowerCase().match(/\p{L}/gu) ?? [];
  return others.some((letter) => letter !== first);
}

/** Far more than a field holds, whatever is taken off it: nothing is worked over at such a length before it is refused. */
function isFarTooLong(text: string, max: number): boolean {
  return text.length > max * 4 + 1000;
}

/** What the system calls something, such as a printer: kept as it is, for the system knows it by these very signs; without control characters. */
export function systemName(max: number, min = 0) {
  return withoutControls(z.string().min(min).max(max));
}

function withoutControls(text: z.ZodString) {
  return text.refine((signs) => !controls.test(signs), 'control-characters');
}

/** Years that an office can mean, and offsets that exist: the desk's own reckoning knows no others. */
const instantShape = /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** An instant as ISO 8601 with an offset; the desk answers in +07:00. */
export const Instant = z
  .string()
  // To the minute is to its beginning: the shape lets seconds be left out.
  .overwrite((text) => text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?=[Z+-])/, '$1:00'))
  .pipe(z.iso.datetime({ offset: true }).regex(instantShape, 'instant'));

/** `YYYY-MM-DDTHH:mm:ss+07:00`. */
export const CivilTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
export type CivilTime = z.infer<typeof CivilTime>;

/** `YYYY-MM-DD` in Vietnam. */
export const CivilDate = z.iso.date();
export type CivilDate = z.infer<typeof CivilDate>;

/**
 * A birth date as cards give it: whole, or the month and year, or the year alone. 0001 and 9999 are what other systems write for “not
 * known”, and nobody alive was born before 1850; a birth after today is refused by the desk, which knows the day.
 */
export const PartialDate = z.string().superRefine((text, context) => {
  const flaw = birthFlaw(text);
  if (flaw !== null) context.addIssue({ code: 'custom', message: flaw });
});

function birthFlaw(text: string): string | null {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return 'date';
  if (text < '1850') return 'date-too-early';
  if (text >= '2100') return 'birth-in-future';
  const whole = `${text}-01-01`.slice(0, 10);
  const day = new Date(`${whole}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(whole) ? 'date-impossible' : null;
}

/** Whole đồng, from 0 to 999 999 999 999. */
export const Dong = z.int().min(0).max(999_999_999_999);

/** Asked for while a hand rests on its line in a list, before anybody opens it. */
export const askedAhead = z.literal(true).optional();

/** So long, in seconds, somebody may take back alone what they have just done and nobody has built on. */
export const undoSeconds = 60;

/** An id is one in capital letters too (RFC 9562): whatever is compared or kept of it is in small ones. */
export const Uuid = z.uuid().toLowerCase();
/** What a file, a hand-over, a slip goes by; of one that is none of the desk's the call says that it is unknown. */
export const Id = z.string().max(64).toLowerCase();
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Limit = z.int().min(1).max(200);

/** A name that whoever asks chose: by it what takes long is watched and given up (`report.progress`, `report.cancel`), whatever call it was asked by. */
export const WatchName = z.string().min(1).max(64).optional();

/** So many are passed over: the next page of a list whose order does not change while somebody looks through it. */
export const Skip = z.int().min(0).max(100_000_000).default(0);

export const Done = z.object({ done: z.literal(true) });

/** Who set something for the office, when and why. */
export const SetBy = z.object({ by: z.string(), at: CivilTime, reason: z.string() });
export type SetBy = z.infer<typeof SetBy>;

export const TermUnit = z.enum(['working-day', 'day', 'working-hour', 'hour', 'same-day', 'month', 'year']);
export const TermValue = z.int().min(1).max(3650);
/** No year that the desk reckons in lies further away than this. */
const longest = { month: 1200, year: 100 } as const;
export const Term = z
  .strictObject({ value: TermValue, unit: TermUnit })
  .refine(({ value, unit }) => (unit !== 'month' && unit !== 'year') || value <= longest[unit], {
    path: ['value'],
    message: 'term-too-long',
  });
export type Term = z.infer<typeof Term>;

/** Five digits of the statistics office, of any commune of the country. */
export const UnitCode = z.string().regex(/^\d{5}$/);

/** An office's identifier in case codes, such as H29.x.y: given by the city, never derived from the five digits (NĐ 118/2025 Điều 28 k2a). */
export const CaseUnitCode = z
  .string()
  .regex(/^[A-Z0-9]{1,3}(\.[A-Z0-9]{1,3}){0,3}$/, 'case-unit-code')
  .refine((code) => !/^Q\d/.test(code), 'case-unit-code');

/** Who decides instead of this office: a commune of the list, or another agency by its name. */
export const competentShape = {
  competentUnit: z.strictObject({ code: UnitCode }).optional(),
  competentAgency: z.strictObject({ name: line(200, 3) }).optional(),
};
/**
 * `after-15h`: what came after 15:00 is due on the next working day; `from-next-day-after-15h`: what came after 15:00 counts as
 * received on the next working day, and the days of the term begin after it.
 */
export const DeadlineRule = z.enum(['after-15h', 'from-next-day-after-15h']);
export type DeadlineRule = z.infer<typeof DeadlineRule>;

/** A time limit that stands in no list, as whoever receives or completes the list types it: with what it rests on. */
export const TypedTerm = z.strictObject({
  value: TermValue,
  unit: TermUnit,
  rule: DeadlineRule.optional(),
  ground: why(300),
});
export type TypedTerm = z.infer<typeof TypedTerm>;

/** A paper by its name, as it is handed in. */
export const TypedPaper = z.strictObject({
  name: line(300, 2),
  originals: z.int().min(0).max(99).default(1),
  copies: z.int().min(0).max(99).default(0),
});
export type TypedPaper = z.infer<typeof TypedPaper>;

/** Which of a procedure's lawful limits a file goes by; left out: the usual one. */
export const termShape = {
  termCase: z.string().min(1).max(40).optional(),
  /** Why, for a limit that the law gives with a reason only. */
  termReason: why(300).optional(),
  /** The day and hour agreed in writing, for a limit that rests on such an agreement. */
  agreedDueAt: Instant.optional(),
  /** The limit of a procedure whose list has none, as it was typed at the counter, and what it rests on. */
  typedTerm: TypedTerm.optional(),
};

/** What can be wrong with a choice among a procedure's lawful limits. */
const termFaults = [
  'term-case-unknown',
  'term-reason-needed',
  'term-agreement-needed',
  'term-agreement-time',
  'term-listed',
] as const;

/** What may stand in the way of a promise: no limit, no calendar that far, or bodies that cannot be asked. */
export const promiseFaults = [
  'time-limit-missing',
  ...termFaults,
  'calendar-ends',
  'competent-unknown',
  'competent-own',
  'competent-twice',
  'competent-interlinked',
] as const;

export const DeadlineStepView = z.object({
  rule: z.string(),
  date: CivilDate,
  text: z.string(),
  textEn: z.string(),
});

export const FeeLineView = z.object({
  name: z.string(),
  /** Whole đồng; null where the amount for this city was not found. Null is never “free”. */
  amount: Dong.nullable(),
  words: z.string().nullable(),
  note: z.string(),
  /** What is announced in the place of an amount, in the words of the paper: «miễn khi đăng ký đúng hạn (…)». */
  free: z.string().optional(),
  /** Why there is no amount: nobody has found it, or the pages were not counted. */
  gap: z.enum(['amount-unknown', 'pages-needed']).optional(),
});
export type FeeLineView = z.infer<typeof FeeLineView>;

/** Certified copies, or extracts, of one paper: its name where it was given, the pages of the original, how many copies of it. */
export const CopyLine = z.strictObject({
  paper: line(200).default(''),
  /** Of the original; a fee counted by the page has no amount without them. */
  pages: z.int().min(1).max(10_000).optional(),
  copies: z.int().min(1).max(999).default(1),
});
export type CopyLine = z.infer<typeof CopyLine>;
export const CopyList = z.array(CopyLine).min(1).max(50);

export const Channel = z.enum(['direct', 'online', 'post']);
export type Channel = z.infer<typeof Channel>;

export const ComponentCount = z.strictObject({
  index: z.int().min(0).max(200),
  originals: z.int().min(0).max(999),
  copies: z.int().min(0).max(999),
});

export const ComponentList = z
  .array(ComponentCount)
  .max(200)
  .refine((list) => new Set(list.map((item) => item.index)).size === list.length, 'component-twice');

/** The cases of this citizen, in the words of the procedure's own list: which of its papers are asked for besides everybody's. */
export const CitizenCases = z.array(line(200, 1)).max(40);

export const ResultDelivery = z
  .strictObject({ kind: z.enum(['desk', 'post', 'electronic']), address: line(300).optional() })
  .refine((way) => way.kind !== 'post' || (way.address ?? '') !== '', { path: ['address'], message: 'address-needed' });
export type ResultDelivery = z.infer<typeof ResultDelivery>;

/** Offices number with an official code, or with a temporary one until the city's system gives it. */
export const CaseNumber = z.object({ local: z.string(), official: z.string().nullable() });
export type CaseNumber = z.infer<typeof CaseNumber>;

export const DocumentRef = z.object({ form: z.string(), documentId: z.string(), sha256: Sha256 });
export type DocumentRef = z.infer<typeof DocumentRef>;

/** Of a stretch of days, both of them in it; `backwards` is what is said of another. */
export function endsAfterItBegins(asked: { readonly from: string; readonly to: string }): boolean {
  return asked.from <= asked.to;
}

export const backwards = { path: ['to'], message: 'period-backwards' };
