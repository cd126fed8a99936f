import type { RunsOut } from '../../electron/contract/common/office/office.ts';
const vi = {
  screens: 'Các màn hình',
  reception: 'Tiếp nhận',
  find: 'Tìm',
  myWork: 'Việc cần làm',
  returnResults: 'Trả kết quả',
  cash: 'Thu phí',
  printTray: 'Khay giấy in',
  handOver: 'Bàn giao',
  certification: 'Chứng thực',
  petition: 'Phản ánh',
  register: 'Sổ theo dõi',
  office: 'Đơn vị',
  settings: 'Hiển thị',
  about: {
    title: 'Giới thiệu',
    version: (version: string, schema: number) => `Phiên bản ${version}, dạng sổ ${schema}`,
    system: (runtime: string, platform: string) => `Chạy bằng ${runtime} trên ${platform}`,
    neverRun: 'Chưa ai thấy chạy trên hệ này, xin thử trước khi dựa vào:',
    words: {
      program: 'cả chương trình',
      runtime: 'cửa sổ Electron',
      installer: 'bộ cài đặt',
      printing: 'in ấn',
      'folder-rights': 'quyền của thư mục sổ',
      update: 'cập nhật bằng tệp',
    },
    licence: 'EUPL-1.2. Phần của người khác và giấy phép của họ: THIRD-PARTY.txt trong gói.',
  },
  keysHelp: 'Phím tắt',
  palette: 'Làm gì, đến đâu, hồ sơ nào',
  paletteSay: 'Gõ vài chữ: việc, màn hình, mã hồ sơ hoặc tên',
  paletteOpened: 'hồ sơ vừa mở',
  paletteNone: 'Không có việc, màn hình hay hồ sơ nào như vậy.',
  state: 'Tình trạng của quầy',
  practice: 'Đơn vị thực hành',
  silent: 'Chương trình không trả lời',
  clock: { good: '', back: 'giờ máy chạy lùi', ahead: 'giờ máy chạy quá nhanh', hub: 'giờ lệch máy chủ trung tâm' },
  clockTitle: 'Đồng hồ máy có đúng không?',
  clockFacts: (machine: string, last: string) =>
    `Máy đang là ${machine}. Việc gần nhất được ghi lúc ${last}. Khi chưa rõ giờ nào đúng thì không nhận hồ sơ, không ghi ngày hẹn, không khóa tài khoản nào; những gì đã nhập vẫn còn.`,
  clockHub: (machine: string, hub: string) =>
    `Quầy này đang là ${machine}. Máy chủ trung tâm đang là ${hub}. Khi chưa rõ giờ nào đúng thì không nhận hồ sơ, không ghi ngày hẹn; những gì đã nhập vẫn còn, trao đổi với các quầy khác vẫn chạy.`,
  clockHubRight:
    'Nếu giờ của quầy đúng: lãnh đạo hoặc quản trị so giờ ở trên với đồng hồ treo tường hoặc điện thoại, rồi nhập ngày hôm nay. Chỉ phải xác nhận một lần, cho đến khi máy chủ lệch khác đi. Báo CNTT chỉnh giờ máy chủ.',
  clockLeap: (days: number) =>
    `Giờ máy đi trước việc gần nhất ${days} ngày. Hãy xem lịch treo tường trước khi làm việc.`,
  clockWrong: 'Nếu giờ máy sai: chỉnh lại trong hệ điều hành. Không cần làm gì thêm ở đây.',
  clockRight:
    'Nếu giờ máy đúng (nghỉ dài ngày, hoặc trước đó máy sai giờ): lãnh đạo hoặc quản trị nhập ngày hôm nay theo lịch treo tường.',
  clockKeeper: 'Bạn không tự xác nhận được: hãy mời họ đăng nhập.',
  clockSignIn: (machine: string, last: string) =>
    `Máy đang là ${machine}, việc gần nhất được ghi lúc ${last}. Hãy xem lịch: giờ máy có đúng không?`,
  clockSignInHub: (machine: string, hub: string) =>
    `Quầy này đang là ${machine}, máy chủ trung tâm đang là ${hub}. Hãy xem đồng hồ treo tường: giờ nào đúng?`,
  clockToday: 'Hôm nay là ngày',
  clockReason: 'Lý do',
  clockConfirm: 'Xác nhận giờ máy đúng',
  clockOpen: 'Xem giờ máy',
  printer: {
    ready: 'Máy in sẵn sàng',
    printing: 'Máy in đang in',
    stopped: 'Máy in đang dừng',
    missing: 'Không thấy máy in',
    none: 'Chưa chọn máy in',
    unknown: 'Máy in: không rõ',
  },
  unsettled: (count: number) => `${count} giấy chưa rõ đã in`,
  centre: {
    connected: 'Trung tâm',
    connecting: 'Trung tâm: đang nối',
    alone: 'Trung tâm: làm việc riêng',
    stopped: 'Trung tâm: ngừng trao đổi',
  },
  proposals: (count: number) => `${count < 100 ? count : '99+'} đề nghị bổ sung chờ bạn duyệt`,
  outbox: (count: number, since: string) => `${count} việc chờ gửi${since === '' ? '' : `, cũ nhất ${since}`}`,
  backup: (at: string) => `Sao lưu ${at}`,
  withoutReceipt: (count: number) => `${count} hồ sơ chưa có giấy hẹn`,
  missingPapers: (count: number, atMost: boolean) =>
    atMost ? 'có thể thiếu hồ sơ đã giao giấy: nhập lại' : `thiếu ${count} hồ sơ đã giao giấy: nhập lại`,
  noBackup: 'Chưa sao lưu',
  backupTrouble: 'có nơi chưa sao lưu được',
  registerBad: 'Sổ có chỗ sai: xem Đơn vị, Dữ liệu',
  runsOut: {
    'disk-room': (megabytes: number) => `ổ đĩa chỉ còn ${megabytes} MB`,
    numbers: (left: number) => `hôm nay còn ${left} số hồ sơ`,
    'paper-receipts': (days: number, until: string) =>
      days === 0
        ? `không thu tiền được: biên lai giấy hết dùng từ sau ${until}`
        : `biên lai giấy dùng đến hết ${until}, còn ${days} ngày`,
    calendar: (days: number) => `lịch làm việc chỉ còn ${days} ngày`,
    'backup-old': (hours: number) => `bản sao lưu mới nhất đã ${hours} giờ`,
    'access-review': (date: string) => `đến hạn rà soát quyền từ ${date}`,
    'second-factor': (date: string) => `từ ${date} đăng nhập cần mã trên điện thoại của bạn`,
  },
  /** What is done about it: by who can, and by the others. */
  mend: {
    'disk-room': { here: 'dọn tệp không cần, đưa bản sao lưu sang ổ khác', others: 'báo quản trị' },
    numbers: { here: 'xin thêm khối số', others: 'báo quản trị xin thêm khối số' },
    'paper-receipts': {
      here: 'đăng ký biên lai điện tử, nhập hai chữ cái ký hiệu',
      others: 'báo quản trị đăng ký biên lai điện tử',
    },
    calendar: { here: 'lấy lịch mới', others: 'báo lãnh đạo lấy lịch mới' },
    'backup-old': { here: 'sao lưu ngay', others: 'báo quản trị' },
    'access-review': { here: 'rà soát ở Người dùng', others: 'báo lãnh đạo' },
    'second-factor': { here: 'bật mã', others: 'bật mã' },
  } satisfies Record<RunsOut['code'], { here: string; others: string }>,
  look: 'Màu sắc',
  looks: { system: 'Theo máy', light: 'Sáng', dark: 'Tối', contrast: 'Tương phản cao' },
  textSize: 'Cỡ chữ',
  language: 'Ngôn ngữ trên màn hình',
  paperIsVietnamese: 'Giấy in luôn bằng tiếng Việt.',
  signOut: 'Đăng xuất',
  signOutKeeps: 'Những gì đang nhập dở được giữ lại.',
};

