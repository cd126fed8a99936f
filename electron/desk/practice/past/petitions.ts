import type { PetitionAct } from '../../../contract/counter/petition/petition.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import { dateOfDay } from '../../../domain/base/civil-time.ts';
import type { PetitionFacts } from '../../../domain/entries/petition.ts';
import { actOnPetition, registerPetition } from '../../counter/petition/act.ts';
import type { WorkTime } from '../work-time.ts';
import type { DiaryMoment } from './diary.ts';
import { type PastOffice, type Presence, done } from './past-office.ts';

/** So many working days after it came, somebody did this. */
type Step = readonly [days: number, act: PetitionAct, by?: Role];

type Story = {
  /** Working days before today that it came. */
  readonly before: number;
  readonly facts: PetitionFacts;
  /** A letter that lay in the office for so many working days before somebody wrote it down. */
  readonly lay?: number;
  readonly steps: readonly Step[];
};

const told = (before: number, facts: PetitionFacts, steps: readonly Step[], lay?: number): Story => ({
  before,
  facts,
  steps,
  ...(lay === undefined ? {} : { lay }),
});

/** What a ward hears in a month: each way in, each end, one late, one with 1022's own day, one that no form counts. */
function stories(later: (days: number) => string): readonly Story[] {
  return [
    told(
      19,
      {
        source: 'counter',
        content: 'act',
        field: 'Hộ tịch',
        sender: { name: 'PHẠM VĂN DŨNG', phone: '0900 311 007' },
        summary: 'Hồ sơ khai sinh quá ngày hẹn, hỏi tại quầy không được trả lời rõ',
        about: 'Quầy số 2',
      },
      [
        [1, { type: 'assign', to: 'Bộ phận Tư pháp - Hộ tịch' }],
        [6, { type: 'answer', answer: 'Đã trả kết quả và xin lỗi người nộp', document: '112/UBND-TP' }],
        [7, { type: 'publish', where: 'Cổng thông tin điện tử phường' }],
        [8, { type: 'close', satisfaction: 'satisfied' }],
      ],
    ),
    told(
      19,
      {
        source: 'letter',
        content: 'rule',
        field: 'Đất đai',
        sender: { name: 'CÔNG TY TNHH BẾN NGHÉ', address: '12 đường số 7, phường Cát Lái' },
        summary: 'Kiến nghị bỏ yêu cầu nộp bản sao giấy tờ đã có trên cơ sở dữ liệu',
      },
      [
        [17, { type: 'answer', answer: 'Đã tiếp thu, báo cáo cấp có thẩm quyền', document: '131/UBND-KT' }],
        [18, { type: 'publish', where: 'Cổng thông tin điện tử phường' }],
        [18, { type: 'close', satisfaction: 'dissatisfied', note: 'Cho là trả lời chậm' }],
      ],
      1,
    ),
    told(
      18,
      {
        source: '1022',
        sourceCode: '1022-558801',
        sourceDue: later(-4),
        content: 'act',
        field: 'Cư trú',
        sender: { name: 'VÕ THỊ NGỌC', phone: '0900 311 018' },
        summary: 'Đã bổ sung giấy tờ hai lần vẫn chưa được hẹn ngày trả',
      },
      [
        [2, { type: 'assign', to: 'Bộ phận Tư pháp - Hộ tịch' }],
        [13, { type: 'extend', until: later(4), reason: 'Phải chờ Công an phường xác minh' }, 'supervisor'],
      ],
    ),
    told(
      15,
      {
        source: 'box',
        content: 'act',
        field: 'Chứng thực',
        sender: {},
        summary: 'Cán bộ chứng thực thái độ không tốt',
      },
      [
        [
          1,
          {
            type: 'refuse',
            reason: 'Không ghi tên, địa chỉ và không nêu sự việc cụ thể',
            legalBasis: 'Nghị định 118/2025/NĐ-CP, Điều 8 khoản 1',
          },
        ],
        [2, { type: 'close' }],
      ],
    ),
    told(
      12,
      {
        source: 'portal',
        sourceCode: 'PAKN.20.99.0417',
        content: 'rule',
        field: 'Hoạt động xây dựng',
        sender: { name: 'LÂM QUỐC BẢO', email: 'lamquocbao@example.vn' },
        summary: 'Mẫu đơn xin phép xây dựng yêu cầu khai lại thông tin đã có trên VNeID',
      },
      [
        [1, { type: 'forward', to: 'Sở Xây dựng', reason: 'Thuộc thẩm quyền của Sở', document: '118/UBND-KT' }],
        [5, { type: 'send-back', reason: 'Sở đề nghị phường trả lời theo hướng dẫn chung' }],
      ],
    ),
    told(
      10,
      {
        source: 'phone',
        content: 'act',
        field: 'Bảo trợ xã hội',
        sender: { name: 'ĐẶNG THỊ HỒNG', phone: '0900 311 033' },
        summary: 'Nộp hồ sơ trợ cấp chưa thấy kết quả, không nhớ mã hồ sơ',
      },
      [
        [1, { type: 'ask-supplement', reason: 'Cần mã hồ sơ hoặc ngày nộp để tra cứu' }],
        [3, { type: 'complete', note: 'Nộp ngày đầu tháng, có giấy hẹn' }],
        [3, { type: 'reclassify', content: 'act', field: 'Người có công', reason: 'Hồ sơ là của người có công' }],
        [9, { type: 'answer', answer: 'Hồ sơ đang chờ Sở Nội vụ, hẹn lại ngày trả' }],
      ],
    ),
    told(
      7,
      {
        source: 'letter',
        content: 'act',
        field: 'Đất đai',
        sender: { name: 'HUỲNH VĂN TÂM' },
        summary: 'Phản ánh việc thu tiền đo đạc không có biên lai',
      },
      [[2, { type: 'withdraw', reason: 'Người gửi đã được giải thích và xin rút' }]],
    ),
    told(
      6,
      {
        source: '1022',
        sourceCode: '1022-561240',
        content: 'other',
        field: 'Hạ tầng đô thị',
        sender: { name: 'NGUYỄN THỊ LỆ', phone: '0900 311 041' },
        summary: 'Đèn đường số 4 hỏng hai tuần chưa sửa',
      },
      [
        [
          0,
          {
            type: 'forward',
            to: 'Trung tâm Quản lý hạ tầng kỹ thuật',
            reason: 'Đèn đường do Trung tâm quản lý',
          },
        ],
      ],
    ),
    told(
      4,
      {
        source: 'email',
        content: 'rule',
        field: 'Hộ tịch',
        sender: { name: 'TRỊNH HOÀNG YẾN', email: 'hoangyen@example.vn' },
        summary: 'Đề nghị cho nhận trích lục bản điện tử thay bản giấy',
      },
      [[1, { type: 'ask-supplement', reason: 'Cần nêu rõ loại trích lục' }]],
    ),
    told(
      2,
      {
        source: 'counter',
        content: 'act',
        field: 'Chứng thực',
        sender: { name: 'BÙI MINH KHÔI', phone: '0900 311 052' },
        summary: 'Chờ chứng thực gần hai giờ, quầy không gọi số',
      },
      [],
    ),
  ];
}

