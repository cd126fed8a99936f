import type { Term } from '../../contract/base/values.ts';
import { dayOfDate, weekdayOfDay } from '../base/civil-time.ts';
import type { DeadlineStep } from '../entries/case.ts';

type Language = 'vi' | 'en';
type Values = DeadlineStep['values'];
type Sentence = (date: string, values: Values) => string;

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const came = {
  vi: (date: string, { time, anew }: Values) =>
    `${anew === undefined ? 'Tiếp nhận' : 'Bổ sung đủ'} ${time} ${weekday(date, 'vi')} ${short(date)}`,
  en: (date: string, { time, anew }: Values) =>
    `${anew === undefined ? 'Accepted' : 'Completed'} ${time} ${weekday(date, 'en')} ${short(date)}`,
};

const sentences: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  accepted: came,
  'accepted-not-counted': {
    vi: (date, values) =>
      `${came.vi(date, values)}, ${values['anew'] === undefined ? 'ngày tiếp nhận' : 'ngày bổ sung'} không tính`,
    en: (date, values) =>
      `${came.en(date, values)}, the day of ${values['anew'] === undefined ? 'acceptance' : 'completion'} is not counted`,
  },
  'accepted-after-15h': {
    vi: (date, values) => `${came.vi(date, values)}, sau 15 giờ → ngày làm việc tiếp theo`,
    en: (date, values) => `${came.en(date, values)}, after 15:00 → the next working day`,
  },
  'accepted-extra-session': {
    vi: (date, values) => `${came.vi(date, values)}, buổi làm việc ngày nghỉ: trả ngay trong buổi${because(values)}`,
    en: (date, values) => `${came.en(date, values)}, a session on a day off: handed out in it${because(values)}`,
  },
  'accepted-extra-session-next': {
    vi: (date, values) =>
      `${came.vi(date, values)}, buổi làm việc ngày nghỉ → ngày làm việc tiếp theo${because(values)}`,
    en: (date, values) => `${came.en(date, values)}, a session on a day off → the next working day${because(values)}`,
  },
  'accepted-closed-day': {
    vi: (date, values) => `${came.vi(date, values)}, hôm đó Trung tâm không mở cửa → ngày làm việc tiếp theo`,
    en: (date, values) => `${came.en(date, values)}, the centre is closed that day → the next working day`,
  },
  'closes-early': {
    vi: (date, values) => `${short(date)} Trung tâm làm việc đến ${values['time']}${because(values)}`,
    en: (date, values) => `On ${short(date)} the centre closes at ${values['time']}${because(values)}`,
  },
  'closed-that-day': {
    vi: (date, values) =>
      `Hạn theo luật ${short(date)} nhưng Trung tâm không mở cửa${because(values)} → trả sớm, ${weekday(String(values['until']), 'vi')} ${short(String(values['until']))}`,
    en: (date, values) =>
      `By law due on ${short(date)}, when the centre is closed${because(values)} → earlier, ${weekday(String(values['until']), 'en')} ${short(String(values['until']))}`,
  },
  'closed-until': {
    vi: (date, values) =>
      `${short(date)} Trung tâm không mở cửa${because(values)} → buổi làm việc tiếp theo, ${short(String(values['until']))}`,
    en: (date, values) =>
      `On ${short(date)} the centre is closed${because(values)} → the next session, ${short(String(values['until']))}`,
  },
  'hours-end-before': {
    vi: (date, { time, until, at }) =>
      `Hết giờ theo luật lúc ${time} ${short(date)}, ngoài giờ làm việc → trả sớm, ${at} ${short(String(until))}`,
    en: (date, { time, until, at }) =>
      `By law the hours end at ${time} on ${short(date)}, out of office hours → earlier, ${at} on ${short(String(until))}`,
  },
  'hours-end-next': {
    vi: (date, { time, until, at }) =>
      `Hết giờ theo luật lúc ${time} ${short(date)}, từ khi nhận đến lúc đó không có buổi làm việc → đầu buổi tiếp theo, ${at} ${short(String(until))}`,
    en: (date, { time, until, at }) =>
      `By law the hours end at ${time} on ${short(date)}, and there is no session until then → the beginning of the next, ${at} on ${short(String(until))}`,
  },
  'counted-as-accepted': {
    vi: (date) => `Tính như tiếp nhận ngày ${short(date)}, ngày này không tính`,
    en: (date) => `Counted as accepted on ${short(date)}, which is not counted`,
  },
  'last-day-of-month': {
    vi: (date) => `Tháng cuối không có ngày tương ứng → hết ngày ${short(date)} (Điều 148 BLDS)`,
    en: (date) => `The last month has no such day → it ends with ${short(date)} (Civil Code 148)`,
  },
  'term-case': {
    vi: (_date, { words, article }) => `Trường hợp: ${words}${article === undefined ? '' : ` (${article})`}`,
    en: (_date, { words, article }) => `Case: ${words}${article === undefined ? '' : ` (${article})`}`,
  },
  'agreed-in-writing': {
    vi: (date, { time }) => `Ngày giờ theo thỏa thuận với người yêu cầu: trả lúc ${time} ${full(date)}`,
    en: (date, { time }) => `Day and hour agreed with the applicant: ${time} ${full(date)}`,
  },
  'verification-needed': {
    vi: (date, { words, reason, article }) =>
      `${short(date)}: ${words}${article === undefined ? '' : ` (${article})`}, lý do: ${reason}; tính lại từ ngày tiếp nhận, không phải gia hạn`,
    en: (date, { words, reason, article }) =>
      `${short(date)}: ${words}${article === undefined ? '' : ` (${article})`}, because: ${reason}; counted anew from the acceptance, no extension`,
  },
  'accepted-after-closing': {
    vi: (date, values) => `${came.vi(date, values)}, hết giờ làm việc → ngày làm việc tiếp theo`,
    en: (date, values) => `${came.en(date, values)}, after closing → the next working day`,
  },
  'accepted-day-off': {
    vi: (date, values) => `${came.vi(date, values)}, ngày nghỉ${named(values)} → ngày làm việc tiếp theo`,
    en: (date, values) => `${came.en(date, values)}, a day off${named(values)} → the next working day`,
  },
  'accepted-before-opening': {
    vi: (date, values) => `${came.vi(date, values)}, trước giờ làm việc → tính từ giờ mở cửa`,
    en: (date, values) => `${came.en(date, values)}, before opening → counted from opening`,
  },
  'accepted-at-lunch': {
    vi: (date, values) => `${came.vi(date, values)}, giờ nghỉ trưa → tính từ đầu giờ chiều`,
    en: (date, values) => `${came.en(date, values)}, lunch break → counted from the afternoon`,
  },
  'accepted-for-another': {
    vi: (date, values) => `${came.vi(date, values)}; cơ quan giải quyết: ${values['agency']}`,
    en: (date, values) => `${came.en(date, values)}; decided by ${values['agency']}`,
  },
  'leg-sent-by': {
    vi: (date, { agency, time }) =>
      `Chuyển đến ${agency}: chậm nhất ${time} ${weekday(date, 'vi')} ${short(date)} (01 ngày làm việc, Điều 20)`,
    en: (date, { agency, time }) =>
      `Sent to ${agency}: at the latest ${time} ${weekday(date, 'en')} ${short(date)} (1 working day, Article 20)`,
  },
  'leg-counted-from': {
    vi: (date, { agency, time }) => `Tính từ khi ${agency} nhận, chậm nhất ${time} ${short(date)}`,
    en: (date, { agency, time }) => `Counted from when ${agency} has it, at the latest ${time} ${short(date)}`,
  },
  resumed: {
    vi: (date, values) =>
      `Thời gian dừng không tính; tính tiếp từ ${values['time']} ${weekday(date, 'vi')} ${short(date)}, còn ${leftText(values, 'vi')}`,
    en: (date, values) =>
      `The time it stood still is not counted; counted on from ${values['time']} ${weekday(date, 'en')} ${short(date)} with ${leftText(values, 'en')} left`,
  },
  'leg-due': {
    vi: (date, values) => `${values['agency']}: ${termText(termOf(values), 'vi')} → ${values['time']} ${full(date)}`,
    en: (date, values) => `${values['agency']}: ${termText(termOf(values), 'en')} → ${values['time']} ${full(date)}`,
  },
  weekend: {
    vi: (date, { days, until }) =>
      until === undefined
        ? `${short(date)} không tính: ${weekday(date, 'vi')}`
        : Number(days) > 2
          ? `Không tính ${days} ngày thứ Bảy, Chủ nhật trong khoảng ${range(date, until)}`
          : `${range(date, until)} không tính: thứ Bảy, Chủ nhật`,
    en: (date, { days, until }) =>
      until === undefined
        ? `${short(date)} not counted: ${weekday(date, 'en')}`
        : Number(days) > 2
          ? `${days} weekend days between ${range(date, until)} not counted`
          : `${range(date, until)} not counted: weekend`,
  },
  'day-ends-at-closing': {
    vi: (date) => `Theo luật ngày ${short(date)} kết thúc lúc 24 giờ (Điều 148 BLDS); trả trong giờ làm việc`,
    en: (date) => `By law ${short(date)} ends at 24:00 (Civil Code 148); handed out in office hours`,
  },
  'day-off': {
    vi: (date, { name, until, unverified }) =>
      `${range(date, until)} nghỉ: ${name}${unverified === undefined ? '' : ' (chưa có thông báo chính thức)'}`,
    en: (date, { name, until, unverified }) =>
      `${range(date, until)} off: ${name}${unverified === undefined ? '' : ' (no official notice yet)'}`,
  },
  'make-up-day': {
    vi: (date, { name }) => `${short(date)} (${weekday(date, 'vi')}) làm việc: ${name}`,
    en: (date, { name }) => `${short(date)} (${weekday(date, 'en')}) is worked: ${name}`,
  },
  'last-day-off': {
    vi: (date) => `Ngày cuối ${short(date)} là ngày nghỉ → hết ngày làm việc tiếp theo (Điều 148 BLDS)`,
    en: (date) => `The last day ${short(date)} is a day off → the end of the next working day (Civil Code 148)`,
  },
  'promised-on-paper-earlier': {
    vi: (date, { time }) => `Giấy viết tay đã hẹn ${time} ${full(date)}, sớm hơn → giữ lời hẹn trên giấy`,
    en: (date, { time }) => `The handwritten sheet promised ${time} ${full(date)}, which is earlier → that is kept`,
  },
  'promised-elsewhere': {
    vi: (date, { time, unit }) => `${unit} đã hẹn ${time} ${full(date)} → giữ lời hẹn trên giấy tiếp nhận`,
    en: (date, { time, unit }) => `${unit} promised ${time} ${full(date)} → the promise on the receipt is kept`,
  },
  'promised-on-paper-later': {
    vi: (date, { time }) => `Giấy viết tay ghi hẹn ${time} ${full(date)}, muộn hơn → theo thời hạn của luật`,
    en: (date, { time }) =>
      `The handwritten sheet says ${time} ${full(date)}, which is later → the law's time limit holds`,
  },
  term: {
    vi: (date, values) => `Thời hạn: ${termText(termOf(values), 'vi')} → ${values['time']} ${full(date)}`,
    en: (date, values) => `Time limit: ${termText(termOf(values), 'en')} → ${values['time']} ${full(date)}`,
  },
};

