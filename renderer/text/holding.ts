import type { PaperPlace, WhereaboutsView } from '../../electron/contract/routing/process.ts';

const vi = {
  title: 'Ai đang giữ',
  stepOf: (step: number, all: number) => `Bước ${step} trên ${all}`,
  nobody: 'Chưa ai nhận',
  atTheCounter: 'Còn ở quầy, chưa chuyển xử lý',
  elsewhere: {
    'to-send': (agency: string) => `Còn ở quầy, chờ chuyển đến ${agency}`,
    sent: (agency: string) => `Đã chuyển đi, chờ ${agency} xác nhận đã nhận`,
    running: (agency: string) => `${agency} đang giải quyết`,
  },
  finished: 'Kết quả chờ người dân nhận',
  closed: 'Đã khép lại, không còn ai phải giữ',
  step: 'Bước',
  since: (at: string) => `từ ${at}`,
  due: 'Hạn bước',
  late: 'quá hạn bước',
  reworks: (count: number) => `trả làm lại ${count} lần`,
  papers: 'Túi giấy',
  places: {
    person: (name) => name,
    division: (name) => name,
    unit: (name) => name,
    'on-the-way': (name) => `đang trên đường đến ${name}`,
    archive: (name) => `lưu tại ${name}`,
    citizen: () => 'người dân giữ',
  } as Record<PaperPlace['kind'], (name: string) => string>,
  awaited: (at: string) => `phải đến chỗ người giữ hồ sơ trước ${at}`,
  awaitedLate: (at: string) => `chậm: đáng lẽ đã đến chỗ người giữ hồ sơ trước ${at}`,
  missing: (at: string) => `chưa tìm thấy từ ${at}`,
  lost: (unit: string) => `báo thất lạc, ${unit} chịu trách nhiệm`,
  lostSettled: 'đã giải quyết xong việc thất lạc',
  line: 'Các bước trong cơ quan',
  /** A sign beside each word: colour never speaks alone. */
  states: { done: 'xong', now: 'đang ở đây', 'to-come': 'chưa đến', skipped: 'bỏ qua' } as Record<
    WhereaboutsView['steps'][number]['state'],
    string
  >,
  signs: { done: '✓', now: '▶', 'to-come': '○', skipped: '–' } as Record<
    WhereaboutsView['steps'][number]['state'],
    string
  >,
  colleague: {
    hint: (role: string) => `Gõ vài chữ của tên. Chỉ hiện người làm được việc của: ${role}.`,
    transferHint: 'Để trống: người có quyền của bước tự nhận.',
    reworkHint: 'Để trống: về lại người đã làm bước trước.',
    nobodyFound: 'Không có ai tên như vậy làm được bước này.',
    waiting: 'Đang tìm đồng nghiệp…',
    choose: 'Chọn một người trong danh sách.',
  },
};

const en: typeof vi = {
  title: 'Who has it',
  stepOf: (step, all) => `Step ${step} of ${all}`,
  nobody: 'Nobody has taken it',
  atTheCounter: 'Still at the counter, not passed on',
  elsewhere: {
    'to-send': (agency) => `Still at the counter, to be sent to ${agency}`,
    sent: (agency) => `Sent; ${agency} has not confirmed it yet`,
    running: (agency) => `${agency} is working on it`,
  },
  finished: 'The result waits to be fetched',
  closed: 'Closed: nobody has to keep it',
  step: 'Step',
  since: (at) => `since ${at}`,
  due: 'Step due',
  late: 'step overdue',
  reworks: (count) => (count === 1 ? 'sent back once' : `sent back ${count} times`),
  papers: 'Papers',
  places: {
    person: (name) => name,
    division: (name) => name,
    unit: (name) => name,
    'on-the-way': (name) => `on the way to ${name}`,
    archive: (name) => `archived at ${name}`,
    citizen: () => 'with the citizen',
  },
  awaited: (at) => `to be with who has the file before ${at}`,
  awaitedLate: (at) => `late: should have been with who has the file before ${at}`,
  missing: (at) => `not found since ${at}`,
  lost: (unit) => `reported lost, ${unit} answers for it`,
  lostSettled: 'the loss has been settled',
  line: 'The steps inside the office',
  states: { done: 'done', now: 'is here', 'to-come': 'to come', skipped: 'skipped' },
  signs: { done: '✓', now: '▶', 'to-come': '○', skipped: '–' },
  colleague: {
    hint: (role) => `Type a few letters of the name. Only people who may do the work of: ${role}.`,
    transferHint: 'Left empty: who may do the step takes it.',
    reworkHint: 'Left empty: back to who did the step before.',
    nobodyFound: 'Nobody of that name may do this step.',
    waiting: 'Looking for colleagues…',
    choose: 'Choose a person of the list.',
  },
};

export const holding = { vi, en };
