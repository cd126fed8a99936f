import { ForeignInput } from '../../../../../electron/contract/counter/case/foreign.ts';
import { canonicalCode, parseCaseNumber } from '../../../../../electron/domain/base/numbering.ts';
import { formatDate, parseMoment } from '../../../../text/format.ts';
import {
  type Issues,
  componentsOf,
  countOf,
  deliveryOf,
  issuesOfInput,
  personOf,
  submitterOf,
} from '../../../counter/case-fields/receive-input.ts';
import type { ReceptionForm } from '../../../counter/case-fields/reception-form.ts';
import type { Agency } from '../../../counter/case-fields/what/AgencyField.tsx';

/** What the paper says that came with the file, as typed. `arrivedAt` is null while it is this very minute. */
export type Came = {
  readonly code: string;
  readonly unit: Agency | null;
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly arrivedAt: string | null;
};

/** Files come by the pile: who sent it and when it came stay for the next one. */
export function nextOf({ unit, arrivedAt }: Pick<Came, 'unit' | 'arrivedAt'>): Came {
  return { code: '', unit, acceptedAt: '', dueAt: '', arrivedAt };
}

/** A code is scanned or typed: the day of reception is part of it (NĐ 118/2025 Điều 28 k2b), its hour is on the paper only. */
export function withCode(came: Came, typed: string): Came {
  const code = canonicalCode(typed);
  const day = parseCaseNumber(code)?.date;
  const before = parseCaseNumber(came.code)?.date;
  const untouched = came.acceptedAt === '' || (before !== undefined && came.acceptedAt === `${formatDate(before)} `);
  return { ...came, code: typed, ...(untouched && day !== undefined ? { acceptedAt: `${formatDate(day)} ` } : {}) };
}

export type CheckedArrival =
  | { readonly ok: true; readonly input: ForeignInput }
  | { readonly ok: false; readonly issues: Issues };

/** The form as input of `case.receiveForeign`, or what is missing. `now`: the minute that it came, where none was typed. */
export function checkArrival(
  came: Came,
  form: ReceptionForm,
  { now, known }: { readonly now: string; readonly known: Readonly<Record<string, string>> },
): CheckedArrival {
  const input = {
    code: canonicalCode(came.code),
    receivingUnit: unitOf(came.unit),
    acceptedAt: momentOf(came.acceptedAt),
    dueAt: momentOf(came.dueAt),
    arrivedAt: came.arrivedAt === null ? now : momentOf(came.arrivedAt),
    procedureCode: form.procedure?.code ?? '',
    channel: form.channel,
    applicant: personOf(form.applicant),
    submitter: form.submitter === null ? null : submitterOf(form.submitter),
    components: componentsOf(form),
    quantity: countOf(form.quantity),
    resultDelivery: deliveryOf(form),
    requestId: form.requestId,
  };
  const parsed = ForeignInput.safeParse(input);
  if (parsed.success) return { ok: true, input: parsed.data };
  const found = issuesOfInput(input, parsed.error, known);
  const said = [...found].map(
    ([path, issue]) => [path, isMoment(path) && issue !== 'required' ? 'moment' : issue] as const,
  );
  return { ok: false, issues: new Map(said.toSorted(([a], [b]) => placeOf(a) - placeOf(b))) };
}

/** The paper first, then the person and the rest. */
const first = ['code', 'receivingUnit', 'acceptedAt', 'dueAt', 'arrivedAt'];

function placeOf(path: string): number {
  const place = first.indexOf(path);
  return place === -1 ? first.length : place;
}

/** What cannot be read goes on as it is, to be named. */
function momentOf(typed: string): string {
  return parseMoment(typed) ?? typed.trim();
}

function isMoment(path: string): boolean {
  return path.endsWith('At');
}

function unitOf(unit: Agency | null) {
  if (unit === null) return '';
  return unit.code === '' ? { name: unit.name } : { code: unit.code };
}
