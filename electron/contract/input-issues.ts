import { z } from 'zod';

/** What is wrong with a field, by the word the contract gives it: one table for the screen and for whoever calls. */
export const issueSentences: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  required: {
    vi: 'Cần nhập ô này.',
    en: 'This field is needed.',
  },
  invalid: {
    vi: 'Chưa đúng. Kiểm tra rồi nhập lại.',
    en: 'Not right yet. Check it and enter it again.',
  },
  'id-number': {
    vi: 'Số định danh công dân có 12 chữ số; mã số thuế có 10 hoặc 13 chữ số.',
    en: 'A citizen id has 12 digits; a tax code has 10 or 13.',
  },
  phone: {
    vi: 'Số điện thoại chỉ gồm chữ số, bắt đầu bằng 0 hoặc +84.',
    en: 'A phone number has digits only and begins with 0 or +84.',
  },
  email: {
    vi: 'Thư điện tử có dạng ten@vi-du.vn.',
    en: 'An e-mail address looks like name@example.vn.',
  },
  date: {
    vi: 'Nhập ngày như 04/03/1990.',
    en: 'Enter a date as 04/03/1990.',
  },
  'address-needed': {
    vi: 'Cần địa chỉ nhận kết quả khi gửi qua bưu chính.',
    en: 'Sending by post needs an address.',
  },
  'control-characters': {
    vi: 'Có ký tự lạ. Xóa ô này rồi nhập lại.',
    en: 'There are hidden characters. Clear the field and type it again.',
  },
  username: {
    vi: 'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm; từ 2 đến 40 ký tự.',
    en: 'A user name has lower-case letters without marks, digits and dots; 2 to 40 of them.',
  },
  'case-unit-code': {
    vi: 'Mã đơn vị trong mã hồ sơ có dạng H29.999 do thành phố cấp.',
    en: 'The unit code in case codes looks like H29.999; the city gives it.',
  },
  'desk-code': {
    vi: 'Mã quầy bắt đầu bằng Q và một chữ số, ví dụ Q3.',
    en: 'A desk code begins with Q and a digit, such as Q3.',
  },
  'bank-bin': {
    vi: 'Chọn ngân hàng trong danh sách.',
    en: 'Choose a bank from the list.',
  },
  'account-number': {
    vi: 'Số tài khoản gồm 4 đến 19 chữ số hoặc chữ cái, viết liền.',
    en: 'An account number has 4 to 19 digits or letters, without spaces.',
  },
  'tax-code': {
    vi: 'Mã số thuế có 10 hoặc 13 chữ số.',
    en: 'A tax code has 10 or 13 digits.',
  },
  'symbol-taken': {
    vi: 'Quầy khác đã dùng ký hiệu này.',
    en: 'Another desk has this symbol.',
  },
  'receipt-letters': {
    vi: 'Hai chữ in hoa trong A B C D E G H K L M N P Q R S T U V X Y.',
    en: 'Two capitals of A B C D E G H K L M N P Q R S T U V X Y.',
  },
  'hours-overlap': {
    vi: 'Buổi sau bắt đầu khi buổi trước đã hết; giờ kết thúc sau giờ bắt đầu.',
    en: 'A session begins after the one before it has ended, and ends after it begins.',
  },
  'block-backwards': {
    vi: 'Số đầu phải nhỏ hơn hoặc bằng số cuối.',
    en: 'The first number must not be greater than the last.',
  },
  'authorisation-needed': {
    vi: 'Nhận thay cần giấy ủy quyền.',
    en: 'A proxy needs an authorisation.',
  },
  'component-twice': {
    vi: 'Thành phần hồ sơ bị lặp.',
    en: 'A component is listed twice.',
  },
  instant: {
    vi: 'Thời điểm cần dạng 2026-11-23T09:00:00+07:00.',
    en: 'A moment looks like 2026-11-23T09:00:00+07:00.',
  },
  time: { vi: 'Nhập giờ như 07:30.', en: 'Enter a time as 07:30.' },
  'basis-needed': { vi: 'Cần căn cứ của việc miễn, giảm.', en: 'A waiver needs its ground.' },
  'components-needed': { vi: 'Cần ít nhất một thành phần hồ sơ.', en: 'At least one component is needed.' },
  'case-twice': { vi: 'Một hồ sơ được nêu hai lần.', en: 'A case is named twice.' },
  'line-twice': { vi: 'Một khoản thu được nêu hai lần.', en: 'A fee is named twice.' },
  'row-twice': { vi: 'đã có ở một dòng trước', en: 'it stands in an earlier row already' },
  twice: { vi: 'Tên này đã có.', en: 'This name is taken.' },
  'serial-twice': { vi: 'Một số được nêu hai lần.', en: 'A number is named twice.' },
  'note-twice': { vi: 'Một mệnh giá được đếm hai lần.', en: 'A note is counted twice.' },
  'period-backwards': { vi: 'Ngày cuối phải từ ngày đầu trở đi.', en: 'The last day must not be before the first.' },
  'portal-number': { vi: 'Mã hồ sơ của cổng chưa đúng dạng.', en: 'The code of the portal does not have its form.' },
  'private-address': {
    vi: 'Địa chỉ trong mạng cơ quan, như 192.168.1.50.',
    en: 'An address of the office’s own network, such as 192.168.1.50.',
  },
  'dotted-path': {
    vi: 'cần đường dẫn gồm chữ và số, cách nhau bằng dấu chấm',
    en: 'a dotted path of letters and digits is needed',
  },
  'one-free-column': { vi: 'cần đúng một cột không ghi width', en: 'exactly one column has to have no width' },
  'paper-or-roll': {
    vi: 'cần đúng một trong hai: paper hoặc roll',
    en: 'exactly one of the two is needed: paper or roll',
  },
  'till-name': { vi: 'Tên két gồm chữ in hoa và chữ số.', en: 'A till is named by capitals and digits.' },
  'too-large': { vi: 'Dài hoặc lớn quá mức cho phép.', en: 'It is longer or larger than what is taken.' },
  'tracking-number': {
    vi: 'Số hiệu bưu gửi có dạng EA123456789VN.',
    en: 'A tracking number looks like EA123456789VN.',
  },
};

