import { z } from 'zod';

/** Why a data folder cannot be opened; part of the table of fault.ts. Nothing is ever deleted for it. */
export const storeFaults = {
  'store-locked': {
    status: 409,
    data: z.object({ holder: z.string() }),
    vi: 'Thư mục dữ liệu đang được mở bởi {holder}. Đóng chương trình đó rồi mở lại.',
    en: 'The data folder is already open in {holder}. Close that one, then open again.',
  },
  'store-newer': {
    status: 409,
    data: z.object({ version: z.number() }),
    vi: 'Dữ liệu do phiên bản mới hơn ghi (lược đồ {version}). Hãy cài phiên bản mới; dữ liệu không bị thay đổi.',
    en: 'The data were written by a newer version (schema {version}). Install that version; nothing was changed.',
  },
  'store-damaged': {
    status: 500,
    data: z.object({ reason: z.string() }),
    vi: 'Tệp dữ liệu bị hỏng ({reason}). Không xóa gì; hãy khôi phục từ bản sao lưu mới nhất.',
    en: 'The data file is damaged ({reason}). Delete nothing; restore from the newest backup.',
  },
  'store-foreign': {
    status: 409,
    data: z.object({ path: z.string() }),
    vi: 'Tệp {path} không phải dữ liệu của Một Cửa Desk. Chọn thư mục khác; tệp không bị thay đổi.',
    en: 'The file {path} is not Một Cửa Desk data. Choose another folder; the file was not changed.',
  },
  'store-missing': {
    status: 404,
    data: z.object({ path: z.string() }),
    vi: 'Thư mục {path} chưa có dữ liệu của Một Cửa Desk. Kiểm tra lại đường dẫn; chưa tạo gì ở đó.',
    en: 'There are no Một Cửa Desk data in {path}. Check the path; nothing was made there.',
  },
  'store-unusable': {
    status: 500,
    data: z.object({ path: z.string(), reason: z.string() }),
    vi: 'Không mở được thư mục dữ liệu {path} ({reason}). Kiểm tra ổ đĩa và quyền ghi.',
    en: 'The data folder {path} cannot be opened ({reason}). Check the disk and the write permission.',
  },
} as const;
