import type { NationwideProcedure } from '../../../contract/catalogue/lists.ts';
import { isFar } from '../../deadline/past.ts';
import { dayOfDate, msPerMinute } from '../../base/civil-time.ts';
import type { ConfirmationCode } from '../../../contract/counter/case/confirm.ts';
import type { Channel, ResultDelivery } from '../../../contract/base/values.ts';

/** How a procedure may be filed: the article stands in the catalogue of today, older ones kept only the sentence. */
type Filed = {
  readonly termNote: string;
  readonly onlineOnly?: string | null;
  readonly resultAway?: string | null;
};

/** What a reception is looked at for before it is recorded. */
export type AskedReception = {
  /** Whether somebody is there to be asked where the hand may have slipped. */
  readonly attended: boolean;
  readonly channel: Channel;
  /** How the citizen is to have the result. */
  readonly resultDelivery: ResultDelivery['kind'];
  readonly components: readonly { readonly originals: number; readonly copies: number }[];
  readonly procedure: Filed & { readonly components: readonly unknown[] };
  /** How the file came to wait here, where it did. */
  readonly waited: 'counter' | 'online' | 'post' | null;
  /** The last case of the same person and procedure at this desk, and now; null where there is none. */
  readonly last: { readonly acceptedAt: string; readonly now: string } | null;
  /** What a sheet that was filled in by hand promised, beside the law; null for who stands at the counter. */
  readonly written: { readonly acceptedAt: string; readonly lawDueAt: string; readonly promised: string } | null;
  /** The name that was filed under the applicant's number before, where it was another; null otherwise. */
  readonly knownAs: string | null;
  /** An organisation or a household business, and nobody named who files for it. */
  readonly filerUnnamed: boolean;
  /** The papers go by the citizen's case, and none was said. */
  readonly caseUnchosen: boolean;
  /** How many days ahead the day lies that was agreed with the citizen; null where none was. */
  readonly agreedAhead: number | null;
  /** The provinces of this office and of the unit that decides; null where no unit was named. */
  readonly province: { readonly own: string; readonly deciding: string } | null;
  /** The published list has the procedure on this day (Điều 14 k4). */
  readonly nationwide: boolean;
};

/** Whether every centre of the country receives this procedure on a day, by the list the competent authority published (Điều 14 k4). */
export function isNationwide(list: readonly NationwideProcedure[], code: string, day: string): boolean {
  return list.some((row) => row.code === code && row.from <= day && (row.until === null || day <= row.until));
}

/** What is lawful only with a reason, in the order in which a clerk would say it; and where somebody is there, what is hardly meant. */
export function receptionAsks(reception: AskedReception): ConfirmationCode[] {
  const asked = reception.attended ? { ...rules, ...slips } : rules;
  return Object.entries(asked).flatMap(([code, asks]) => (asks(reception) ? [code as ConfirmationCode] : []));
}

type Rule = (reception: AskedReception) => boolean;

const rules = {
  // NĐ 118/2025 Điều 17 k1b, c: complete is what the procedure asks for; data in the place of papers are said.
  'no-papers': ({ channel, components, procedure }) =>
    channel !== 'online' &&
    procedure.components.length > 0 &&
    components.every(({ originals, copies }) => originals + copies === 0),
  // Điều 14 k3c.
  'online-only': ({ channel, procedure }) => channel !== 'online' && isOnlineOnly(procedure),
  // Điều 14 k4 (NĐ 309/2026).
  'outside-province': ({ province, nationwide }) =>
    province !== null && province.own !== province.deciding && !nationwide,
  // Điều 15.
  'online-as-direct': ({ channel, waited }) => waited === 'online' && channel !== 'online',
} as const satisfies Partial<Record<ConfirmationCode, Rule>>;

/** What no law forbids. */
const slips = {
  // Điều 6 k2c: who stands for somebody else shows by which paper.
  'filer-unnamed': ({ channel, filerUnnamed }) => channel === 'direct' && filerUnnamed,
  // NĐ 217/2026 Điều 54 k4a. What comes to the counter all the same is asked about by its way of filing already, and one reason is enough.
  'result-at-desk': ({ channel, resultDelivery, procedure: { resultAway = null } }) =>
    resultAway !== null && channel === 'online' && resultDelivery === 'desk',
  // Điều 16 k1.
  'case-unchosen': ({ channel, caseUnchosen }) => channel !== 'online' && caseUnchosen,
  // NĐ 23/2015 Điều 21 and where no law gives a limit.
  'agreed-far': ({ agreedAhead }) => agreedAhead !== null && agreedAhead > 30,
  'received-just-now': ({ last }) =>
    last !== null && Math.abs(Date.parse(last.now) - Date.parse(last.acceptedAt)) <= msPerMinute,
  // A number typed wrong is somebody else's; a name may have changed.
  'name-differs': ({ knownAs }) => knownAs !== null,
  // A day written by hand, typed in with another month or year.
  'date-far': ({ written }) =>
    written !== null &&
    isFar(daysBetween(written.lawDueAt, written.promised), daysBetween(written.acceptedAt, written.lawDueAt)),
} as const satisfies Partial<Record<ConfirmationCode, Rule>>;

/** Which name stood under a number before, of those who are of the same kind; null where it is this one, or where nobody was there. */
export function otherNameOf(
  applicant: { readonly kind: string; readonly fullName: string },
  before: readonly { readonly kind: string; readonly fullName: string }[],
): string | null {
  const same = (name: string) => name.normalize('NFC').toUpperCase();
  const alike = before.filter(({ kind }) => kind === applicant.kind);
  if (alike.some(({ fullName }) => same(fullName) === same(applicant.fullName))) return null;
  return alike[0]?.fullName ?? null;
}

function isOnlineOnly({ termNote, onlineOnly = null }: Filed): boolean {
  return onlineOnly !== null || /chỉ (được )?nộp trực tuyến/i.test(termNote.normalize('NFC'));
}

function daysBetween(from: string, to: string): number {
  return dayOfDate(to.slice(0, 10)) - dayOfDate(from.slice(0, 10));
}

/** Civil moments of a file that another centre received, and the length of its lawful time here. */
export type AskedArrival = {
  readonly acceptedAt: string;
  readonly arrivedAt: string;
  readonly dueAt: string;
  readonly lawDueAt: string;
};

/** What of the paper that came with it is a slip of the hand more often than it is so. */
export function arrivalAsks({ acceptedAt, arrivedAt, dueAt, lawDueAt }: AskedArrival): ConfirmationCode[] {
  const term = daysBetween(arrivedAt, lawDueAt);
  const asked: readonly (readonly [boolean, ConfirmationCode])[] = [
    [isFar(daysBetween(lawDueAt, dueAt), term), 'foreign-promise-far'],
    [isFar(daysBetween(acceptedAt, arrivedAt), term), 'foreign-long-ago'],
  ];
  return asked.filter(([applies]) => applies).map(([, code]) => code);
}
