import type { DataPack, PackFee, PackParts, PackProblem } from '../../../contract/catalogue/data-pack.ts';
import type { FeeRule } from '../../../contract/catalogue/lists.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import { dateOfDay, dateText, dayOfDate, weekdayOfDay } from '../../../domain/base/civil-time.ts';
import { formatDong } from '../../../domain/base/dong.ts';
import { daysWithPacks, hoursWithPacks, kindsIn } from '../../../domain/catalogue/data-packs.ts';
import { type WorkCalendar, makeCalendar, sessionsOn } from '../../../domain/deadline/work-calendar.ts';
import { findOpeningHours } from '../../../store/common/office/settings.ts';
import type { DeskContext } from '../../core/context.ts';
import { packProblem } from './pack-words.ts';

/** What a pack says against itself, which no reading of it makes right, and what of it nobody would take knowingly. */

type Said = readonly [vi: string, en: string];

/** The host of a public address, with `http` or `https` before it or nothing, and a path behind it: it is printed on receipts. */
const publicAddress =
  /^(https?:\/\/)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(:\d{1,5})?(\/[\w\-./~%?=&]*)?$/i;

export function isPublicAddress(text: string): boolean {
  return publicAddress.test(text);
}

/** Why a pack is none: it holds nothing, or says two things of one. Null where it does neither. */
export function contradictionIn(pack: DataPack): Said | null {
  if (kindsIn(pack).every((kind) => isNothing(pack[kind])))
    return ['trong gói không có dữ liệu nào', 'there is nothing in it'];
  const { calendar, procedures, settings } = pack;
  const days = new Set(calendar?.days.map(({ date }) => date));
  const day = calendar?.ordinary.find((date) => days.has(date));
  if (day !== undefined)
    return [
      `ngày ${dateText(day)} vừa ở «days» vừa ở «ordinary»`,
      `${dateText(day)} stands both in “days” and in “ordinary”`,
    ];
  const ended = new Set(procedures?.ended);
  const item = procedures?.items.find(({ code }) => ended.has(code));
  if (item !== undefined)
    return [
      `thủ tục ${item.code} vừa ở «items» vừa ở «ended»`,
      `procedure ${item.code} stands both in “items” and in “ended”`,
    ];
  const address = settings?.lookupAddress;
  if (address !== undefined && !isPublicAddress(address))
    return [
      'địa chỉ tra cứu phải là tên miền, có http:// hoặc https:// hay không',
      'the address for enquiries has to be a host name, with http:// or https:// or without',
    ];
  return null;
}

function isNothing(part: PackParts[keyof PackParts]): boolean {
  return Object.values(part ?? {}).every((value) => Array.isArray(value) && value.length === 0);
}

/** An amount that no rule comes to: money is counted by the rules, and the amount is what people read. */
export function feeProblems(rules: readonly PackFee[]): readonly PackProblem[] {
  return rules
    .filter(({ amount, rules: all }) => {
      const sums = all.map(atCounter);
      if (amount === null || sums.includes(null)) return false;
      const told = sums as number[];
      return !told.includes(amount) && told.reduce((sum, one) => sum + one, 0) !== amount;
    })
    .map(({ code, amount }) => packProblem('fees', code, 'fee-apart', formatDong(amount ?? 0)));
}

/** What a rule takes at the counter for one; null where that is not known, or is counted by pages. */
function atCounter(rule: FeeRule): number | null {
  if (rule.kind === 'flat' || rule.kind === 'per-copy') return rule.amount ?? null;
  return rule.kind === 'per-page' ? null : (rule.direct ?? null);
}

/** So many hours a week at least a counter is open from Monday to Saturday: half of the forty of an office. */
const fewestHours = 20;

/** Working time as it would be with these parts of a pack over what holds. */
export function calendarAfter(desk: DeskContext, parts: PackParts, from: CivilDate): WorkCalendar {
  const packs = [...desk.packs(), { id: '', from, parts }];
  return makeCalendar(
    daysWithPacks(desk.catalogue.days, packs),
    desk.calendar().sessions.map(({ start, end }) => ({ start: start / 60_000, end: end / 60_000 })),
    hoursWithPacks(findOpeningHours(desk.store.db), packs),
  );
}

/** Working time that hardly anybody could come in, and holidays of the law made working days. */
export function workingTimeProblems(desk: DeskContext, parts: PackParts, from: CivilDate): readonly PackProblem[] {
  const { calendar } = parts;
  if (calendar === undefined) return [];
  const [base, after] = [desk.calendar(), calendarAfter(desk, parts, from)];
  const told = [
    ...calendar.days.map(({ date }) => date),
    ...calendar.hours.map(({ date }) => date),
    ...calendar.weeks.flatMap((week) => [week.from, dateOfDay(dayOfDate(week.from) + 7)]),
  ].filter((date) => date >= from);
  const mondays = [...new Set(told.map((date) => dayOfDate(date) - weekdayOfDay(dayOfDate(date)) + 1))].toSorted(
    (a, b) => a - b,
  );
  const thin = mondays.filter((day) => hoursIn(after, day) < fewestHours && hoursIn(base, day) >= fewestHours);
  const worked = new Set([
    ...calendar.ordinary,
    ...calendar.days.filter(({ kind }) => kind === 'swap-work').map(({ date }) => date),
    ...calendar.hours.filter(({ sessions }) => sessions.length > 0).map(({ date }) => date),
  ]);
  const [first] = thin;
  const dates = thin.slice(0, 5).map((day) => dateText(dateOfDay(day)));
  const which = `${dates.join(', ')}${thin.length > 5 ? ', …' : ''}`;
  return [
    ...(first === undefined
      ? []
      : [
          packProblem('calendar', dateOfDay(first), 'week-thin', [
            `${thin.length} tuần (từ ${which})`,
            `${thin.length} weeks (from ${which})`,
          ]),
        ]),
    ...desk.catalogue.days
      .filter(({ date, kind, verification }) => {
        const isLawful = kind === 'holiday' && verification === 'verified';
        return isLawful && date >= from && worked.has(date);
      })
      .map(({ date, name }) => packProblem('calendar', date, 'holiday-worked', name)),
  ];
}

/** From Monday to Saturday. */
function hoursIn(calendar: WorkCalendar, monday: number): number {
  const sessions = Array.from({ length: 6 }, (_, at) => sessionsOn(calendar, monday + at)).flat();
  return sessions.reduce((sum, { start, end }) => sum + (end - start), 0) / 3_600_000;
}
