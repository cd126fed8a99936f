const vi = {
  title: (number: string) => `Sửa giấy tiếp nhận số ${number}`,
  intro:
    'Hồ sơ giữ một mã: giấy tiếp nhận được cấp lại dưới mã ấy, ghi lần cấp lại, ngày hẹn tính từ lúc tiếp nhận ban đầu. Giấy cấp trước không còn giá trị.',
  changes: 'Khác với giấy đã in',
  noChange: 'Chưa đổi gì. Sửa chỗ sai ở bên trái; chỗ khác và ngày hẹn mới hiện tại đây.',
  was: 'cũ',
  becomes: 'mới',
  numberAfter: 'giữ nguyên, ghi lần cấp lại',
  facts: {
    number: 'Số trên giấy',
    procedureCode: 'Thủ tục',
    channel: 'Cách nộp',
    applicant: 'Chủ hồ sơ',
    submitter: 'Người nộp thay',
    components: 'Thành phần hồ sơ',
    citizenCases: 'Trường hợp',
    quantity: 'Số bộ',
    pages: 'Số trang',
    copies: 'Số trang × số bản',
    resultDelivery: 'Nhận kết quả',
    parties: 'Các bên khác',
    term: 'Thời hạn áp dụng',
    due: 'Ngày hẹn trả',
    fees: 'Phí, lệ phí',
  },
  sameDue: 'không đổi',
  extendedStands: 'Ngày đã hẹn lại trong văn bản xin lỗi muộn hơn nên vẫn giữ.',
  papers: (count: number) => `${count} giấy tờ`,
  nobody: 'không có',
  reason: 'Lý do sửa',
  reasons: [
    'Ghi nhầm họ tên, số định danh',
    'Chọn nhầm thủ tục',
    'Ghi nhầm thành phần hồ sơ',
    'Người nộp đổi cách nhận kết quả',
  ],
  otherReason: 'Lý do khác',
  act: 'Cấp lại giấy tiếp nhận',
  acting: 'Đang cấp lại…',
  paper: 'Giấy mới sẽ in',
  done: (number: string, times: number | null) =>
    times === null ? `Đã cấp lại giấy tiếp nhận: số ${number}.` : `Đã cấp lại giấy tiếp nhận ${number}, lần ${times}.`,
  doneDue: (moment: string, moved: boolean) =>
    moved ? `Ngày hẹn mới: ${moment}. Báo cho người nộp.` : `Ngày hẹn không đổi: ${moment}.`,
  takeBack: 'Thu lại giấy cũ nếu còn ở quầy.',
  noPaper: 'Giấy mới chưa in được; xem khay giấy in.',
  reissuedAt: (times: number, at: string, reason: string) => `Cấp lại lần ${times} lúc ${at}: ${reason}.`,
  contentMissing:
    'Danh mục mà hồ sơ này theo chưa về máy này: tên khoản thu và loại thời hạn có thể chưa đúng. Ngày hẹn đã in vẫn đúng.',
  apart: (by: string, counter: string, at: string, type: string) =>
    `Hai quầy làm cùng lúc mà chưa thấy việc của nhau: «${type}» của ${by}, ${counter}, lúc ${at} chưa được tính.`,
  apartKept: (by: string, counter: string, at: string, type: string) =>
    `Hai quầy làm cùng lúc mà chưa thấy việc của nhau: xem lại «${type}» của ${by}, ${counter}, lúc ${at}.`,
  uncounted: 'chưa tính',
  lost: 'không có giá trị',
  apartDone: 'Đã có người quyết định sau đó.',
  apartDecided: (by: string, counter: string, at: string, type: string) =>
    `Đã quyết định giữa hai quầy: «${type}» của ${by}, ${counter}, lúc ${at} không có giá trị.`,
  apartDecide: 'Xem hai bên và quyết định',
  apartDo: 'Lãnh đạo xem hai bên cạnh nhau và chọn bên có giá trị, ở «Việc cần làm» (F4).',
  apartCases: (count: number, acts: number) =>
    `${count} hồ sơ${acts === count ? '' : ` (${acts} việc)`} có hai quầy làm trái nhau, chờ lãnh đạo quyết định`,
  apartOthers: (count: number, isMore: boolean) =>
    `${isMore ? 'còn ' : ''}${count} chỗ khác hai quầy ghi khác nhau (số cấp hai lần, phản ánh, danh sách…), lãnh đạo xem`,
  apartOpen: (count: number) => `${count} việc`,
  apartShow: 'Xem các hồ sơ',
  owedHere: (count: number) => `${count} khoản phải làm ở két này sau quyết định giữa hai quầy`,
  owedDo: {
    refund: (amount: string, receipt: string, number: string) =>
      `Hoàn ${amount} của biên lai ${receipt}, hồ sơ ${number}.`,
    recover: (amount: string, receipt: string, number: string) =>
      `Thu lại ${amount} đã trả thừa theo biên lai ${receipt}, hồ sơ ${number}.`,
    recall: (_amount: string, receipt: string, number: string) =>
      `Thu lại tờ biên lai ${receipt} thôi có giá trị, hồ sơ ${number}.`,
  },
  superseded: (number: string, at: string, reason: string) => `Số ${number} đã hủy lúc ${at}: ${reason}.`,
  inForce: (number: string) => `Số đang dùng: ${number}.`,
  paperUndone: 'Giấy này đã hủy: tiếp nhận nhầm, đã hoàn tác. Xem được, không in lại.',
  paperVoid: (by: string) => `Giấy này đã hủy, được thay bằng số ${by}. Xem được, không in lại.`,
  hitVoid: (number: string) => `thay số ${number} đã hủy`,
  voidNumbers: 'Đã hủy',
  voidBy: (serial: number, by: string) => `${serial} → ${by}`,
  wrongResult: (due: string) => `Kết quả có sai sót, phải sửa và chuyển lại một cửa trước ${due}`,
  wrongResultLate: (due: string) => `Quá hạn sửa kết quả sai (hạn ${due})`,
  wrongResultDone: (at: string) => `Kết quả sai đã sửa lúc ${at}`,
  wrongResultRule: '03 ngày làm việc kể từ khi báo · NĐ 118/2025 Điều 23 k1',
};

