/** A moment in Vietnam as the journal writes it; the offset is fixed, so the digits are the civil time. */
const civil = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/;

/** `23/11/2026` */
function date(value: unknown): string {
  const [, year, month, day] = civil.exec(String(value)) ?? [];
  return year === undefined ? String(value) : `${day}/${month}/${year}`;
}

/** `ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 carry a zero, the others do not (NĐ 30/2020, Phụ lục I). */
function dateWords(value: unknown): string {
  const [, year, month, day] = civil.exec(String(value)) ?? [];
  if (year === undefined || month === undefined) return String(value);
  const shortMonth = Number(month) < 3 ? month : String(Number(month));
  return `ngày ${day} tháng ${shortMonth} năm ${year}`;
}

/** The same at the beginning of a sentence. */
function dateWordsCapital(value: unknown): string {
  return dateWords(value).replace(/^n/, 'N');
}

/** `15 giờ 12 phút, ngày 23 tháng 11 năm 2026`: the promised hour must be readable (TT 01/2020/TT-BTP Điều 2 k1). */
function dateTimeWords(value: unknown): string {
  const [, , , , hour, minute] = civil.exec(String(value)) ?? [];
  return hour === undefined ? String(value) : `${hour} giờ ${minute} phút, ${dateWords(value)}`;
}

/** `15 giờ 12 phút` */
function timeWords(value: unknown): string {
  const [, , , , hour, minute] = civil.exec(String(value)) ?? [];
  return hour === undefined ? String(value) : `${hour} giờ ${minute} phút`;
}

/** `09:05 23/11/2026`, for narrow columns. */
function timeDate(value: unknown): string {
  const [, , , , hour, minute] = civil.exec(String(value)) ?? [];
  return hour === undefined ? String(value) : `${hour}:${minute} ${date(value)}`;
}

/** `8.000 đồng` */
function dong(value: unknown): string {
  return `${String(value).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}

/** Capitals by the rules of the Vietnamese locale. */
function upper(value: unknown): string {
  return String(value).normalize('NFC').toLocaleUpperCase('vi');
}

/** `1` -> `01`, so that nobody adds a digit in front by hand. */
function twoDigits(value: unknown): string {
  return String(value).padStart(2, '0');
}

/** Zero is a dash in a table of papers: nothing of that kind was handed in. */
function countOrDash(value: unknown): string {
  return Number(value) === 0 ? '–' : twoDigits(value);
}

/** The words a template may put after `|`. */
export const formats: Readonly<Record<string, (value: unknown) => string>> = {
  date,
  dateWords,
  dateWordsCapital,
  dateTimeWords,
  timeDate,
  timeWords,
  dong,
  upper,
  twoDigits,
  countOrDash,
};