/** A step in words, in the manner a clerk can read aloud. Throws on a rule without a sentence. */
export function deadlineStepText(step: DeadlineStep, language: Language): string {
  const sentence = sentences[step.rule];
  if (sentence === undefined) throw new Error(`no sentence for the rule ${step.rule}`);
  return sentence[language](step.date, step.values);
}

const units: Readonly<Record<Term['unit'], Readonly<Record<Language, readonly [one: string, many: string]>>>> = {
  'working-day': { vi: ['ngày làm việc', 'ngày làm việc'], en: ['working day', 'working days'] },
  day: { vi: ['ngày', 'ngày'], en: ['day', 'days'] },
  'working-hour': { vi: ['giờ làm việc', 'giờ làm việc'], en: ['working hour', 'working hours'] },
  hour: { vi: ['giờ', 'giờ'], en: ['hour', 'hours'] },
  'same-day': { vi: ['trong ngày', 'trong ngày'], en: ['the same day', 'the same day'] },
  month: { vi: ['tháng', 'tháng'], en: ['month', 'months'] },
  year: { vi: ['năm', 'năm'], en: ['year', 'years'] },
};

/** A time limit in words: `03 ngày làm việc`, `trong ngày`. Official papers write numbers below ten with a zero. */
export function termText({ value, unit }: Term, language: Language): string {
  const [one, many] = units[unit][language];
  if (unit === 'same-day') return one;
  const count = language === 'vi' ? String(value).padStart(2, '0') : String(value);
  return `${count} ${value === 1 ? one : many}`;
}

function termOf(values: Values): Term {
  return { value: Number(values['value']), unit: values['unit'] as Term['unit'] };
}

/** What was left of a term: hours with their minutes, whatever else by itself. */
function leftText(values: Values, language: Language): string {
  const minutes = Number(values['minutes'] ?? 0);
  if (minutes === 0) return termText(termOf(values), language);
  const said = language === 'vi' ? `${String(minutes).padStart(2, '0')} phút` : `${minutes} minutes`;
  return Number(values['value']) === 0 ? said : `${termText(termOf(values), language)} ${said}`;
}

function weekday(date: string, language: Language): string {
  return weekdays[language][weekdayOfDay(dayOfDate(date)) - 1] ?? '';
}

function short(date: string): string {
  return `${date.slice(8)}/${date.slice(5, 7)}`;
}

function full(date: string): string {
  return `${short(date)}/${date.slice(0, 4)}`;
}

function because({ ground }: Values): string {
  return ground === undefined ? '' : ` (${ground})`;
}

function named({ name }: Values): string {
  return name === undefined ? '' : ` (${name})`;
}

function range(date: string, until: string | number | undefined): string {
  return until === undefined ? short(date) : `${short(date)}–${short(String(until))}`;
}
