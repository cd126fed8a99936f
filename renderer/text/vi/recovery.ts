import type { FaultCode } from '../../../electron/contract/fault.ts';

export const recovery = {
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
