import type { RowProblem } from '../../../domain/catalogue/lists/list-reading.ts';

type ProblemText = {
  readonly vi: string;
  readonly en: string;
  /** A person can decide it on the spot: the cells of the row are shown, and the row is corrected, meant as it is, or left out. */
  readonly asks?: true;
};

/** What is said of a row, in both languages: what was met there, and what became of it. `{what}` is what stands in the cell. */
export const problemTexts: Readonly<Record<RowProblem['kind'], ProblemText>> = {
  'code-unread': {
    vi: 'Không đọc được mã «{what}»: dòng này bỏ lại. Sửa mã ở dòng này.',
    en: 'The code “{what}” cannot be read: the row is left out. Correct it in this row.',
    asks: true,
  },
  'code-padded': {
    vi: 'Mã «{what}» mất số 0 ở cuối (ô kiểu số): đã thêm lại. Danh mục chưa có mã này, xem lại.',
    en: 'The code “{what}” lost a zero at its end (a number cell): it was put back. No list has this code; look at it.',
    asks: true,
  },
  'code-mended': {
    vi: 'Mã thiếu số (ô kiểu số làm mất số 0 ở cuối?): thêm 0 thì thành mã của «{what}», tên ở dòng này không giống: dòng này bỏ lại. Sửa mã ở dòng này.',
    en: 'The code lacks a digit (a number cell lost a zero at its end?): with 0 it is that of “{what}”, which the name here is not like: the row is left out. Correct the code in this row.',
    asks: true,
  },
  'code-none': {
    vi: 'Không có mã: «{what}» nhận mã riêng của đơn vị.',
    en: 'There is no code: “{what}” gets a code of the office’s own.',
  },
  'code-by-name': {
    vi: 'Không có mã: lấy mã {what} theo tên trùng trong danh mục.',
    en: 'There is no code: {what} is taken, by the same name in the catalogue.',
  },
  'code-twice': {
    vi: 'Mã này đã có ở dòng {what}: dòng sau bỏ lại.',
    en: 'The code stands in row {what} already: the later row is left out.',
    asks: true,
  },
  'name-missing': {
    vi: 'Không có tên thủ tục và danh mục không biết mã này: dòng này bỏ lại.',
    en: 'There is no name, and no list knows the code: the row is left out.',
    asks: true,
  },
  'name-other': {
    vi: 'Mã này trong danh mục là «{what}», tên ở dòng này khác hẳn: dòng này bỏ lại. Xem mã hay tên sai.',
    en: 'In the catalogue this code is “{what}”, and the name here is quite another: the row is left out. See whether code or name is wrong.',
    asks: true,
  },
  'name-known': {
    vi: 'Danh mục có đúng tên này dưới mã {what}: xem mã ở dòng này có đúng không. Vẫn lấy như một thủ tục mới.',
    en: 'The catalogue has this very name under {what}: see whether the code here is right. It is taken as a new procedure all the same.',
    asks: true,
  },
  superseded: {
    vi: 'Mã cũ, đã được thay bằng {what} (đang có trong danh mục): dòng này bỏ lại.',
    en: 'An old code, replaced by {what} (which is in the catalogue): the row is left out.',
  },
  repealed: {
    vi: 'Thủ tục đã bãi bỏ: dòng này bỏ lại.',
    en: 'The procedure was repealed: the row is left out.',
  },
  'term-several': {
    vi: 'Có nhiều thời hạn trong «{what}»: không lấy thời hạn nào. Ghi thời hạn ở dòng này, hoặc đặt riêng ở thủ tục.',
    en: 'There are several limits in “{what}”: none is taken. Type it in this row, or set it at the procedure.',
    asks: true,
  },
  'term-unread': {
    vi: 'Chưa đọc được thời hạn «{what}»: không lấy. Ghi thời hạn ở dòng này, hoặc đặt riêng ở thủ tục.',
    en: 'The limit “{what}” could not be read: it is not taken. Type it in this row, or set it at the procedure.',
    asks: true,
  },
  'term-no-unit': {
    vi: 'Thời hạn «{what}» không ghi đơn vị (ngày, ngày làm việc, giờ): không lấy.',
    en: 'The limit “{what}” has no unit (days, working days, hours): it is not taken.',
    asks: true,
  },
  'term-date': {
    vi: 'Ô thời hạn là một ngày ({what}): bảng tính tự đổi số đã gõ thành ngày. Không lấy; gõ lại thời hạn.',
    en: 'The limit’s cell is a day ({what}): the spreadsheet made a day of what was typed. It is not taken; type the limit.',
    asks: true,
  },
  'term-kept': {
    vi: 'Danh sách ghi «{what}»; danh mục ghi cùng số, tính bằng ngày làm việc: giữ theo danh mục.',
    en: 'The list says “{what}”; the catalogue has the same number in working days, which is kept.',
  },
  'term-longer': {
    vi: 'Thời hạn «{what}» dài hơn thời hạn luật định trong danh mục: giữ theo danh mục. Nếu có căn cứ, đặt riêng ở thủ tục.',
    en: 'The limit “{what}” is longer than the lawful one in the catalogue, which is kept. Where there is a ground for it, set it at the procedure.',
  },
  'fee-unread': {
    vi: 'Chưa đọc được mức thu «{what}»: không lấy. Ghi một số tiền ở dòng này, hoặc ghi riêng ở thủ tục.',
    en: 'The amount “{what}” could not be read as one sum: it is not taken. Type one in this row, or set it at the procedure.',
    asks: true,
  },
  'fee-kept': {
    vi: 'Mức thu «{what}» khác cách tính của danh mục (theo trang, bản, kênh nộp): giữ theo danh mục.',
    en: 'The amount “{what}” differs from how the catalogue counts (by page, copy, channel), which is kept.',
  },
  'level-unread': {
    vi: 'Không hiểu mức độ trực tuyến «{what}»: không lấy.',
    en: 'The online level “{what}” is not understood: it is not taken.',
  },
  'letters-lost': {
    vi: 'Tên «{what}» bị mất chữ (lỗi bảng mã): dòng này bỏ lại.',
    en: 'Letters of the name “{what}” are lost (a wrong encoding): the row is left out.',
    asks: true,
  },
  'no-procedure': {
    vi: '«{what}»: không có mã, không có thời hạn (dòng ký tên, ghi chú?): không coi là thủ tục, bỏ lại.',
    en: '“{what}” has neither a code nor a limit (a signature, a note?): it is not taken for a procedure, and left out.',
  },
  'decided-out': {
    vi: '«{what}»: bỏ lại, theo ý người nhập.',
    en: '“{what}” is left out, as whoever imports it said.',
  },
  'cells-empty': {
    vi: '{what} ô là công thức chưa có kết quả hoặc báo lỗi (#N/A, #REF!): coi như ô trống. Mở tệp bằng Excel, sửa và lưu lại nếu cần.',
    en: '{what} cells are formulas without an answer, or errors (#N/A, #REF!): they are taken as blank. Open the file in Excel, mend and save it if they are needed.',
  },
  'rows-hidden': {
    vi: '{what} dòng đang ẩn trong tệp (bộ lọc, dòng bị giấu) cũng được đọc.',
    en: '{what} rows that the file hides (a filter, hidden rows) are read too.',
  },
  'other-sheets': {
    vi: 'Tệp còn danh sách ở trang khác chưa đọc: {what}. Chọn trang ở trên rồi nhập từng trang.',
    en: 'Other sheets of the file hold lists that are not read: {what}. Choose a sheet above and import each.',
  },
  'from-past': {
    vi: 'Ngày áp dụng {what} đã qua: xem lại ngày. Hồ sơ đã tiếp nhận giữ nguyên; tra cứu và tiếp nhận từ bây giờ theo danh sách này.',
    en: 'The day it applies from, {what}, is past: look at it. Files already received stay as they are; from now on the search and the reception go by this list.',
  },
  'other-level': {
    vi: 'Có {what} thủ tục không phải của cấp xã: bỏ lại.',
    en: '{what} procedures are not of the commune’s level: they are left out.',
  },
  'rows-beyond': {
    vi: 'Danh sách dài quá mức đọc được: từ dòng này còn {what} dòng có chữ bị bỏ lại. Chia thành nhiều tệp rồi nhập từng tệp.',
    en: 'The list is longer than can be read: from this row on {what} rows with something in them are left out. Divide it and import each part.',
  },
};