const en: typeof vi = {
  screens: 'Screens',
  reception: 'Receive',
  find: 'Find',
  myWork: 'My work',
  returnResults: 'Return results',
  cash: 'Cash',
  printTray: 'Print tray',
  handOver: 'Hand-over',
  certification: 'Certify',
  petition: 'Petitions',
  register: 'Register',
  office: 'Office',
  settings: 'Display',
  about: {
    title: 'About',
    version: (version: string, schema: number) => `Version ${version}, register form ${schema}`,
    system: (runtime: string, platform: string) => `Runs by ${runtime} on ${platform}`,
    neverRun: 'Nobody has seen these run on this system; try them before relying on them:',
    words: {
      program: 'the program as a whole',
      runtime: 'the Electron window',
      installer: 'the installer',
      printing: 'printing',
      'folder-rights': 'the rights of the data folder',
      update: 'an update by file',
    },
    licence: 'EUPL-1.2. The work of others and their licences: THIRD-PARTY.txt in the package.',
  },
  keysHelp: 'Keys',
  palette: 'What to do, where to go, which case',
  paletteSay: 'A few letters: an act, a screen, a number or a name',
  paletteOpened: 'case just opened',
  paletteNone: 'No act, screen or case like that.',
  state: 'State of the desk',
  practice: 'Practice office',
  silent: 'The program does not answer',
  clock: {
    good: '',
    back: 'the clock went back',
    ahead: 'the clock is too far ahead',
    hub: 'the hub’s clock says otherwise',
  },
  clockTitle: 'Is this computer’s clock right?',
  clockFacts: (machine: string, last: string) =>
    `The computer says ${machine}. The last thing was recorded at ${last}. Until it is clear which is right, no file is received, no date is promised and no account is shut; what was typed is kept.`,
  clockHub: (machine, hub) =>
    `This counter’s clock says ${machine}. The centre’s hub says ${hub}. While it is not known which is right nothing is received and no day is promised; what was typed stays, and the exchange with the other counters goes on.`,
  clockHubRight:
    'If this counter is right: a supervisor or an administrator holds the time above against a clock on the wall or a telephone, and types today’s date. Once is enough, until the hub is off by something else. Tell IT that the hub’s clock is wrong.',
  clockLeap: (days) =>
    `The clock is ${days} days past the last thing recorded. Look at a wall calendar before you begin.`,
  clockWrong: 'If the clock is wrong: put it right in the operating system. Nothing more is needed here.',
  clockRight:
    'If the clock is right (a long closure, or it was wrong before): a supervisor or an administrator types today’s date from a wall calendar.',
  clockKeeper: 'You cannot confirm it yourself: ask one of them to sign in.',
  clockSignIn: (machine, last) =>
    `The computer says ${machine}, the last thing was recorded at ${last}. Look at a calendar: is the clock right?`,
  clockSignInHub: (machine, hub) =>
    `This counter says ${machine}, the centre’s hub says ${hub}. Look at a clock on the wall: which is right?`,
  clockToday: 'Today is',
  clockReason: 'Reason',
  clockConfirm: 'The clock is right',
  clockOpen: 'Look at the clock',
  printer: {
    ready: 'Printer ready',
    printing: 'Printing',
    stopped: 'Printer stopped',
    missing: 'Printer not found',
    none: 'No printer chosen',
    unknown: 'Printer: unknown',
  },
  unsettled: (count) => (count === 1 ? '1 paper not known to be printed' : `${count} papers not known to be printed`),
  centre: {
    connected: 'Centre',
    connecting: 'Centre: connecting',
    alone: 'Centre: working alone',
    stopped: 'Centre: exchanges no more',
  },
  proposals: (count) =>
    count === 1
      ? '1 request for papers waits for you'
      : `${count < 100 ? count : '99+'} requests for papers wait for you`,
  outbox: (count, since) => `${count} waiting to be sent${since === '' ? '' : `, oldest ${since}`}`,
  backup: (at) => `Backup ${at}`,
  withoutReceipt: (count) => (count === 1 ? '1 case without a receipt' : `${count} cases without a receipt`),
  missingPapers: (count, atMost) =>
    atMost ? 'receptions may be on paper alone: enter them' : `${count} receptions are on paper alone: enter them`,
  noBackup: 'No backup yet',
  backupTrouble: 'one place has none',
  registerBad: 'Something is wrong in the register: see Office, Data',
  runsOut: {
    'disk-room': (megabytes) => `only ${megabytes} MB left on the disk`,
    numbers: (left) => `${left} case numbers left today`,
    'paper-receipts': (days, until) =>
      days === 0
        ? `no money can be taken: receipts on paper ended after ${until}`
        : `receipts on paper may be used until the end of ${until}, ${days} days`,
    calendar: (days) => `the calendar knows ${days} more days`,
    'backup-old': (hours) => `the newest backup is ${hours} hours old`,
    'access-review': (date) => `accounts are due for review since ${date}`,
    'second-factor': (date) => `from ${date} signing in takes a code of your phone`,
  },
  mend: {
    'disk-room': { here: 'remove files nobody needs, keep backups on another disk', others: 'tell the administrator' },
    numbers: { here: 'ask for another block', others: 'tell the administrator to ask for another block' },
    'paper-receipts': {
      here: 'register electronic receipts, enter the two letters of the symbol',
      others: 'tell the administrator to register electronic receipts',
    },
    calendar: { here: 'take a newer calendar', others: 'tell a supervisor to take a newer calendar' },
    'backup-old': { here: 'make a backup now', others: 'tell the administrator' },
    'access-review': { here: 'review them in Users', others: 'tell a supervisor' },
    'second-factor': { here: 'turn codes on', others: 'turn codes on' },
  },
  look: 'Colours',
  looks: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  textSize: 'Text size',
  language: 'Language of the screen',
  paperIsVietnamese: 'Paper is always in Vietnamese.',
  signOut: 'Sign out',
  signOutKeeps: 'What you are typing is kept.',
};

export const frame = { vi, en };
