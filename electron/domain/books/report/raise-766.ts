import type { Indicator } from '../../../contract/books/report/report.ts';

/** What would raise the index of public service (QĐ 766/QĐ-TTg), and what is not known of it, said to who reads it. */

/** Of files: how many, of them online, and open and in time. */
type Raised = { readonly files: number; readonly online: number; readonly open: number };

type Standing = {
  readonly all: Raised & { readonly inCash: number; readonly complained: number };
  /** Files that are late by the portal's formula. */
  readonly late: number;
  /** Procedures of which nobody knows how far they are online, or whether they have a fee; those with a fee of which every file was paid in cash. */
  readonly unknown: { readonly online: number; readonly fee: number; readonly cashOnly: number };
  /** Files of citizens without a personal number of twelve digits. */
  readonly unnamed: number;
  /** Online procedures that nothing came online for. */
  readonly silent: number;
  readonly petitions: { readonly asked: number; readonly kept: number; readonly displeased: number } | null;
  /** The period is over. */
  readonly over: boolean;
};
type Said = { readonly text: string; readonly textEn: string };

type Sentence = readonly [vi: string, en: string] | null;

/** What a ward can do for an indicator; of a period that is over how it stood. Those of the province alone (1.1 to 1.3, 4.6) are not among them. */
const raises: Readonly<Record<string, (standing: Standing) => Sentence>> = {
  '1.4': ({ all: { files }, over }) =>
    files === 0 || over
      ? null
      : [
          `Đưa đủ ${files} hồ sơ của kỳ lên hệ thống tỉnh, kể cả hồ sơ nhận khi mất mạng: Cổng đếm số lớn hơn làm mẫu số`,
          `Put all ${files} files of the period into the province’s system, those received without a line too: the portal divides by the larger number`,
        ],
  '2.1': ({ all: { open }, over }) =>
    open === 0
      ? null
      : over
        ? [
            `Cuối kỳ còn ${open} hồ sơ đang mở, còn trong hạn`,
            `${open} files were open and in time at the end of the period`,
          ]
        : [
            `${open} hồ sơ đang mở còn trong hạn: trả đúng hẹn thì không mất thêm; yêu cầu bổ sung một lần cho đủ, lần thứ hai tính là trễ`,
            `${open} open files are still in time: nothing more is lost while each is kept; ask for papers once and whole, a second request counts as late`,
          ],
  '3.1': ({ unknown: { online }, over }) =>
    online === 0
      ? null
      : [
          `${online} thủ tục chưa rõ mức trực tuyến${over ? '' : ': tra trên Cổng rồi ghi vào danh mục của đơn vị'}`,
          `Of ${online} procedures nobody knows how far they are online${over ? '' : ': look them up on the portal and put it into the office’s list'}`,
        ],
  '3.2': ({ silent, over }) =>
    silent === 0
      ? null
      : [
          `${silent} thủ tục trực tuyến ${over ? 'không' : 'chưa'} có hồ sơ nộp trực tuyến nào trong kỳ${over ? '' : ': một hồ sơ trực tuyến mỗi thủ tục là đủ'}`,
          `${silent} online procedures had no file that came online in the period${over ? '' : ': one such file each is enough'}`,
        ],
  '3.3': ({ all, over }) => {
    const more = Math.ceil(all.files / 2) - all.online;
    if (more <= 0) return null;
    return over
      ? [`Kỳ này thiếu ${more} hồ sơ nộp trực tuyến để đủ 50 %`, `The period was ${more} files online short of 50 %`]
      : [
          `Thêm ${more} hồ sơ nộp trực tuyến (thay cho nộp tại quầy) thì đủ 50 %`,
          `With ${more} more files online instead of at the counter it is 50 %`,
        ];
  },
  '3.4': ({ unknown: { fee }, over }) =>
    fee === 0
      ? null
      : [
          `${fee} thủ tục chưa rõ có phí hay không${over ? '' : ': tìm mức thu rồi ghi vào danh mục của đơn vị'}`,
          `Of ${fee} procedures nobody knows whether they have a fee${over ? '' : ': find the amount and put it into the office’s list'}`,
        ],
  '3.5': ({ unknown: { cashOnly }, over }) =>
    cashOnly === 0
      ? null
      : [
          `${cashOnly} thủ tục có phí chỉ thu tiền mặt trong kỳ${over ? '' : ': mời trả qua Cổng, một giao dịch mỗi thủ tục là đủ'}`,
          `${cashOnly} procedures with a fee were paid in cash alone${over ? '' : ': offer the portal, one payment each is enough'}`,
        ],
  '3.6': ({ all: { inCash }, over }) =>
    inCash === 0
      ? null
      : [
          `${inCash} hồ sơ đã trả tiền mặt${over ? '' : ': mời trả qua Cổng hoặc quét mã'}`,
          `${inCash} files were paid in cash${over ? '' : ': offer the portal or a code to scan'}`,
        ],
  '4.1': ({ all, over }) =>
    ofEach(all.files, over, 'trả kèm bản điện tử của kết quả', 'hand out the electronic result with it'),
  '4.2': ({ all, over }) =>
    ofEach(
      all.files - all.online,
      over,
      'nộp giấy: số hóa thành phần hồ sơ lúc nhận và kết quả lúc trả',
      'on paper: digitise the papers when they come and the result when it goes',
    ),
  '4.3': ({ all, over }) =>
    ofEach(
      all.files,
      over,
      'lấy lại giấy tờ đã số hóa thay vì đòi bản mới',
      'use digitised papers again instead of asking for new ones',
    ),
  '4.5': ({ unnamed, over }) =>
    unnamed === 0
      ? null
      : [
          `${unnamed} hồ sơ ghi số cũ hoặc hộ chiếu${over ? '' : ': hỏi số định danh 12 số, có số ấy mới đối chiếu được với cơ sở dữ liệu dân cư'}`,
          `${unnamed} files have an old number or a passport${over ? '' : ': ask for the personal number of twelve digits, by which alone the population database knows them'}`,
        ],
  '5.2': ({ petitions }) =>
    petitions === null || petitions.asked <= petitions.kept
      ? null
      : [
          `${petitions.asked - petitions.kept} hạn của phản ánh, kiến nghị đã lỡ`,
          `${petitions.asked - petitions.kept} limits of petitions were missed`,
        ],
  '5.3': ({ petitions }) =>
    petitions === null || petitions.displeased === 0
      ? null
      : [
          `${petitions.displeased} phản ánh, kiến nghị trả lời trễ hoặc người gửi không hài lòng`,
          `${petitions.displeased} petitions were answered late or did not please who sent them`,
        ],
  '5.4': ({ all: { complained, open }, late, over }) => {
    if (late + complained === 0) return null;
    const [vi, en] = [
      `${late} hồ sơ trễ, ${complained} hồ sơ bị phản ánh`,
      `${late} files late, ${complained} complained of`,
    ];
    return over || open === 0
      ? [vi, en]
      : [
          `${vi}; ${open} hồ sơ đang mở còn trong hạn: trả đúng hẹn`,
          `${en}; ${open} open files are still in time: keep them`,
        ];
  },
};

