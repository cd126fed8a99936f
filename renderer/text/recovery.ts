import type { FaultCode } from '../../electron/contract/fault.ts';

const vi = {
  title: 'Chưa mở được dữ liệu của quầy',
  safeTitle: 'Điều chắc chắn',
  nothingChanged: 'Chương trình chưa ghi gì và chưa xóa gì.',
  safe: {
    'store-locked': 'Dữ liệu vẫn nguyên: một cửa sổ hoặc chương trình khác đang dùng nó.',
    'store-newer': 'Dữ liệu vẫn nguyên: bản mới hơn của chương trình đọc được nó.',
    'store-damaged': 'Tệp hỏng được giữ nguyên để khôi phục; các bản sao lưu không bị đụng tới.',
    'store-foreign': 'Tệp đó không bị thay đổi.',
    'store-unusable': 'Những gì đã lưu trước đó vẫn nằm trong thư mục dữ liệu.',
  } as Readonly<Partial<Record<FaultCode, string>>>,
  meanwhile: 'Trong lúc chờ: ghi giấy và hẹn người dân như khi mất điện; số đã in trước đó vẫn có giá trị.',
  details: 'Chi tiết cho bộ phận kỹ thuật',
};

const en: typeof vi = {
  title: 'The data of this desk could not be opened',
  safeTitle: 'What is certain',
  nothingChanged: 'The program has written nothing and deleted nothing.',
  safe: {
    'store-locked': 'The data are whole: another window or program is using them.',
    'store-newer': 'The data are whole: a newer version of the program can read them.',
    'store-damaged': 'The damaged file is kept as it is for recovery; the backups were not touched.',
    'store-foreign': 'That file was not changed.',
    'store-unusable': 'What was saved before is still in the data folder.',
  },
  meanwhile: 'Meanwhile: write on paper as in a power cut; numbers printed before stay valid.',
  details: 'Details for IT',
};

export const recovery = { vi, en };
