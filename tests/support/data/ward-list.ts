import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Cell, workbookOf } from './workbook.ts';

type Shipped = {
  readonly standing: string;
  readonly procedure: {
    readonly code: string;
    readonly name: string;
    readonly field: string;
    readonly terms: readonly { readonly value: number; readonly unit: string }[];
  };
};

/** What a hurried hand and Excel made of single rows, and what is right there. */
export type Slip = { readonly row: number; readonly cell: 'code' | 'term'; readonly right: string };

/**
 * A ward's list of 400 as wards have it: its emblem and titles over merged cells, its head in two rows, fields as sections, codes as numbers that
 * lost their zero, four codes that were replaced, ten procedures of its own without a code, nicknames, limits as bare numbers, and who made and
 * signed it below. Four cells are slips.
 */
export function wardList(): { readonly base64: string; readonly rows: number; readonly slips: readonly Slip[] } {
  const file = path.resolve(import.meta.dirname, '../../../resources/data/procedures-more.json');
  const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: Shipped[] };
  const of = (standing: string) => data.filter((one) => one.standing === standing).map(({ procedure }) => procedure);
  const current = of('current').slice(0, 386);
  const listed = [...current, ...of('superseded').slice(0, 4)];
  const withoutTerm = current.filter(({ terms }) => terms.length === 0).map(({ code }) => code);
  const [misread, other] = current.filter(({ terms }) => terms.length > 0).map(({ code }) => code);
  const [several, day] = withoutTerm;
  const slips: Slip[] = [];
  const rows: Cell[][] = [
    ['ỦY BAN NHÂN DÂN', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null],
    ['PHƯỜNG CÁT LÁI', null, null, null, 'Độc lập - Tự do - Hạnh phúc', null],
    [null],
    ['DANH MỤC THỦ TỤC HÀNH CHÍNH TIẾP NHẬN TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', null, null, null, null, null],
    ['(Kèm theo Quyết định số 113/QĐ-UBND ngày 01/11/2026)', null, null, null, null, null],
    [null],
    ['STT', 'Thủ tục hành chính', null, null, 'Thời hạn giải quyết', 'Ghi chú'],
    [null, 'Mã', 'Tên', 'Tên thường gọi', null, null],
  ];
  const merged = ['A1:D1', 'A2:D2', 'E1:F1', 'E2:F2', 'A4:F4', 'A5:F5', 'A7:A8', 'B7:D7', 'E7:E8', 'F7:F8'];
  let number = 0;
  const put = (code: Cell, name: string, nickname: string | null, term: Cell) => {
    number += 1;
    rows.push([number, code, name, nickname, term, null]);
  };
  const slip = (cell: Slip['cell'], right: string) => slips.push({ row: rows.length + 1, cell, right });
  for (const field of new Set(listed.map((one) => one.field))) {
    rows.push([null, null, `LĨNH VỰC ${field.toUpperCase()}`, null, null, null]);
    for (const { code, name, terms } of listed.filter((one) => one.field === field)) {
      const [usual] = terms;
      const term = usual === undefined ? 7 : written(usual);
      if (code === misread) {
        slip('code', code);
        put(code.replace('.0', '.O'), name, null, term);
      } else if (code === other) {
        slip('code', code);
        put(Number(current[200]?.code), name, null, term);
      } else if (code === several) {
        slip('term', '15 ngày làm việc');
        put(Number(code), name, null, '10-15 ngày làm việc');
      } else if (code === day) {
        slip('term', '5 ngày làm việc');
        // «5/7» was typed.
        put(Number(code), name, null, 46_208);
      } else put(Number(code), name, null, term);
    }
  }
  rows.push([null, null, 'LĨNH VỰC KHÁC', null, null, null]);
  for (const nth of 'một hai ba bốn năm sáu bảy tám chín mười'.split(' '))
    put(null, `Xác nhận riêng của phường về việc ${nth}`, `giấy ${nth}`, 2);
  rows.push(
    [null],
    [null, null, 'Người lập biểu', null, 'CHỦ TỊCH', null],
    [null, null, 'Nguyễn Thị Lập', null, 'Trần Văn Ký', null],
  );
  return { base64: workbookOf([coverSheet, { name: 'Danh mục', merged, rows }]), rows: number, slips };
}

const coverSheet = {
  name: 'Bìa',
  rows: [['PHƯỜNG CÁT LÁI'], ['DANH MỤC THỦ TỤC HÀNH CHÍNH'], ['Năm 2026']],
};

/** As whoever made the list writes it: a working day is what a bare number is. */
function written({ value, unit }: { readonly value: number; readonly unit: string }): Cell {
  switch (unit) {
    case 'working-day':
      return value;
    case 'day':
      return `${value} ngày`;
    case 'same-day':
      return 'Trong ngày';
    case 'working-hour':
      return `${value} giờ làm việc`;
    default:
      return null;
  }
}
