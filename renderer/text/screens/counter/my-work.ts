import type { Term } from '../../../../electron/contract/base/values.ts';
import { termText } from '../../../../electron/domain/deadline/explanation.ts';
import type { LegView } from '../../../../electron/contract/routing/legs.ts';
import type { WorkGroupName } from '../../../../electron/contract/counter/work/work.ts';

const vi = {
  title: 'Việc cần làm',
  all: 'Cả quầy',
  mine: 'Tôi đang giữ',
  toggleMine: 'Chỉ hồ sơ tôi đang giữ, hay tất cả',
  jump: (section: string) => `Đến nhóm: ${section}`,
  move: 'Chọn hồ sơ',
  open: 'Mở hồ sơ',
  mark: 'Đánh dấu để làm nhiều hồ sơ một lần',
  markRange: 'Đánh dấu tiếp',
  markAll: 'Đánh dấu cả nhóm',
  unmark: 'Bỏ đánh dấu',
  bulk: {
    bar: 'Hồ sơ đã đánh dấu',
    marked: (count: number) => `Đã đánh dấu ${count} hồ sơ`,
    title: (act: string, count: number) => `${act}: ${count} hồ sơ`,
    prompt: (count: number) => `Mỗi hồ sơ được ghi riêng vào nhật ký, như khi làm từng hồ sơ. ${count} hồ sơ:`,
    others: (count: number) => `và ${count} hồ sơ khác`,
    notFor: (count: number) => `${count} hồ sơ đã đánh dấu không ở bước này hoặc bạn đang giữ: để nguyên.`,
    doing: (done: number, count: number) => `Đã làm ${done}/${count}…`,
    done: (act: string, count: number) => `Đã ghi: ${act}, ${count} hồ sơ.`,
    papers: (count: number) => ` ${count} giấy chưa in được, xem khay (Ctrl+J).`,
    failed: (done: number, failed: number) => `Đã ghi ${done} hồ sơ. Chưa làm được ${failed} hồ sơ, vẫn còn đánh dấu:`,
    needsReason: 'cần nêu lý do: mở hồ sơ và làm ở đó',
  },
  list: 'Hồ sơ cần làm',
  count: (value: number, more: boolean) => (more ? `${value}+` : String(value)),
  sections: {
    // By the hour on purpose, unlike the reports: what has to go out today.
    overdue: 'Quá giờ hẹn',
    today: 'Đến hạn hôm nay',
    soon: 'Sắp đến hạn',
    untaken: 'Chờ nhận xử lý',
    'held-later': 'Đang giữ, hẹn sau',
    supplement: 'Chờ bổ sung',
    'to-approve': 'Chờ duyệt bổ sung',
    'to-return': 'Chờ người dân nhận',
    error: 'Kết quả cần sửa',
    waiting: 'Chờ tiếp nhận',
    'step-late': 'Chậm bước nội bộ',
    'leg-late': 'Ở cơ quan khác',
    'promise-changed': 'Lịch đổi',
  },
  stepLate: (at: string) => `quá hạn bước ${at}`,
  legLate: {
    waiting: (at) => `quá hạn ${at}`,
    'to-send': (at) => `chưa chuyển, hạn ${at}`,
    sent: (at) => `chưa xác nhận, hạn ${at}`,
    running: (at) => `quá hạn chặng ${at}`,
    finished: (at) => `quá hạn ${at}`,
  } as Record<LegView['stage'], (at: string) => string>,
  /** What each section is for, said where it is empty. */
  empty: {
    overdue:
      'Không có hồ sơ nào quá giờ hẹn. Danh sách này tính đến từng giờ; báo cáo và bảng tổng quan tính theo ngày.',
    today: 'Hôm nay không còn hồ sơ nào đến hạn.',
    soon: 'Không có hồ sơ nào đến hạn trong 72 giờ làm việc tới; ngày nghỉ không tính.',
    supplement:
      'Không chờ ai bổ sung. Người dân có 15 ngày để nộp đủ, sau đó hồ sơ được đóng; luật chuyên ngành có thể quy định khác (giấy phép xây dựng: 01 hoặc 02 ngày làm việc, sau đó từ chối).',
    'to-return': 'Không có kết quả nào chờ nhận. Kết quả vừa xong đứng đầu danh sách này.',
    waiting: 'Không có hồ sơ trực tuyến, bưu gửi nào chờ tiếp nhận. Nhập gói trực tuyến ở màn hình Tiếp nhận, Alt+O.',
    error: 'Không có kết quả sai nào. Kết quả sai phải sửa xong trong 03 ngày làm việc.',
  } as Readonly<Record<string, string>>,
  hours: {
    'within-24h': 'trong 24 giờ',
    'within-48h': 'trong 48 giờ',
    'within-72h': 'trong 72 giờ',
    'leg-late': 'chậm',
    'answer-late':
      'quá hạn trả lời xác minh, lấy ý kiến: báo người đứng đầu Bộ phận Một cửa để phối hợp xử lý (Điều 19 k4c)',
    'leg-untimed': 'chưa có thời hạn riêng: lãnh đạo đặt ở Đơn vị › Liên thông, tính từ lúc cơ quan nhận hồ sơ',
    'promise-changed': 'ngày đã in giữ nguyên; gọi cho người nộp nếu ngày ấy nay là ngày nghỉ',
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
  noLegTime: 'chưa có thời hạn riêng',
  noLegTimeSince: (at: string) => `chưa có thời hạn, từ ${at}`,
  wouldBe: (at: string) => `lịch nay tính ${at}`,
  beyondCalendar: 'lịch nay chưa tính tới',
  due: (at: string) => `hẹn ${at}`,
  supplementLeft: (days: number) =>
    days > 1 ? `còn ${days} ngày để bổ sung` : days === 1 ? 'còn 1 ngày để bổ sung' : 'hôm nay hết hạn bổ sung',
  supplementOver: (term: Term, afterwards: 'close' | 'refuse') =>
    `hết ${termText(term, 'vi')}: ${afterwards === 'refuse' ? 'phải từ chối' : 'đóng hồ sơ được'}`,
  ready: (at: string) => `xong ${at}`,
  proposedAt: (at: string) => `đề nghị ${at}`,
  answerOwed: (at: string) => `hạn trả lời ${at}`,
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
  reasons: {
    title: 'Việc làm có lý do',
    move: 'Chọn dòng',
    open: 'Mở hồ sơ',
    back: 'Về việc cần làm',
    nothingTitle: 'Chưa có việc nào phải nêu lý do',
    nothing:
      'Khi cán bộ làm tiếp dù máy đã nhắc (chưa nhận giấy tờ nào, thủ tục chỉ nộp trực tuyến, chưa thu đủ phí…), lý do, người làm và hồ sơ hiện ở đây, mới nhất đứng đầu.',
  },
  columns: {
    number: 'Mã hồ sơ',
    name: 'Chủ hồ sơ',
    procedure: 'Thủ tục',
    status: 'Trạng thái',
    holder: 'Người giữ',
    due: 'Thời hạn',
  },
};

const en: typeof vi = {
  title: 'To do',
  all: 'The whole desk',
  mine: 'Held by me',
  toggleMine: 'Only the cases I hold, or all',
  jump: (section) => `To the group: ${section}`,
  move: 'Choose a case',
  open: 'Open the case',
  mark: 'Mark, to do several at once',
  markRange: 'Mark on',
  markAll: 'Mark the whole group',
  unmark: 'Unmark',
  bulk: {
    bar: 'Marked cases',
    marked: (count) => `${count} cases marked`,
    title: (act, count) => `${act}: ${count} cases`,
    prompt: (count) => `Each is written to the journal for itself, as one by one. ${count} cases:`,
    others: (count) => `and ${count} more`,
    notFor: (count) => `${count} marked cases are at another step, or yours already: left as they are.`,
    doing: (done, count) => `${done} of ${count} done…`,
    done: (act, count) => `Recorded: ${act}, ${count} cases.`,
    papers: (count) => ` ${count} papers did not print, see the tray (Ctrl+J).`,
    failed: (done, failed) => `${done} recorded. ${failed} could not be done and are still marked:`,
    needsReason: 'needs a reason: open it and do it there',
  },
  list: 'Cases to do',
  count: (value, more) => (more ? `${value}+` : String(value)),
  sections: {
    overdue: 'Past its hour',
    today: 'Due today',
    soon: 'Due soon',
    untaken: 'To be taken',
    'held-later': 'Held, due later',
    supplement: 'Awaiting papers',
    'to-approve': 'Requests to approve',
    'to-return': 'To be fetched',
    error: 'To be corrected',
    waiting: 'To be received',
    'step-late': 'Late inner steps',
    'leg-late': 'Elsewhere',
    'promise-changed': 'Calendar changed',
  },
  stepLate: (at) => `step was due ${at}`,
  legLate: {
    waiting: (at) => `was due ${at}`,
    'to-send': (at) => `not sent, due ${at}`,
    sent: (at) => `not confirmed, due ${at}`,
    running: (at) => `leg was due ${at}`,
    finished: (at) => `was due ${at}`,
  },
  empty: {
    overdue: 'No case is past its hour. This list goes by the hour; reports and the overview go by the day.',
    today: 'Nothing more is due today.',
    soon: 'Nothing is due in the next 72 hours of working days; days off do not count.',
    supplement:
      'Nobody owes papers. A citizen has 15 days to complete a file; after that it is closed. The law of a field may say otherwise (building permits: 1 or 2 working days, then a refusal).',
    'to-return': 'No result waits to be fetched. The newest result stands first in this list.',
    waiting: 'No online file and no parcel waits to be received. Packs are taken in from Reception, Alt+O.',
    error: 'No result is wrong. A wrong result is corrected within three working days.',
  },
  hours: {
    'within-24h': 'within 24 hours',
    'within-48h': 'within 48 hours',
    'within-72h': 'within 72 hours',
    'leg-late': 'late',
    'answer-late':
      'a verification or an opinion is not answered in time: tell the head of the one-stop desk (Article 19.4c)',
    'leg-untimed':
      'no time of its own: a supervisor sets it in Office › Other agencies; it counts from when the agency has the file',
    'promise-changed': 'the printed day stands; call the citizen if it is a day off now',
  },
  apologyDue: 'Form 04 must leave today',
  apologies: (count) =>
    `${count} due on the next working day: if one will be late, its apology (form 04) has to be sent today.`,
  later: (count) => `${count} due after that`,
  unsettled: (count) => (count === 1 ? '1 paper not known to be printed' : `${count} papers not known to be printed`),
  more: 'More, or fewer, in each group',
  first: (shown) => `the first ${shown}; see more:`,
  nobody: 'nobody yet',
  you: 'you',
  noLegTime: 'no time of its own',
  noLegTimeSince: (at) => `no time, since ${at}`,
  wouldBe: (at) => `today's calendar says ${at}`,
  beyondCalendar: "beyond today's calendar",
  due: (at) => `due ${at}`,
  supplementLeft: (days) =>
    days > 1
      ? `${days} days left to complete`
      : days === 1
        ? '1 day left to complete'
        : 'the last day to complete is today',
  supplementOver: (term, afterwards) =>
    `the time of ${termText(term, 'en')} is over: ${afterwards === 'refuse' ? 'to be refused' : 'may be closed'}`,
  ready: (at) => `done ${at}`,
  proposedAt: (at) => `proposed ${at}`,
  answerOwed: (at) => `answer was due ${at}`,
  answerBy: (at) => `see and answer by ${at}`,
  answerLate: (at) => `late since ${at}`,
  correctBy: (at) => `correct by ${at}`,
  correctLate: (at) => `correction was due ${at}`,
  nothingTitle: 'Nothing is pressing',
  nothing:
    'Cases stand here from 72 hours of working days before they are due, while a citizen is to complete them, and when a result waits to be fetched. Press F2 to receive a new case.',
  nothingMineTitle: 'You hold no case',
  nothingMine:
    'A case is yours when it is transferred to you, or when you open it and choose “Take over”. Press M to see those of the whole desk.',
  reasons: {
    title: 'Done with a reason',
    move: 'Choose a line',
    open: 'Open the case',
    back: 'Back to my work',
    nothingTitle: 'Nothing was done with a reason yet',
    nothing:
      'Where staff go on although the desk warned them (no papers received, online only, fees unpaid…), the reason, who it was and the case stand here, the newest first.',
  },
  columns: {
    number: 'Case code',
    name: 'Applicant',
    procedure: 'Procedure',
    status: 'Status',
    holder: 'Held by',
    due: 'Time limit',
  },
};

export const myWork = { vi, en };
