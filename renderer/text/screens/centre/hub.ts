const vi = {
  title: 'Trung tâm nhiều quầy',
  island:
    'Quầy này đang làm việc riêng. Nhập vào trung tâm thì mọi quầy thấy cùng một sổ; mất mạng vẫn làm việc bình thường và tự gửi khi nối lại.',
  join: 'Nhập vào trung tâm',
  code: 'Mã của quầy này (CNTT in bằng «hub enrol»): dán hoặc quét',
  codeHint: 'Quầy nhận số và khoảng số của mình; sổ đã có lên theo. Mã dùng một lần.',
  as: 'Thành quầy (chỉ khi đổi quầy)',
  asHint: (own: string) =>
    `Máy này đang là quầy ${own}. Mã của chính quầy này thì để trống. Máy phải thành quầy khác thì ghi mã quầy đó, ví dụ Q3.`,
  joinAgain: 'Nhập lại bằng mã mới',
  sync: 'Trao đổi ngay',
  leave: 'Rời trung tâm',
  left: 'Đã rời trung tâm: mọi thứ đã gửi lên, sổ ở đây giữ nguyên. Quầy làm việc riêng từ bây giờ.',
  leaveSay:
    'Gửi hết lên rồi làm việc riêng. Sổ ở đây giữ nguyên. Số của quầy và khoảng số không dùng lại cho ai; muốn vào lại thì xin mã mới.',
  states: {
    connected: 'đang nối',
    connecting: 'đang tìm máy chủ',
    alone: 'không nối được, làm việc riêng',
    stopped: 'ngừng trao đổi',
  },
  where: (centre: string, address: string, code: string, no: number) =>
    `Trung tâm ${centre}, máy chủ ${address}. Máy này là quầy ${code}, số ${no}.`,
  contact: (at: string) => `Lần trao đổi gần nhất: ${at}.`,
  outbox: (count: number, since: string) => `Chờ gửi: ${count} mục, từ ${since}.`,
  sent: 'Không còn gì chờ gửi.',
  key: (digits: string) => `Khóa trung tâm: ${digits} (mọi quầy của trung tâm thấy cùng sáu số này).`,
  ownDigits: (digits: string) => `Sáu số của quầy này: ${digits}. Đọc cho người duyệt ở quầy đang làm việc.`,
  done: (pushed: number, pulled: number, conflicts: number) =>
    `Đã gửi ${pushed}, nhận ${pulled} mục${conflicts === 0 ? '' : `; ${conflicts} chỗ mâu thuẫn chờ người quyết định`}.`,
  joined: (code: string, no: number) => `Đã nhập: quầy ${code}, số ${no}.`,
  letIn: (code: string) => `Đã duyệt quầy ${code}.`,
  desks: 'Các quầy của trung tâm',
  columns: ['Quầy', 'Tình trạng', 'Số trong ngày', 'Lần cuối ở máy chủ', 'Đã có ở đây', 'Duyệt'],
  deskStates: {
    enrolled: 'đã cấp mã, chưa vào',
    waiting: 'chờ duyệt',
    joined: 'đang dùng',
    closed: 'đã đóng',
  },
  thisDesk: 'quầy này',
  progress: (here: number, there: number) => `${here}/${there}`,
  approve: 'Duyệt',
  approveTitle: (code: string) => `Duyệt quầy ${code}`,
  approveSay:
    'Đến màn hình quầy kia, hoặc gọi điện: gõ sáu chữ số hiện ở đó. Chỉ khi khớp thì quầy đó mới được trao khóa của trung tâm.',
  digits: 'Sáu chữ số trên màn hình quầy kia',
  never: '–',
};

const en: typeof vi = {
  title: 'A centre of many counters',
  island:
    'This desk works alone. Once it has joined the centre every counter sees the same register; without a network each goes on as usual and sends by itself later.',
  join: 'Join the centre',
  code: 'This desk’s code (IT prints it with “hub enrol”): paste or scan it',
  codeHint: 'The desk is given its number and its range; what it has goes up. The code is good for once.',
  as: 'Become desk (only where it changes)',
  asHint: (own) =>
    `This computer is desk ${own}. Leave it empty for a code of this very desk. Where it is to become another, write that one, such as Q3.`,
  joinAgain: 'Join again with a new code',
  sync: 'Exchange now',
  leave: 'Leave the centre',
  left: 'Left the centre: everything is there, and the register here stays as it is. This desk works alone from now on.',
  leaveSay:
    'Everything goes up, then this desk works alone. Its register stays. Nobody else is ever given its number and range; to come back it needs a new code.',
  states: {
    connected: 'connected',
    connecting: 'looking for the hub',
    alone: 'not reached, working alone',
    stopped: 'exchanges no more',
  },
  where: (centre, address, code, no) => `Centre ${centre}, hub at ${address}. This is desk ${code}, number ${no}.`,
  contact: (at) => `Last exchange: ${at}.`,
  outbox: (count, since) => `Waiting to be sent: ${count} entries, since ${since}.`,
  sent: 'Nothing waits to be sent.',
  key: (digits) => `Key of the centre: ${digits} (every desk of the centre shows the same six digits).`,
  ownDigits: (digits) =>
    `This desk’s six digits: ${digits}. Read them to whoever lets it in at a desk that is at work.`,
  done: (pushed, pulled, conflicts) =>
    `${pushed} entries sent, ${pulled} taken${conflicts === 0 ? '' : `; ${conflicts} contradictions wait for somebody’s decision`}.`,
  joined: (code, no) => `Joined as desk ${code}, number ${no}.`,
  letIn: (code) => `Desk ${code} was let in.`,
  desks: 'Desks of the centre',
  columns: ['Desk', 'State', 'Numbers of a day', 'Last at the hub', 'Here of it', 'Let in'],
  deskStates: {
    enrolled: 'has a code, not here yet',
    waiting: 'waits to be let in',
    joined: 'at work',
    closed: 'closed',
  },
  thisDesk: 'this desk',
  progress: (here, there) => `${here}/${there}`,
  approve: 'Let in',
  approveTitle: (code) => `Let desk ${code} in`,
  approveSay:
    'Go to the other desk’s screen, or call: type the six digits that it shows. Only if they are the same it is given the centre’s key.',
  digits: 'Six digits on the other desk’s screen',
  never: '–',
};

export const hub = { vi, en };
