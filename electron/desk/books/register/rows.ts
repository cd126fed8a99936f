import type { Procedure } from '../../../contract/catalogue/lists.ts';
import {
  type RegisterFilter,
  type RegisterRow,
  type RegisterTotals,
  TimeClass,
} from '../../../contract/books/register/register.ts';
import { type Channel, type ResultDelivery } from '../../../contract/base/values.ts';
import { withDots } from '../../../domain/base/dong.ts';
import type { Steps } from '../../../domain/base/resumable.ts';
import { noteText } from '../../../domain/books/register/register.ts';
import { getProcedureBody } from '../../../store/catalogue/catalogue.ts';
import {
  type ListedCase,
  type PageStart,
  countRegister,
  listRegister,
} from '../../../store/books/register/register.ts';
import { countersOf } from '../../core/counter.ts';
import type { DeskContext } from '../../core/context.ts';
import { unitName } from '../../../domain/catalogue/catalogue.ts';
import { handlingAgency } from '../../../domain/catalogue/deciding-agency.ts';
import { CaseStatus, caseStatuses } from '../../../contract/base/case-status.ts';

/** Lines of the register, numbered from the start of the period; all of the moment of the first step. */
export function* registerRows(
  desk: DeskContext,
  filter: RegisterFilter,
  start: PageStart,
  limit: number,
): Steps<RegisterRow[]> {
  return linesFrom(desk, yield* listRegister(desk.store.db, filter, start, limit), start.before);
}

/** Cases as their lines, behind so many others. */
export function linesFrom(desk: DeskContext, listed: readonly ListedCase[], before: number): RegisterRow[] {
  const authorityOf = authorities(desk);
  const counter = countersOf(desk);
  return listed.map(({ procedureId, agency, notes, ...told }, index) => ({
    ...told,
    no: before + index + 1,
    authority: authorityOf(procedureId, agency),
    notes: [...notes],
    ...counter('case', told.caseId),
  }));
}

/** Who decides, by the agency it was sent to or the catalogue it was received under; the commune's own committee is named. */
function authorities(desk: DeskContext): (procedureId: number, agency: string | null) => string {
  const unit = unitName(desk.catalogue, desk.getOffice().unitCode);
  const known = new Map<number, string>();
  return (procedureId, agency) => {
    if (agency !== null) return handlingAgency('', [{ agency }], unit);
    const found = known.get(procedureId);
    if (found !== undefined) return found;
    const { authority } = getProcedureBody(desk.store.db, procedureId) as Pick<Procedure, 'authority'>;
    const named = handlingAgency(authority, [], unit);
    known.set(procedureId, named);
    return named;
  };
}

export function registerTotals(desk: DeskContext, filter: RegisterFilter): RegisterTotals {
  return totalsOf(countRegister(desk.store.db, filter, Math.floor(desk.now() / 1000)));
}

export function totalsOf({ cases, voided, byStatus, byTime }: ReturnType<typeof countRegister>): RegisterTotals {
  return {
    cases,
    byStatus: CaseStatus.options.map((status) => ({ status, cases: byStatus.get(status) ?? 0 })),
    byTime: TimeClass.options.map((time) => ({ time, cases: byTime.get(time) ?? 0 })),
    ...(voided > 0 && { voided }),
  };
}

/** How many lines there are, void ones with them. */
export function linesOf({ cases, voided = 0 }: RegisterTotals): number {
  return cases + voided;
}

const timeNames: Readonly<Record<TimeClass, string>> = {
  early: 'trước hạn',
  'on-time': 'đúng hạn',
  late: 'quá hạn',
  open: 'trong hạn',
  'open-late': 'quá hạn',
  closed: 'rút, dừng',
};

const channelNames: Readonly<Record<Channel, string>> = {
  direct: 'trực tiếp',
  online: 'trực tuyến',
  post: 'bưu chính công ích',
};

export const deliveryNames: Readonly<Record<ResultDelivery['kind'], string>> = {
  desk: 'Trực tiếp',
  post: 'Bưu chính công ích',
  electronic: 'Bản điện tử',
};

export const noteWords = (notes: Parameters<typeof noteText>[0]) => noteText(notes, 'vi');

const timeName = (time: TimeClass): string => timeNames[time];

function counted<K extends string>(parts: readonly (readonly [K, number])[], nameOf: (key: K) => string): string {
  return parts.map(([key, cases]) => `${nameOf(key)} ${withDots(cases)}`).join(', ');
}

/** `Trong đó: đang xử lý 3, đã trả kết quả 4.` Statuses without a case are left out. */
export function statusSentence({ byStatus, voided = 0 }: RegisterTotals): string {
  const some = byStatus.filter(({ cases }) => cases > 0).map(({ status, cases }) => [status, cases] as const);
  const among = some.length === 0 ? '' : `Trong đó: ${counted(some, (status) => caseStatuses[status].inRegister)}.`;
  const beside = voided > 0 ? `Ngoài ra ${withDots(voided)} số hủy do hoàn tác tiếp nhận, không tính.` : '';
  return [among, beside].filter((part) => part !== '').join(' ');
}

/** Solved, open and closed by time, zeros told: a zero is an answer here. */
export function timeSentence({ byTime }: RegisterTotals): string {
  const of = (...wanted: TimeClass[]) =>
    wanted.map((time) => [time, byTime.find((count) => count.time === time)?.cases ?? 0] as const);
  const [[, closed] = ['closed', 0] as const] = of('closed');
  const solved = counted(of('early', 'on-time', 'late'), timeName);
  return `Đã giải quyết: ${solved}. Đang giải quyết: ${counted(of('open', 'open-late'), timeName)}. Rút hoặc dừng giải quyết: ${withDots(closed)}.`;
}

/** What the register was narrowed to, in words; undefined for the whole register. */
export function narrowing({ channel, procedureCode }: RegisterFilter, procedureName: string): string | undefined {
  const parts = [
    channel === undefined ? '' : `kênh ${channelNames[channel]}`,
    procedureCode === undefined ? '' : `thủ tục ${procedureName} (${procedureCode})`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}
