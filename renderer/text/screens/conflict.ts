const vi = {
  title: 'Chỗ hai quầy ghi khác nhau',
  note: (open: number, owed: number) =>
    [
      open > 0 ? `${open} chỗ hai quầy ghi khác nhau, chờ lãnh đạo quyết định` : '',
      owed > 0 ? `${owed} việc phải làm sau quyết định` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  show: 'Xem và quyết định',
  back: 'Về việc cần làm',
  backToList: 'Về danh sách',
  move: 'Chọn dòng',
  open: 'Mở',
  openCase: 'Mở hồ sơ',
  openCash: 'Mở thu tiền',
  waiting: 'Chờ quyết định',
  owed: 'Phải làm sau quyết định',
  nothingTitle: 'Không có chỗ nào chờ quyết định',
  nothing:
    'Khi hai quầy cùng làm một hồ sơ lúc chưa thấy việc của nhau mà hai việc không đi cùng nhau được, cả hai nằm ở đây, cạnh nhau, để lãnh đạo chọn bên có giá trị.',
  of: {
    case: 'Hồ sơ',
    intake: 'Hồ sơ chờ tiếp nhận',
    petition: 'Phản ánh, kiến nghị',
    'hand-over': 'Danh sách bàn giao',
    number: 'Hai hồ sơ cùng một số',
  },
  unnumbered: 'chưa có số',
  counter: (code: string, name: string) => (name === '' ? `Quầy ${code}` : code === '' ? name : `${name} (${code})`),
  noCounter: 'Quầy chưa rõ tên',
  and: ' và ',
  sides: 'Hai bên',
  countsNow: 'đang tạm tính',
  doneAt: (at: string, by: string) => `${at} · ${by}`,
  filedBy: (name: string) => `Người nộp: ${name}`,
  papers: 'Giấy đã lập lúc đó',
  noPapers: 'Lúc đó không lập giấy nào.',
  ifChosen: 'Nếu chọn bên này',
  choose: (side: number, counter: string) => `Chọn bên ${side}: ${counter}`,
  chosen: 'Đã chọn',
  reason: 'Vì sao bên này có giá trị (in trên thông báo)',
  reasonNeeded: 'Ghi lý do.',
  choiceNeeded: 'Chọn một bên trước: phím 1 hoặc 2.',
  decide: 'Quyết định',
  decided: (number: string) => `Đã quyết định: ${number}.`,
  made: (forms: string) => `Đã lập: ${forms}.`,
  then: {
    status: (status: string) => `Trạng thái là «${status}».`,
    promise: (due: string, before: string) =>
      before === '' ? `Hẹn trả: ${due}.` : `Hẹn trả: ${due}; giấy của bên kia ghi ${before}.`,
    noPromise: (before: string) =>
      before === '' ? 'Không còn ngày hẹn trả.' : `Không còn ngày hẹn trả; giấy của bên kia ghi ${before}.`,
    number: (number: string) => `Số có giá trị: ${number}.`,
    newNumber: (number: string) =>
      `Hồ sơ bên kia thôi mang số ${number}, được cấp số mới của quầy này và lập lại giấy tiếp nhận.`,
    notice: 'Lập thông báo kèm lời xin lỗi cho người dân, ghi rõ nội dung có giá trị.',
    receipt: 'Cấp lại Giấy tiếp nhận hồ sơ và hẹn trả kết quả theo nội dung có giá trị.',
    refund: (amount: string, number: string, counter: string) =>
      `Hoàn ${amount} của biên lai ${number}, ở đúng két đã thu: ${counter}.`,
    recover: (amount: string, number: string, counter: string) =>
      `${amount} của biên lai ${number} đã trả thừa ở ${counter}: phải thu lại.`,
    recall: (number: string, counter: string) => `Biên lai ${number} (${counter}) thôi có giá trị: thu lại tờ đã giao.`,
    withIt: (acts: string) => `Việc bên kia làm tiếp theo đó cũng thôi tính: ${acts}.`,
    closeCase: (number: string) => `Hồ sơ ${number} đã tiếp nhận phải cho rút hoặc dừng bằng thao tác thường lệ.`,
    tell: 'Báo lại cho người dân như lần báo trước.',
    booked: 'Số đã cấp, biên lai và tiền của bên kia vẫn nằm nguyên trong sổ.',
  },
  owedOf: {
    refund: (amount: string, receipt: string, counter: string) => `Hoàn ${amount}, biên lai ${receipt}, ở ${counter}`,
    recover: (amount: string, receipt: string, counter: string) =>
      `Thu lại ${amount} đã trả thừa, biên lai ${receipt}, ở ${counter}`,
    recall: (_amount: string, receipt: string, counter: string) =>
      `Thu lại biên lai ${receipt} thôi có giá trị, ${counter}`,
    notice: (_amount: string, _receipt: string, counter: string) => `Lập thông báo cho người dân, ở ${counter}`,
  },
  elsewhere: 'Làm ở quầy đó.',
  /** What was done with what is no case. */
  done: {
    received: 'Tiếp nhận hồ sơ',
    'supplement-asked': 'Yêu cầu bổ sung',
    'turned-away': 'Không tiếp nhận',
    'taken-back': 'Người nộp xin rút',
    accepted: 'Tiếp nhận',
    'petition-supplement-asked': 'Yêu cầu người gửi bổ sung',
    'petition-forwarded': 'Chuyển cơ quan khác',
    'petition-refused': 'Không thụ lý',
    'petition-answered': 'Trả lời',
    'petition-withdrawn': 'Người gửi rút',
    'hand-over-received': 'Ký nhận danh sách',
  } as Readonly<Record<string, string>>,
  onCase: 'Hai bên cạnh nhau',
};

const en: typeof vi = {
  title: 'Where two counters wrote different things',
  note: (open, owed) =>
    [
      open > 0 ? `${open} to be decided between two counters` : '',
      owed > 0 ? `${owed} to be done after a decision` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  show: 'Look and decide',
  back: 'Back to my work',
  backToList: 'Back to the list',
  move: 'Choose a line',
  open: 'Open',
  openCase: 'Open the case',
  openCash: 'Open cash',
  waiting: 'To be decided',
  owed: 'To be done after a decision',
  nothingTitle: 'Nothing waits for a decision',
  nothing:
    'When two counters work on one case before they see each other’s work, and the two acts cannot both be, they stand here side by side, and a supervisor chooses which one stands.',
  of: {
    case: 'Case',
    intake: 'Waiting file',
    petition: 'Petition',
    'hand-over': 'Hand-over list',
    number: 'Two cases with one number',
  },
  unnumbered: 'no number yet',
  counter: (code, name) => (name === '' ? `Counter ${code}` : code === '' ? name : `${name} (${code})`),
  noCounter: 'A counter without a name yet',
  and: ' and ',
  sides: 'The two sides',
  countsNow: 'counts meanwhile',
  doneAt: (at, by) => `${at} · ${by}`,
  filedBy: (name) => `Filed by ${name}`,
  papers: 'Papers made with it',
  noPapers: 'No paper was made with it.',
  ifChosen: 'If this side is chosen',
  choose: (side, counter) => `Choose side ${side}: ${counter}`,
  chosen: 'Chosen',
  reason: 'Why this side stands (printed on the notice)',
  reasonNeeded: 'Say why.',
  choiceNeeded: 'Choose a side first: key 1 or 2.',
  decide: 'Decide',
  decided: (number) => `Decided: ${number}.`,
  made: (forms) => `Made: ${forms}.`,
  then: {
    status: (status) => `It is then “${status}”.`,
    promise: (due, before) =>
      before === '' ? `Promised for ${due}.` : `Promised for ${due}; the other side’s paper says ${before}.`,
    noPromise: (before) =>
      before === '' ? 'No promise runs then.' : `No promise runs then; the other side’s paper says ${before}.`,
    number: (number) => `Its number is ${number}.`,
    newNumber: (number) =>
      `The other case gives up the number ${number}, gets a new one of this counter and a new receipt.`,
    notice: 'A notice with an apology is made for the citizen, saying what stands.',
    receipt: 'The receipt is issued again with what stands.',
    refund: (amount, number, counter) =>
      `${amount} of receipt ${number} is to be given back, from the drawer that took it: ${counter}.`,
    recover: (amount, number, counter) =>
      `${amount} of receipt ${number} was given back once too often at ${counter}: it is to be asked for again.`,
    recall: (number, counter) => `Receipt ${number} (${counter}) counts no more: take back the sheet.`,
    withIt: (acts) => `What the other side did afterwards counts no more either: ${acts}.`,
    closeCase: (number) => `Case ${number}, which was received, is to be withdrawn or stopped by its usual act.`,
    tell: 'Tell the citizen again, as they were told before.',
    booked: 'Numbers, receipts and money of the other side stay in the register.',
  },
  owedOf: {
    refund: (amount, receipt, counter) => `Give back ${amount}, receipt ${receipt}, at ${counter}`,
    recover: (amount, receipt, counter) => `Ask for ${amount} again, receipt ${receipt}, at ${counter}`,
    recall: (_amount, receipt, counter) => `Take back receipt ${receipt}, which counts no more, ${counter}`,
    notice: (_amount, _receipt, counter) => `Make the notice for the citizen, at ${counter}`,
  },
  elsewhere: 'It is done at that counter.',
  done: {
    received: 'Case received',
    'supplement-asked': 'Papers asked for',
    'turned-away': 'Not taken in',
    'taken-back': 'Taken back by who filed it',
    accepted: 'Taken in',
    'petition-supplement-asked': 'Its sender was asked for more',
    'petition-forwarded': 'Passed to another agency',
    'petition-refused': 'Not taken up',
    'petition-answered': 'Answered',
    'petition-withdrawn': 'Withdrawn by its sender',
    'hand-over-received': 'List signed',
  },
  onCase: 'The two side by side',
};

export const conflict = { vi, en };