export function issuesIn(language: 'vi' | 'en'): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(issueSentences).map(([issue, sentence]) => [issue, sentence[language]]));
}

export type InputIssue = { readonly path: string; readonly message: string; readonly vi: string; readonly en: string };

const locales = { vi: z.locales.vi().localeError, en: z.locales.en().localeError } as const;

/** What a shape said of an input or a file: where, its own word for it or the shape's, and a sentence in each language. */
export function inputIssues(schema: z.ZodType, input: unknown, found: z.ZodError): InputIssue[] {
  // A sentence is written in the language it was asked in, so the shape is asked once more for each.
  const [vi, en] = [locales.vi, locales.en].map((error) => schema.safeParse(input, { error }).error?.issues ?? []);
  return found.issues.slice(0, 50).map(({ path, message }, at) => {
    const own = issueSentences[message] ?? (isOwnWord(message) ? issueSentences['invalid'] : undefined);
    return {
      path: path.join('.'),
      message,
      vi: own?.vi ?? vi?.[at]?.message ?? message,
      en: own?.en ?? en?.[at]?.message ?? message,
    };
  });
}

/** The first thing wrong with a file, as the end of a sentence that names the file. */
export function firstIssue(
  schema: z.ZodType,
  input: unknown,
  found: z.ZodError,
): { readonly reason: string; readonly reasonEn: string } {
  const [{ path, vi, en } = { path: '', ...issueSentences['invalid'] }] = inputIssues(schema, input, found);
  return { reason: `${path || 'tệp'}: ${vi}`, reasonEn: `${path || 'the file'}: ${en}` };
}

function isOwnWord(message: string): boolean {
  return /^[a-z]+(-[a-z]+)*$/.test(message);
}
