import type { Indicator } from '../../../contract/books/report/report.ts';

/** What would raise the index of public service (QĐ 766/QĐ-TTg), and what is not known of it, said to who reads it. */

/** Of files: how many, of them online, and open and in time. */
type Raised = { readonly files: number; readonly online: number; readonly open: number };

type Standing = {
  readonly all: Raised & { readonly inCash: number };
  /** Online procedures that nothing came online for. */
  readonly silent: number;
  readonly petitions: { readonly asked: number; readonly kept: number; readonly displeased: number } | null;
  /** The period is over. */
  readonly over: boolean;
};
type Said = { readonly text: string; readonly textEn: string };

/** What the people of the office can do for it yet, of a period that is over how it stood then; null where all is gained or nothing here helps. */
export function raiseOf(code: string, { all, silent, petitions, over }: Standing): Said | null {
  if (code === '2.1' && all.open > 0)
    return over
      ? {
          text: `Cuối kỳ còn ${all.open} hồ sơ đang mở, còn trong hạn`,
          textEn: `${all.open} files were open and in time at the end of the period`,
        }
      : {
          text: `${all.open} hồ sơ đang mở còn trong hạn: trả đúng hẹn thì không mất thêm; yêu cầu bổ sung một lần cho đủ, lần thứ hai tính là trễ`,
          textEn: `${all.open} open files are still in time: nothing more is lost while each is kept; ask for papers once and whole, a second request counts as late`,
        };
  if (code === '3.2' && silent > 0)
    return {
      text: `${silent} thủ tục trực tuyến ${over ? 'không' : 'chưa'} có hồ sơ nộp trực tuyến nào trong kỳ`,
      textEn: `${silent} online procedures had no file that came online in the period`,
    };
  const more = Math.ceil(all.files / 2) - all.online;
  if (code === '3.3' && more > 0)
    return over
      ? {
          text: `Kỳ này thiếu ${more} hồ sơ nộp trực tuyến để đủ 50 %`,
          textEn: `The period was ${more} files online short of 50 %`,
        }
      : {
          text: `Thêm ${more} hồ sơ nộp trực tuyến (thay cho nộp tại quầy) thì đủ 50 %`,
          textEn: `With ${more} more files online instead of at the counter it is 50 %`,
        };
  if (code === '3.6' && all.inCash > 0)
    return {
      text: `${all.inCash} hồ sơ đã trả tiền mặt${over ? '' : ': mời trả qua Cổng hoặc quét mã'}`,
      textEn: `${all.inCash} files were paid in cash${over ? '' : ': offer the portal or a code to scan'}`,
    };
  if (code === '5.2' && petitions !== null && petitions.asked > petitions.kept)
    return {
      text: `${petitions.asked - petitions.kept} hạn của phản ánh, kiến nghị đã lỡ`,
      textEn: `${petitions.asked - petitions.kept} limits of petitions were missed`,
    };
  if (code === '5.3' && petitions !== null && petitions.displeased > 0)
    return {
      text: `${petitions.displeased} phản ánh, kiến nghị trả lời trễ hoặc người gửi không hài lòng`,
      textEn: `${petitions.displeased} petitions were answered late or did not please who sent them`,
    };
  return null;
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
