import type { ReceiptVerdict } from '../../../../electron/contract/safety/proof/receipt.ts';

type Facts = {
  number: string;
  at: string;
  /** What it promises; empty where it promises nothing. */
  due: string;
  by: string;
  since: string;
  /** What is promised now. */
  now: string;
  stolen: string;
};

const vi = {
  genuine: ({ number, at }) => `Giấy thật: sổ đã ký giấy ${number}, nhận lúc ${at}. Giấy còn hiệu lực.`,
  superseded: ({ by, since }) => `Giấy thật nhưng đã có giấy mới thay từ ${since} (số ${by}). Lời hẹn ở giấy mới.`,
  void: ({ by, since }) => `Giấy thật nhưng đã hủy từ ${since}; giấy còn hiệu lực mang số ${by}. Thu lại giấy này.`,
  lost: ({ number, at, due }) =>
    `Giấy thật: khóa cũ của đơn vị đã ký giấy ${number}, nhận lúc ${at}${due === '' ? '' : `, hẹn ${due}`}. Hồ sơ mất theo sổ khi khôi phục, chưa ai nhập lại: nhập từ giấy này, lời hẹn trên giấy vẫn giữ.`,
  'entered-again': ({ number, due, since, now }) =>
    `Giấy thật: khóa cũ của đơn vị đã ký giấy ${number}; hồ sơ mất khi khôi phục sổ và đã nhập lại từ giấy lúc ${since}. ${
      due === now
        ? `Lời hẹn ${due} trên giấy là lời hẹn đang có hiệu lực.`
        : `Giấy hẹn ${due || 'không có ngày'}, hồ sơ nay hẹn ${now || 'không có ngày'}: đối chiếu, nhập sai thì sửa hồ sơ.`
    }`,
  'not-here': ({ number }) => `Giấy ${number} có chữ ký của đơn vị, nhưng hồ sơ không có trên máy này.`,
  differs: ({ number }) =>
    `Không tin giấy này: chữ ký đúng khóa, nhưng sổ không lập giấy ${number} như vậy. Báo lãnh đạo.`,
  'stolen-key': ({ stolen }) =>
    `Không tin giấy này: ký bằng khóa đã lộ từ ${stolen}, và sổ không biết nó. Báo lãnh đạo.`,
  forged: () => 'Giấy giả, bị sửa hoặc quét thiếu: nội dung không khớp chữ ký. Quét lại; vẫn vậy thì báo lãnh đạo.',
  'unknown-key': ({ number }) => `Giấy ${number} không do đơn vị này ký: giấy của nơi khác, hoặc giả.`,
  unsigned: ({ number }) => `Mã ${number} không có chữ ký: ô bên phải, hoặc giấy cấp trước khi sổ ký giấy.`,
  unreadable: () => 'Quét chưa đủ, hoặc ô này không phải chữ ký của giấy tiếp nhận. Quét lại.',
} satisfies Readonly<Record<ReceiptVerdict, (facts: Facts) => string>>;

const en: Readonly<Record<ReceiptVerdict, (facts: Facts) => string>> = {
  genuine: ({ number, at }) => `Genuine: the register signed receipt ${number}, received at ${at}. It is in force.`,
  superseded: ({ by, since }) =>
    `Genuine, but a newer receipt took its place at ${since} (number ${by}). The promise is on that one.`,
  void: ({ by, since }) =>
    `Genuine, but void since ${since}; the receipt in force has the number ${by}. Take this one back.`,
  lost: ({ number, at, due }) =>
    `Genuine: an earlier key of this office signed receipt ${number}, received at ${at}${due === '' ? '' : `, promised ${due}`}. Its file was lost with the register and nobody entered it again: enter it from this paper, whose promise holds.`,
  'entered-again': ({ number, due, since, now }) =>
    `Genuine: an earlier key of this office signed receipt ${number}; its file was lost with the register and entered again from paper at ${since}. ${
      due === now
        ? `The promise on it, ${due}, is the one in force.`
        : `It promises ${due || 'no date'}, the file now ${now || 'none'}: compare them, and correct the file if it was entered wrong.`
    }`,
  'not-here': ({ number }) => `Receipt ${number} bears this office’s signature, but its file is not on this desk.`,
  differs: ({ number }) =>
    `Do not believe it: signed under our key, but the register made no such receipt ${number}. Tell the head.`,
  'stolen-key': ({ stolen }) =>
    `Do not believe it: signed under a key that got out at ${stolen}, and the register does not know it. Tell the head.`,
  forged: () =>
    'Forged, altered, or cut by the scan: what it says is not what was signed. Scan again; if it stays so, tell the head.',
  'unknown-key': ({ number }) => `Receipt ${number} was not signed by this office: another office’s, or forged.`,
  unsigned: ({ number }) =>
    `Code ${number} bears no signature: the square at the right, or a receipt from before they were signed.`,
  unreadable: () => 'The scan was cut, or this is not the signed square of a receipt. Scan it again.',
};

export const receipt: { readonly vi: typeof en; readonly en: typeof en } = { vi, en };