function ofEach(files: number, over: boolean, vi: string, en: string): Sentence {
  if (files === 0 || over) return null;
  return [`${files} hồ sơ ${vi}`, `${files} files: ${en}`];
}

/** What the people of the office can do for it yet, of a period that is over how it stood then; null where all is gained or nothing here helps. */
export function raiseOf(code: string, standing: Standing): Said | null {
  const said = raises[code]?.(standing) ?? null;
  return said === null ? null : { text: said[0], textEn: said[1] };
}

/**
 * What the people of the office can do yet for the files of one week: keep what is open, and have half of them come online. Of a week that is over nothing more
 * comes; of a period that is over nothing is open that could be kept for it.
 */
export function raiseOfWeek(
  { files, online, open }: Raised,
  { weekOver, periodOver }: { readonly weekOver: boolean; readonly periodOver: boolean },
): Said | null {
  const more = Math.ceil(files / 2) - online;
  const parts: readonly (readonly [vi: string, en: string])[] = [
    ...(open > 0
      ? [
          periodOver
            ? ([
                `cuối kỳ còn ${open} hồ sơ đang mở, còn trong hạn`,
                `${open} files were open and in time at the end of the period`,
              ] as const)
            : ([
                `${open} hồ sơ đang mở còn trong hạn: trả đúng hẹn`,
                `${open} open files are in time: keep them`,
              ] as const),
        ]
      : []),
    ...(more > 0
      ? [
          weekOver
            ? ([`thiếu ${more} hồ sơ trực tuyến để đủ 50 %`, `${more} files online short of 50 %`] as const)
            : ([`thêm ${more} hồ sơ trực tuyến thì đủ 50 %`, `${more} more files online would be 50 %`] as const),
        ]
      : []),
  ];
  if (parts.length === 0) return null;
  return { text: parts.map(([vi]) => vi).join('; '), textEn: parts.map(([, en]) => en).join('; ') };
}

/** How many files may be taken off twice, and between what the most points of the indicator lie then; null where sources agree. */
export function twiceSaid({ twice }: { readonly twice?: Indicator['twice'] }): Said | null {
  if (twice === undefined) return null;
  const { overlap, highest } = twice;
  if (overlap.most === 0)
    return {
      text: 'không hồ sơ nào quá hạn: trừ một lần hay hai lần như nhau',
      textEn: 'no file is late: taken off once or twice is the same',
    };
  const [files, points] = [between(overlap), between(highest)];
  return {
    text: `hồ sơ vừa quá hạn vừa không hài lòng: ${files}; điểm cao nhất: ${points.replaceAll('.', ',')} (trừ hai lần – trừ một lần)`,
    textEn: `files both late and displeased: ${files}; most points: ${points} (taken off twice – once)`,
  };
}

function between({ least, most }: NonNullable<Indicator['twice']>['overlap']): string {
  return least === most ? String(least) : `${least} – ${most}`;
}