const hour = 3600;

/**
 * The petitions of an office's last month, as its people would have written them down and worked on them: all of it at the first counter. None is told of the
 * morning of today, and nothing of it draws a chance.
 */
export function planPetitions(
  { time, end }: { readonly time: WorkTime; readonly end: number },
  presence: PastOffice,
): () => readonly DiaryMoment[] {
  const today = end / time.secondsADay;
  const dayOf = (days: number): string => dateOfDay(time.days[today + days] ?? 0);

  function at(day: number, second: number, by: Role, deed: (there: Presence) => void): DiaryMoment {
    const instant = time.instantOf(day * time.secondsADay + second);
    return {
      at: instant,
      happen: () => {
        deed(presence(by, instant));
        return [];
      },
    };
  }

  return () =>
    stories(dayOf).flatMap(({ before, facts, steps, lay }, nth) => {
      const came = today - before;
      let petitionId = '';
      const arrivedAt = lay === undefined ? undefined : `${dayOf(-before - lay)}T15:00:00+07:00`;
      return [
        at(came, hour + nth * 300, 'clerk', ({ desk, session, requestId }) => {
          petitionId = requestId;
          done(registerPetition(desk, { petitionId, arrivedAt, facts }, session));
        }),
        ...steps.map(([days, what, by = 'clerk'], step) =>
          at(came + days, 2 * hour + nth * 300 + step * 60, by, ({ desk, session }) =>
            done(actOnPetition(desk, petitionId, what, session)),
          ),
        ),
      ];
    });
}
