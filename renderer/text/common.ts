import { issuesIn } from '../../electron/contract/input-issues.ts';
import { statusNames } from '../../electron/contract/status.ts';

const vi = {
  productName: 'Một Cửa Desk',
  deskUnreachable: 'Chương trình không trả lời. Những gì đã nhập vẫn còn trên màn hình; chờ vài giây rồi thử lại.',
  screenBroken:
    'Màn hình này gặp lỗi của chương trình; dữ liệu đã lưu không bị ảnh hưởng. Thử lại, hoặc sang màn hình khác rồi báo bộ phận kỹ thuật.',
  loading: 'Đang tải…',
  close: 'Đóng',
  cancel: 'Thôi',
  back: 'Quay lại',
  retry: 'Thử lại',
  copy: 'Chép chi tiết',
  copied: 'Đã chép',
  optional: 'không bắt buộc',
  keys: 'Phím tắt',
  keysOfScreen: 'Phím tắt của màn hình này',
  keysEverywhere: 'Ở mọi màn hình',
  unknown: 'không rõ',
  none: 'không có',
  page: (page: number, pages: number) => `Trang ${page}/${pages}`,
  paperPicture: (page: number, pages: number) => `Hình trang giấy ${page}/${pages}`,
  language: { vi: 'Tiếng Việt', en: 'English' },
  roles: { clerk: 'Tiếp nhận', officer: 'Chuyên viên', supervisor: 'Lãnh đạo', admin: 'Quản trị' },
  status: statusNames.vi,
  channels: { direct: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính' },
  deliveries: { desk: 'Tại quầy', post: 'Qua bưu chính', electronic: 'Bản điện tử' },
  sexes: { male: 'Nam', female: 'Nữ' },
  /** Beside a field, by what the contract says is wrong with it. */
  issues: issuesIn('vi'),
};

const en: typeof vi = {
  productName: 'Một Cửa Desk',
  deskUnreachable:
    'The program does not answer. What you typed is still on the screen; wait a few seconds and try again.',
  screenBroken:
    'This screen hit a bug; what was saved is not affected. Try again, or go to another screen and tell IT.',
  loading: 'Loading…',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  retry: 'Try again',
  copy: 'Copy details',
  copied: 'Copied',
  optional: 'optional',
  keys: 'Keys',
  keysOfScreen: 'Keys of this screen',
  keysEverywhere: 'On every screen',
  unknown: 'unknown',
  none: 'none',
  page: (page, pages) => `Page ${page}/${pages}`,
  paperPicture: (page, pages) => `Picture of the paper, page ${page} of ${pages}`,
  language: { vi: 'Tiếng Việt', en: 'English' },
  roles: { clerk: 'Clerk', officer: 'Officer', supervisor: 'Supervisor', admin: 'Administrator' },
  status: statusNames.en,
  channels: { direct: 'In person', online: 'Online', post: 'By post' },
  deliveries: { desk: 'At the desk', post: 'By post', electronic: 'Electronic' },
  sexes: { male: 'Male', female: 'Female' },
  issues: issuesIn('en'),
};

export const common = { vi, en };
