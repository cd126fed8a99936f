import type { RegisterFilter } from '../../../../electron/contract/books/register/register.ts';
import type { Channel } from '../../../../electron/contract/base/values.ts';
import { type Days, monthOf, reportMonthOf, weekOf } from '../../../../electron/domain/books/register/register.ts';
import { parseDate } from '../../../text/format.ts';

export const periods = ['today', 'week', 'month', 'report', 'report-before', 'own'] as const;
export type Period = (typeof periods)[number];

const daysOf: Readonly<Record<Exclude<Period, 'own'>, (today: string) => Days>> = {
  today: (today) => ({ from: today, to: today }),
  week: weekOf,
  month: monthOf,
  report: (today) => reportMonthOf(today),
  'report-before': (today) => reportMonthOf(today, 1),
};

/** What stands in the screen's filter; dates as typed. */
export type FilterForm = {
  readonly period: Period;
  readonly from: string;
  readonly to: string;
  readonly channel: Channel | '';
  readonly procedureCode: string;
};

export const emptyFilter: FilterForm = { period: 'week', from: '', to: '', channel: '', procedureCode: '' };

/** The days a form asks for, as typed where the person chooses; undefined for what is no whole date. */
export function daysAsked(form: FilterForm, today: string): { from: string | undefined; to: string | undefined } {
  if (form.period !== 'own') return daysOf[form.period](today);
  const [from, to] = [parseDate(form.from), parseDate(form.to)].map((date) => (date?.length === 10 ? date : undefined));
  return { from, to };
}

/** The call's filter, or undefined while the dates are not dates or end before they begin. */
export function filterOf(form: FilterForm, today: string): RegisterFilter | undefined {
  const { from, to } = daysAsked(form, today);
  if (from === undefined || to === undefined || to < from) return undefined;
  const { channel, procedureCode } = form;
  return { from, to, ...(channel === '' ? {} : { channel }), ...(procedureCode === '' ? {} : { procedureCode }) };
}
