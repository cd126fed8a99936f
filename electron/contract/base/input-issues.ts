import { z } from 'zod';
import { letterName } from './letters.ts';

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
  'too-short': { vi: 'Ghi ít nhất {what} ký tự.', en: 'At least {what} signs are needed.' },
  'too-long': { vi: 'Dài quá: nhiều nhất {what} ký tự.', en: 'Too long: {what} signs at most.' },
  'too-small': { vi: 'Ít nhất là {what}.', en: '{what} at least.' },
  'too-big': { vi: 'Nhiều nhất là {what}.', en: '{what} at most.' },
  'too-few': { vi: 'Cần ít nhất {what} mục.', en: 'At least {what} are needed.' },
  'too-many': { vi: 'Nhiều quá: nhiều nhất {what} mục.', en: 'Too many: {what} at most.' },
  'text-needed': { vi: 'Cần một chuỗi chữ.', en: 'A text is needed.' },
  'number-needed': { vi: 'Cần một số.', en: 'A number is needed.' },
  'whole-number': { vi: 'Cần một số nguyên.', en: 'A whole number is needed.' },
  'yes-no-needed': { vi: 'Cần true hoặc false.', en: 'It has to be true or false.' },
  'list-needed': { vi: 'Cần một danh sách [ … ].', en: 'A list [ … ] is needed.' },
  'object-needed': { vi: 'Cần một nhóm trường { … }.', en: 'A group of fields { … } is needed.' },
  'one-of': { vi: 'Chỉ nhận một trong: {what}.', en: 'It has to be one of: {what}.' },
  'field-unknown': { vi: 'Không có trường này: {what}.', en: 'There is no such field: {what}.' },
  'iso-date': {
    vi: 'Cần một ngày có trong lịch, ghi như 1990-03-04.',
    en: 'A day of the calendar is needed, written as 1990-03-04.',
  },
  'act-of-one-case': {
    vi: 'Việc này phải xem từng hồ sơ: mở hồ sơ và làm ở đó.',
    en: 'This has to be looked at case by case: open the case and do it there.',
  },
  uuid: { vi: 'Cần một mã UUID.', en: 'A UUID is needed.' },
  'reason-needed': {
    vi: 'Ghi rõ vài chữ để người sau hiểu, không chỉ một chữ hay dấu.',
    en: 'Say it in a few words that somebody else understands, not in a single letter or sign.',
  },
  'not-json': { vi: 'Đầu vào không phải JSON đúng.', en: 'The input is not valid JSON.' },
  'not-utf-8': { vi: 'Đầu vào không phải UTF-8.', en: 'The input is not UTF-8.' },
  'input-too-large': { vi: 'Đầu vào lớn hơn 4 MiB.', en: 'The input is larger than 4 MiB.' },
  'file-unreadable': { vi: 'Không đọc được tệp đầu vào ({what}).', en: 'The input file cannot be read ({what}).' },
  'call-missing': {
    vi: 'Mỗi dòng cần {"call": "tên lệnh", "input": { … }}.',
    en: 'A line has to be {"call": "name", "input": { … }}.',
  },
  'id-number': {
    vi: 'Số định danh công dân có 12 chữ số (CMND cũ 9 số), hộ chiếu có chữ cái và chữ số; mã số thuế có 10 hoặc 13 chữ số.',
    en: 'A citizen id has 12 digits (an old one 9), a passport letters and digits; a tax code has 10 or 13 digits.',
  },
  'id-letters': {
    vi: 'Trong số định danh có chữ O, I hoặc L. Số định danh công dân chỉ gồm 12 chữ số: ghi số 0, số 1.',
    en: 'There is a letter O, I or L in this id. A citizen id has 12 digits only: enter the digits 0 and 1.',
  },
  'id-decimal': {
    vi: 'Số này có phần thập phân, do chép từ bảng tính. Xem giấy tờ rồi ghi đủ các chữ số, cả số 0 ở đầu.',
    en: 'This number has a decimal tail, from a worksheet. Look at the card and enter every digit, the leading noughts too.',
  },
  'id-tax-code': {
    vi: 'Đây là mã số thuế có số thứ tự đơn vị phụ thuộc, không phải số định danh của công dân. Chọn «Tổ chức», hoặc ghi số trên giấy tờ của người này.',
    en: 'This is a tax code with the number of a branch, and no citizen id. Choose “organisation”, or enter the number on this person’s card.',
  },
  'id-number-one-digit': {
    vi: 'Số định danh không thể chỉ gồm một chữ số lặp lại. Xem giấy tờ rồi nhập lại.',
    en: 'No id number is one digit again and again. Look at the card and enter it again.',
  },
  'submitter-same': {
    vi: 'Đây là số của chủ hồ sơ. Chủ hồ sơ tự nộp thì bỏ phần người nộp thay.',
    en: 'This is the applicant’s own number. Who files for themselves needs no submitter: take that part away.',
  },
  'passport-digits': {
    vi: 'Số định danh công dân có 12 chữ số. Hộ chiếu chỉ có chữ số thì ghi ba chữ mã nước ở trước, ví dụ USA12345678.',
    en: 'A citizen id has 12 digits. Of a passport that has digits only, write the three letters of its country first, as in USA12345678.',
  },
  'budget-code': {
    vi: 'Đây là mã quan hệ ngân sách (7 chữ số), không phải mã số thuế. Ghi mã số thuế 10 hoặc 13 chữ số của cơ quan.',
    en: 'This is a code of the state budget (7 digits) and no tax code. Enter the tax code of the agency, 10 or 13 digits.',
  },
  'birth-in-future': {
    vi: 'Ngày sinh ở sau hôm nay. Xem lại giấy tờ rồi nhập lại.',
    en: 'This birth is after today. Look at the card and enter it again.',
  },
  'name-needed': {
    vi: 'Cần họ tên: phần đã nhập không có chữ cái nào.',
    en: 'A name is needed: there is no letter in what was entered.',
  },
  'party-first': {
    vi: 'Ghi người yêu cầu, có số giấy tờ, trước khi ghi thêm người.',
    en: 'Enter who asks, with the number of a card, before further persons.',
  },
  'party-twice': {
    vi: 'Người có số giấy tờ này đã ghi rồi.',
    en: 'Somebody with this number was entered already.',
  },
  'signer-name': {
    vi: 'Ghi đủ họ và tên người ký, ít nhất hai chữ, như «Nguyễn Văn A, Phó Chủ tịch».',
    en: 'Enter the signer’s full name, two words at least, such as “Nguyễn Văn A, Phó Chủ tịch”.',
  },
  'name-damaged': {
    vi: 'Họ tên bị hỏng chữ (sai bảng mã khi chép hoặc quét). Xem giấy tờ rồi gõ lại.',
    en: 'The letters of this name are damaged by a wrong encoding. Look at the card and type it again.',
  },
  'name-case': {
    vi: 'Chữ hoa và chữ thường bị đảo: Caps Lock đang bật. Tắt rồi nhập lại.',
    en: 'Capitals and small letters are turned around: Caps Lock is on. Turn it off and enter the name again.',
  },
  'letters-lost': {
    vi: 'Có chữ đã bị mất khi chép hoặc quét (�). Xem giấy tờ rồi gõ lại.',
    en: 'Letters were lost in copying or scanning (�). Look at the paper and type it again.',
  },
  'letter-undrawn': {
    vi: 'Máy này không in được chữ {letter}. Ghi bằng chữ La-tinh như trên hộ chiếu.',
    en: 'This desk cannot print the letter {letter}. Write it in Latin letters, as the passport does.',
  },
  'tax-code-digit': {
    vi: 'Mã số thuế sai chữ số kiểm tra. Xem lại giấy tờ rồi nhập lại.',
    en: 'The check digit of this tax code is wrong. Look at the paper and enter it again.',
  },
  phone: {
    vi: 'Số điện thoại có từ 7 chữ số (di động 10 số), chỉ gồm chữ số, bắt đầu bằng 0 hoặc +84.',
    en: 'A phone number has 7 digits or more (10 for a mobile), digits only, and begins with 0 or +84.',
  },
  email: {
    vi: 'Thư điện tử có dạng ten@vi-du.vn.',
    en: 'An e-mail address looks like name@example.vn.',
  },
  date: {
    vi: 'Nhập ngày như 04/03/1990.',
    en: 'Enter a date as 04/03/1990.',
  },
  'date-impossible': {
    vi: 'Lịch không có ngày này. Xem lại ngày và tháng.',
    en: 'There is no such day. Check day and month.',
  },
  'date-too-early': {
    vi: 'Năm sinh trước 1850. Xem lại giấy tờ rồi nhập lại.',
    en: 'This birth is before 1850. Look at the card and enter it again.',
  },
  'address-needed': {
    vi: 'Cần địa chỉ nhận kết quả khi gửi qua bưu chính.',
    en: 'Sending by post needs an address.',
  },
  'own-field-key': {
    vi: 'Tên máy của ô bắt đầu bằng chữ thường, chỉ gồm chữ không dấu và số.',
    en: 'The key of a field begins with a small letter and has plain letters and digits only.',
  },
  'own-field-choices': {
    vi: 'Ô chọn cần từ hai lựa chọn khác nhau; ô khác không có lựa chọn.',
    en: 'A choice needs two different answers or more; no other field has any.',
  },
  'own-field-limits': {
    vi: 'Chỉ ô số có mức ít nhất và nhiều nhất; mức ít nhất không lớn hơn mức nhiều nhất.',
    en: 'Only a number has a least and a most, the least not above the most.',
  },
  'own-field-of-kind': {
    vi: 'Chỉ ô số nhận số thập phân; chỉ ô ngày đặt được «đã qua».',
    en: 'Only a number may have a fraction; only a date may be one of what has happened.',
  },
  'own-field-time': {
    vi: 'Ghi giờ từ 0 đến 24, như 04 giờ 30 phút hoặc 4:30; không rõ thì để trống.',
    en: 'Enter an hour from 0 to 24, such as 04 giờ 30 phút or 4:30; leave it blank where nobody knows.',
  },
  'date-after-today': {
    vi: 'Ngày này ở sau hôm nay. Xem lại giấy tờ rồi nhập lại.',
    en: 'This day is after today. Look at the paper and enter it again.',
  },
  'own-field-twice': { vi: 'Hai ô trùng tên.', en: 'Two fields have one name.' },
  'own-field-unknown': {
    vi: 'Thủ tục này không hỏi ô đó.',
    en: 'This procedure does not ask for that field.',
  },
  'own-field-person': {
    vi: 'Họ tên không có chữ số: ghi họ tên, dấu phẩy, rồi đủ số giấy tờ, như «Nguyễn Văn A, 079190001234».',
    en: 'A name has no digits: write the name, a comma, then the whole number, such as “Nguyễn Văn A, 079190001234”.',
  },
  'own-field-text': { vi: 'Ô này là một dòng chữ.', en: 'This field is a line of text.' },
  'own-field-number': {
    vi: 'Nhập một số như 12 hoặc 1.250,5.',
    en: 'Enter a number such as 12 or 1.250,5.',
  },
  'term-too-long': {
    vi: 'Thời hạn dài quá: nhiều nhất 100 năm.',
    en: 'The time limit is too long: 100 years at most.',
  },
  'control-characters': {
    vi: 'Có ký tự lạ. Xóa ô này rồi nhập lại.',
    en: 'There are hidden characters. Clear the field and type it again.',
  },
  username: {
    vi: 'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm; từ 2 đến 40 ký tự.',
    en: 'A user name has lower-case letters without marks, digits and dots; 2 to 40 of them.',
  },
  'typed-name-of-listed': {
    vi: 'Thủ tục đã có tên trong danh mục; chỉ «thủ tục khác» mới ghi tên.',
    en: 'The procedure has its name in the list; only “other procedure” has a typed one.',
  },
  'id-in-name': {
    vi: 'Tên thủ tục không ghi số định danh, số CMND hay CCCD của ai (9 hoặc 12 chữ số): bỏ số ấy đi, số giấy tờ ghi ở mục người nộp.',
    en: 'The name of a procedure holds nobody’s identity number (9 or 12 digits): leave it out; it belongs to the applicant.',
  },
  'procedure-code': {
    vi: 'Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, như 1.001193.',
    en: 'A procedure’s code is a digit, a dot and six digits, such as 1.001193.',
  },
  'case-unit-code': {
    vi: 'Mã đơn vị trong mã hồ sơ có dạng H29.999 do thành phố cấp.',
    en: 'The unit code in case codes looks like H29.999; the city gives it.',
  },
  'code-signs': {
    vi: 'Mã hồ sơ phải có chữ hoặc số. Ghi như trên giấy tiếp nhận.',
    en: 'A file code has letters or digits. Enter it as the receipt has it.',
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
  'hours-empty': {
    vi: 'Phải có ít nhất một buổi làm việc trong tuần.',
    en: 'A week needs one session at least.',
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
  'tracking-needed': {
    vi: 'Gửi bưu chính cần số bưu gửi.',
    en: 'Sent by post, it needs the number of the parcel.',
  },
  'component-twice': {
    vi: 'Thành phần hồ sơ bị lặp.',
    en: 'A component is listed twice.',
  },
  instant: {
    vi: 'Thời điểm cần dạng 2026-11-23T09:00:00+07:00.',
    en: 'A moment looks like 2026-11-23T09:00:00+07:00.',
  },
  moment: { vi: 'Nhập ngày và giờ như 23/11/2026 09:00.', en: 'Enter day and hour as 23/11/2026 09:00.' },
  time: { vi: 'Nhập giờ như 07:30.', en: 'Enter a time as 07:30.' },
  'basis-needed': { vi: 'Cần căn cứ của việc miễn, giảm.', en: 'A waiver needs its ground.' },
  'components-needed': { vi: 'Cần ít nhất một thành phần hồ sơ.', en: 'At least one component is needed.' },
  'case-twice': { vi: 'Một hồ sơ được nêu hai lần.', en: 'A case is named twice.' },
  'amounts-with-error': {
    vi: 'Số tiền đúng đi cùng lỗi «số tiền»: nêu cả hai hoặc không nêu.',
    en: 'Right amounts go with a wrong amount: say both or neither.',
  },
  'names-with-error': {
    vi: 'Tên khoản thu đúng đi cùng lỗi «tên khoản thu».',
    en: 'Right names of fees go with a wrong name of a fee.',
  },
  'line-twice': { vi: 'Một khoản thu được nêu hai lần.', en: 'A fee is named twice.' },
  'publisher-key': {
    vi: 'Khóa của nơi phát hành có 43 ký tự (base64url).',
    en: 'The key of a publisher has 43 signs (base64url).',
  },
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
  month: { vi: 'Nhập tháng như 2026-11.', en: 'Enter a month as 2026-11.' },
  'copies-needed': {
    vi: 'Ghi số trang bản chính x số bản của từng giấy, như «CCCD 2x3; Sổ hồng 4»; chưa đếm được thì gõ «?».',
    en: 'Enter pages x copies of each paper, such as “CCCD 2x3; Sổ hồng 4”; “?” where they are not counted yet.',
  },
  'copies-unread': {
    vi: 'Mỗi giấy: tên (nếu cần), số trang bản chính x số bản, như «CCCD 2x3; Sổ hồng 4».',
    en: 'Each paper: a name if wanted, pages x copies, such as “CCCD 2x3; Sổ hồng 4”.',
  },
  'copies-number': {
    vi: 'Chưa rõ số nào thuộc tên giấy, số nào là số trang. Tên có số thì thêm dấu hai chấm, như «Sổ đỏ số 12: 4x2»; các giấy cách nhau bằng dấu chấm phẩy, như «CCCD 2x3; Sổ hồng 4».',
    en: 'It is not clear which number belongs to the name and which are its pages. A name with a number ends in a colon, such as “Sổ đỏ số 12: 4x2”; papers are parted by a semicolon, such as “CCCD 2x3; Sổ hồng 4”.',
  },
  'copies-many': {
    vi: 'Nhiều giấy quá: một hồ sơ ghi nhiều nhất 50 giấy. Gộp các giấy cùng số trang, hoặc lập thêm hồ sơ.',
    en: 'Too many papers: one case has 50 at most. Put papers of the same pages together, or make another case.',
  },
  'tracking-number': {
    vi: 'Số hiệu bưu gửi có dạng EA123456789VN.',
    en: 'A tracking number looks like EA123456789VN.',
  },
};

export function issuesIn(language: 'vi' | 'en'): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(issueSentences).map(([issue, sentence]) => [issue, sentence[language]]));
}

