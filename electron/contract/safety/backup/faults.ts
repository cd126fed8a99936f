import { z } from 'zod';

const place = z.object({ path: z.string() });
const placeAndReason = z.object({ path: z.string(), reason: z.string() });

/** What can go wrong with a backup and with what comes back from one. What was kept before stays, whatever happens. */
export const backupFaults = {
  'backup-place-missing': {
    status: 409,
    data: place,
    vi: 'Không thấy nơi sao lưu {path}. Cắm ổ, nối mạng hoặc sửa đường dẫn; máy tự thử lại.',
    en: 'The backup place {path} is not there. Plug the drive in, connect the network or mend the path; the desk tries again by itself.',
  },
  'backup-interrupted': {
    status: 500,
    data: placeAndReason,
    vi: 'Đang sao lưu thì không ghi hoặc đọc được {path} nữa ({reason}). Bản dở không được tính; cắm lại ổ rồi thử lại.',
    en: 'In the middle of the backup {path} could no longer be written or read ({reason}). The unfinished copy does not count; plug the drive in and try again.',
  },
  'backup-no-room': {
    status: 507,
    data: place,
    vi: 'Không đủ chỗ cho bản sao lưu ở {path}. Giải phóng dung lượng rồi thử lại; không bản nào bị xóa.',
    en: 'There is no room for the backup in {path}. Free some space and try again; no backup was removed.',
  },
  'backup-not-proven': {
    status: 500,
    data: placeAndReason,
    vi: 'Bản sao ở {path} không qua được kiểm tra ({reason}) nên không dùng. Thử lại; nếu lặp lại, kiểm tra dữ liệu và ổ đĩa.',
    en: 'The copy in {path} did not pass its check ({reason}) and is not used. Try again; if it happens again, check the data and the disk.',
  },
  'backup-unreadable': {
    status: 404,
    data: place,
    vi: 'Ở {path} không có bản sao lưu nào của Một Cửa Desk. Chọn thư mục có tên bắt đầu bằng «sao-luu_».',
    en: 'There is no Một Cửa Desk backup in {path}. Choose a folder whose name begins with “sao-luu_”.',
  },
  'backup-foreign': {
    status: 409,
    data: z.object({ centreName: z.string(), deskName: z.string(), own: z.string() }),
    vi: 'Bản sao lưu này của {centreName}, {deskName}; máy này là {own}. Không khôi phục, vì số của hai quầy sẽ lẫn nhau. Chọn bản của quầy này, hoặc khôi phục bản kia vào một thư mục trống.',
    en: 'This backup is of {centreName}, {deskName}; this computer is {own}. It was not restored, for the numbers of two desks would be mixed. Choose one of this desk, or restore that one into an empty folder.',
  },
  'recovery-not-needed': {
    status: 409,
    data: z.object({}),
    vi: 'Dữ liệu đang mở được, không cần khôi phục.',
    en: 'The data open as they are; nothing needs to be recovered.',
  },
  'restore-not-empty': {
    status: 409,
    data: place,
    vi: 'Thư mục {path} đã có dữ liệu; không ghi đè. Chọn một thư mục trống.',
    en: 'The folder {path} holds data already, and nothing is written over. Choose an empty folder.',
  },
} as const;
