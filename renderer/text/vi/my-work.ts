import type { WorkGroupName } from '../../../electron/contract/work.ts';

export const myWork = {
  title: 'Việc cần làm',
  all: 'Cả quầy',
  mine: 'Tôi đang giữ',
  toggleMine: 'Chỉ hồ sơ tôi đang giữ, hay tất cả',
  jump: (section: string) => `Đến nhóm: ${section}`,
  move: 'Chọn hồ sơ',
  open: 'Mở hồ sơ',
  list: 'Hồ sơ cần làm',
  count: (value: number, more: boolean) => (more ? `${value}+` : String(value)),
  sections: {
    overdue: 'Quá hạn',
    today: 'Đến hạn hôm nay',
    soon: 'Sắp đến hạn',
    supplement: 'Chờ bổ sung',
    'to-return': 'Chờ người dân nhận',
    error: 'Kết quả cần sửa',
    waiting: 'Chờ tiếp nhận',
  },
  /** What each section is for, said where it is empty. */
  empty: {
    overdue: 'Không có hồ sơ nào quá hạn.',
    today: 'Hôm nay không còn hồ sơ nào đến hạn.',
    soon: 'Không có hồ sơ nào đến hạn trong 72 giờ làm việc tới; ngày nghỉ không tính.',
    supplement: 'Không chờ ai bổ sung. Người dân có 15 ngày để nộp đủ, sau đó hồ sơ được đóng.',
    'to-return': 'Không có kết quả nào chờ nhận. Kết quả vừa xong đứng đầu danh sách này.',
    waiting: 'Không có hồ sơ trực tuyến, bưu gửi nào chờ tiếp nhận. Nhập gói trực tuyến ở màn hình Tiếp nhận, Alt+O.',
    error: 'Không có kết quả sai nào. Kết quả sai phải sửa xong trong 03 ngày làm việc.',
  },
  hours: {
    'within-24h': 'trong 24 giờ',
    'within-48h': 'trong 48 giờ',
    'within-72h': 'trong 72 giờ',
  } as Readonly<Partial<Record<WorkGroupName, string>>>,
  apologyDue: 'Mẫu 04 phải gửi hôm nay',
  apologies: (count: string) =>
    `${count} hồ sơ đến hạn vào ngày làm việc tới: nếu không kịp, văn bản xin lỗi (Mẫu 04) phải gửi trong hôm nay.`,
  later: (count: string) => `${count} hồ sơ hẹn sau đó`,
  unsettled: (count: number) => `${count} giấy chưa rõ đã in`,
  more: 'Xem nhiều hơn, hay ít hơn, trong mỗi nhóm',
  first: (shown: number) => `${shown} hồ sơ đầu; xem thêm:`,
  nobody: 'chưa ai nhận',
  you: 'bạn',
  due: (at: string) => `hẹn ${at}`,
  supplementLeft: (days: number) =>
    days > 1 ? `còn ${days} ngày để bổ sung` : days === 1 ? 'còn 1 ngày để bổ sung' : 'hôm nay hết hạn bổ sung',
  supplementOver: 'hết 15 ngày: đóng hồ sơ được',
  ready: (at: string) => `xong ${at}`,
  answerBy: (at: string) => `xem, trả lời trước ${at}`,
  answerLate: (at: string) => `quá giờ xem, trả lời ${at}`,
  correctBy: (at: string) => `sửa trước ${at}`,
  correctLate: (at: string) => `quá hạn sửa ${at}`,
  nothingTitle: 'Không còn việc nào phải làm gấp',
  nothing:
    'Hồ sơ sẽ hiện ở đây khi còn 72 giờ làm việc là đến hạn, khi chờ người dân bổ sung, và khi kết quả chờ người dân đến nhận. Bấm F2 để tiếp nhận hồ sơ mới.',
  nothingMineTitle: 'Bạn chưa giữ hồ sơ nào',
  nothingMine:
    'Hồ sơ thuộc về bạn khi được chuyển cho bạn, hoặc khi bạn mở hồ sơ và chọn «Nhận xử lý». Bấm M để xem hồ sơ của cả quầy.',
  columns: {
    number: 'Mã hồ sơ',
    name: 'Chủ hồ sơ',
    procedure: 'Thủ tục',
    status: 'Trạng thái',
    holder: 'Người giữ',
    due: 'Thời hạn',
  },
};
