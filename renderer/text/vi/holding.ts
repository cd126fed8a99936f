import type { PaperPlace, Whereabouts } from '../../../electron/contract/routing/process.ts';

export const holding = {
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
    Whereabouts['steps'][number]['state'],
    string
  >,
  signs: { done: '✓', now: '▶', 'to-come': '○', skipped: '–' } as Record<Whereabouts['steps'][number]['state'], string>,
  colleague: {
    hint: (role: string) => `Gõ vài chữ của tên. Chỉ hiện người làm được việc của: ${role}.`,
    transferHint: 'Để trống: người có quyền của bước tự nhận.',
    reworkHint: 'Để trống: về lại người đã làm bước trước.',
    nobodyFound: 'Không có ai tên như vậy làm được bước này.',
    waiting: 'Đang tìm đồng nghiệp…',
    choose: 'Chọn một người trong danh sách.',
    open: 'Mở danh sách',
    close: 'Đóng danh sách',
    clear: 'Bỏ người đã chọn',
  },
};