const en: typeof vi = {
  title: (number) => `Correct receipt ${number}`,
  intro:
    'The case keeps its one code: the receipt is reissued under it and says which time, its date counted from the first acceptance. The paper before counts no more.',
  changes: 'What differs from the printed receipt',
  noChange: 'Nothing changed yet. Mend what is wrong on the left; the difference and the new date show here.',
  was: 'old',
  becomes: 'new',
  numberAfter: 'the same, reissued',
  facts: {
    number: 'Number on paper',
    procedureCode: 'Procedure',
    channel: 'Channel',
    applicant: 'Applicant',
    submitter: 'Submitter',
    components: 'Components',
    citizenCases: 'Cases of the citizen',
    quantity: 'Sets',
    pages: 'Pages',
    copies: 'Pages × copies',
    resultDelivery: 'Result',
    parties: 'Other parties',
    term: 'Time limit chosen',
    due: 'Due date',
    fees: 'Fees',
  },
  sameDue: 'unchanged',
  extendedStands: 'The date promised in the apology is later, so it stands.',
  papers: (count) => `${count} papers`,
  nobody: 'nobody',
  reason: 'Why it is corrected',
  reasons: [
    'Name or id number mistaken',
    'Wrong procedure chosen',
    'Components mistaken',
    'Another way to receive the result',
  ],
  otherReason: 'Another reason',
  act: 'Reissue the receipt',
  acting: 'Reissuing…',
  paper: 'The new paper as it will print',
  done: (number, times) =>
    times === null ? `Receipt reissued: ${number}.` : `Receipt ${number} reissued, time ${times}.`,
  doneDue: (moment, moved) => (moved ? `New due date: ${moment}. Tell the citizen.` : `The due date stays: ${moment}.`),
  takeBack: 'Take the old paper back if it is still at the desk.',
  noPaper: 'The new paper is not printed; see the print tray.',
  reissuedAt: (times, at, reason) => `Reissued (${times}) at ${at}: ${reason}.`,
  contentMissing:
    'The list this case goes by has not come to this machine: names of fees and the kind of its time limit may be wrong. The printed date holds.',
  apart: (by, counter, at, type) =>
    `Two counters acted at once without seeing each other: “${type}” by ${by}, ${counter}, at ${at} is not counted.`,
  apartKept: (by, counter, at, type) =>
    `Two counters acted at once without seeing each other: look at “${type}” by ${by}, ${counter}, at ${at}.`,
  uncounted: 'not counted',
  lost: 'does not stand',
  apartDone: 'Somebody has decided since.',
  apartDecided: (by, counter, at, type) =>
    `Decided between two counters: “${type}” by ${by}, ${counter}, on ${at} does not stand.`,
  apartDecide: 'See both sides and decide',
  apartDo: 'A supervisor sees both sides and chooses which one stands, under “My work” (F4).',
  apartCases: (count, acts) => {
    const said = acts === count ? '' : ` (${acts} acts)`;
    return count === 1
      ? `1 case${said} with two counters against each other waits for a supervisor`
      : `${count} cases${said} with two counters against each other wait for a supervisor`;
  },
  apartOthers: (count, isMore) =>
    `${count}${isMore ? ' more' : ''} between two counters (doubled numbers, petitions, lists…), which a supervisor sees`,
  apartOpen: (count) => (count === 1 ? '1 act' : `${count} acts`),
  apartShow: 'Show the cases',
  owedHere: (count) =>
    count === 1
      ? '1 thing to do at this drawer after a decision between two counters'
      : `${count} things to do at this drawer after a decision between two counters`,
  owedDo: {
    refund: (amount, receipt, number) => `Give back ${amount} of receipt ${receipt}, case ${number}.`,
    recover: (amount, receipt, number) =>
      `Ask back ${amount} that was paid out once too often by receipt ${receipt}, case ${number}.`,
    recall: (_amount, receipt, number) => `Take back receipt ${receipt}, which counts no more, case ${number}.`,
  },
  superseded: (number, at, reason) => `Number ${number} was made void at ${at}: ${reason}.`,
  inForce: (number) => `In force: ${number}.`,
  paperUndone: 'This paper is void: received by mistake and undone. It can be looked at, not printed again.',
  paperVoid: (by) => `This paper is void; ${by} stands in its place. It can be looked at, not printed again.`,
  hitVoid: (number) => `in the place of ${number}, void`,
  voidNumbers: 'Void',
  voidBy: (serial, by) => `${serial} → ${by}`,
  wrongResult: (due) => `The result is wrong and has to be corrected and back at the desk by ${due}`,
  wrongResultLate: (due) => `The wrong result was not corrected in time (by ${due})`,
  wrongResultDone: (at) => `The wrong result was corrected at ${at}`,
  wrongResultRule: 'three working days from the report · NĐ 118/2025 Điều 23 k1',
};

export const correction = { vi, en };