/** A word, and where it says something more, that: `letter-undrawn:陳`, `too-long:200`. */
export function issueSentence(issue: string, sentences: Readonly<Record<string, string>>): string | undefined {
  const [, word = issue, what] = /^([a-z-]+):(.+)$/su.exec(issue) ?? [];
  const sentence = Object.hasOwn(sentences, word) ? sentences[word] : undefined;
  if (what === undefined) return sentence;
  return sentence?.replace('{letter}', () => letterName(what)).replace('{what}', () => what);
}

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeNeeded: Readonly<Record<string, string>> = {
  string: 'text-needed',
  number: 'number-needed',
  int: 'whole-number',
  boolean: 'yes-no-needed',
  array: 'list-needed',
  object: 'object-needed',
  record: 'object-needed',
};

const formatNeeded: Readonly<Record<string, string>> = {
  date: 'iso-date',
  datetime: 'instant',
  email: 'email',
  uuid: 'uuid',
};

/** Our own word for what a shape that brings none has to say: its library's sentences are no clerk's. */
function ownWord(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : (typeNeeded[issue.expected] ?? 'invalid');
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? 'required' : `too-short:${issue.minimum}`;
      return `${issue.origin === 'array' ? 'too-few' : 'too-small'}:${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `too-long:${issue.maximum}`;
      return `${issue.origin === 'array' ? 'too-many' : 'too-big'}:${issue.maximum}`;
    case 'invalid_format':
      return formatNeeded[issue.format] ?? 'invalid';
    case 'invalid_value':
      return `one-of:${issue.values.slice(0, 20).map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `field-unknown:${issue.keys.slice(0, 10).join(', ').slice(0, 200)}`;
    default:
      return 'invalid';
  }
}

// For every shape, wherever it is asked: on the screen, by the desk, for a file.
z.config({ customError: ownWord });

export type InputIssue = { readonly path: string; readonly message: string; readonly vi: string; readonly en: string };

/** One thing wrong with an input, by our own word for it, with its sentence in each language. */
export function inputIssue(path: string, message: string): InputIssue {
  const inWords = (language: 'vi' | 'en') =>
    issueSentence(message, issuesIn(language)) ?? issueSentences['invalid']?.[language] ?? message;
  return { path, message, vi: inWords('vi'), en: inWords('en') };
}

/** What a shape said of an input or a file. */
export function inputIssues(found: z.ZodError): InputIssue[] {
  return found.issues.slice(0, 50).map(({ path, message }) => inputIssue(path.join('.'), message));
}

/** The first thing wrong with a file, as the end of a sentence that names the file. */
export function firstIssue(found: z.ZodError): { readonly reason: string; readonly reasonEn: string } {
  const [{ path, vi, en } = inputIssue('', 'invalid')] = inputIssues(found);
  return { reason: `${path || 'tệp'}: ${vi}`, reasonEn: `${path || 'the file'}: ${en}` };
}
