/**
 * A day at one counter: Wednesday 02/12/2026, from 07:35. Forty citizens as they come, and what the law and the lists make of each, written by hand
 * and not by the product: dates counted on a calendar of paper (no day off in December; 01/01/2027 is one, a Friday), fees from TT 226/2016/TT-BTC
 * Điều 4, TT 75/2022/TT-BTC and TT 281/2016/TT-BTC.
 */

type Someone = { readonly name: string; readonly id: string; readonly kind?: 'business' | 'household-business' };

/** How the person comes into the form. */
type Arrival =
  /** A card is scanned. */
  | 'card'
  /** No card: number, name and date of birth are typed. */
  | 'typed';

export type Filing = {
  readonly nth: number;
  readonly does: 'file';
  readonly who: Someone;
  readonly arrival: Arrival;
  readonly code: string;
  /** Who files it for them: the second card, or the first where `ownerSecond`, or typed. */
  readonly filer?: Someone & { readonly by: 'second-card' | 'first-card' | 'typed' };
  /** Pages × copies, as typed. */
  readonly copies?: string;
  readonly parcel?: string;
  /** The result goes by post. */
  readonly posted?: true;
  /** Paid at once, by the key of the success card; with so much given. */
  readonly paid?: { readonly given: string; readonly change: string };
  /** Received, then found to be wrong: the name as it should be. */
  readonly corrected?: string;
  /** The promised day. */
  readonly due: string;
  /** In đồng; null where no amount is set and none is told as owed. */
  readonly fee: number | null;
};

export type Fetching = {
  readonly nth: number;
  readonly does: 'fetch';
  readonly who: Someone;
  /** Received so many days of November or December before, finished before today. */
  readonly code: string;
  readonly receivedOn: string;
  readonly finishedOn: string;
  readonly way: 'receipt' | 'card' | 'proxy' | 'human-of-company' | 'pays-first' | 'unpaid-with-reason';
  /** Before the promised day: announced first (NĐ 118/2025 Điều 22 k5). */
  readonly early?: true;
  readonly taker?: Someone;
  /** Who signs for it. */
  readonly receiver: string;
};

type Online = {
  readonly nth: number;
  readonly does: 'online';
  readonly who: Someone;
  readonly code: string;
  readonly portalNumber: string;
  readonly due: string;
  readonly fee: number | null;
};

type Completing = {
  readonly nth: number;
  readonly does: 'complete';
  readonly who: Someone;
  readonly code: string;
  readonly due: string;
};

type Lacking = {
  readonly nth: number;
  readonly does: 'lack';
  readonly who: Someone;
  readonly code: string;
  readonly lacks: string;
};

export type Visit = Filing | Fetching | Online | Completing | Lacking;

const [residence, birth, extract, signature, single, marriage, death] = [
  '1.004222',
  '1.001193',
  '2.000635',
  '2.000884',
  '1.004873',
  '1.000894',
  '1.000656',
];
const [change, contract, mediation, marriageAgain, copy, shop] = [
  '1.004859',
  '2.000913',
  '1.012812',
  '1.004746',
  '2.000815',
  '1.001612',
];

/** Same day; two, three, five and seven working days after Wednesday 02/12; and thirty days, whose last is New Year's Day. */
const [today, in2, in3, in5, in7, in30days] = [
  '02/12/2026',
  '04/12/2026',
  '07/12/2026',
  '09/12/2026',
  '11/12/2026',
  '04/01/2027',
];

function file(
  nth: number,
  code: string | undefined,
  who: Someone,
  rest: Omit<Filing, 'nth' | 'does' | 'who' | 'code' | 'arrival'> & { readonly arrival?: Arrival },
): Filing {
  return { nth, does: 'file', code: code ?? '', who, arrival: 'card', ...rest };
}

const someone = (name: string, id: string, kind?: Someone['kind']): Someone =>
  kind === undefined ? { name, id } : { name, id, kind };

export const visits: readonly Visit[] = [
  file(1, residence, someone('NGUYỄN THỊ ĐẶNG ÁNH', '079190000101'), { due: in7, fee: 20_000 }),
  file(2, birth, someone('SÙNG THỊ MỶ', '011195000102'), { due: today, fee: null }),
  file(3, extract, someone('LÒ VĂN ỬNG', '011089000103'), { due: today, fee: 8000 }),
  file(4, signature, someone('K’THỊ BRẾP', '068199000104'), { due: today, fee: 10_000 }),
  file(5, single, someone('H’WEN MLÔ', '066198000105'), { due: in3, fee: null }),
  file(6, marriage, someone('THẠCH SÔ PHI', '084095000106'), { due: today, fee: 0 }),
  file(7, death, someone('DANH THỊ ÚT', '091175000107'), { due: today, fee: null }),
  file(8, change, someone('CHÂU CHẤN ÍCH', '079080000108'), { due: in3, fee: null }),
  file(9, contract, someone('RƠ CHÂM H’PHIK', '064190000109'), { due: in2, fee: 30_000 }),
  file(10, mediation, someone('ĐÀNG NĂNG THỌ', '058070000110'), { due: in30days, fee: 0 }),
  file(11, marriageAgain, someone('BÙI THỊ ƠI', '017188000111'), { due: in5, fee: null }),
  file(12, residence, someone('KSOR Y ƯN', '064092000112'), {
    due: in7,
    fee: 20_000,
    paid: { given: '50000', change: '30.000 đ' },
  }),
  // Two pages, one copy: 2 × 2.000.
  file(13, copy, someone('HOÀNG THỊ ỎN', '004193000113'), { copies: '2', due: today, fee: 4000 }),
  // Three pages, two copies: 2 × (2.000 + 2.000 + 1.000).
  file(14, copy, someone('GIÀNG A CHỨ', '015094000114'), {
    copies: '3x2',
    due: today,
    fee: 10_000,
    paid: { given: '', change: '0 đ' },
  }),
  // A card in three copies and twelve pages in one: 3 × 2.000, and 2 × 2.000 + 10 × 1.000.
  file(15, copy, someone('Y BHĂM ÊBAN', '066070000115'), { copies: 'CCCD 1x3; 12', due: today, fee: 20_000 }),
  file(16, residence, someone('NGUYỄN VĂN ÚT', '079070000116'), { arrival: 'typed', due: in7, fee: 20_000 }),
  file(17, signature, someone('LÂM THỊ PHI ƠL', '096182000117'), { arrival: 'typed', due: today, fee: 10_000 }),
  file(18, birth, someone('TRIỆU MÙI CHẸ', '008191000118'), { arrival: 'typed', due: today, fee: null }),
  file(19, single, someone('LỲ GIÀ XÉ', '012089000119'), { arrival: 'typed', due: in3, fee: null }),
  file(20, copy, someone('CÔNG TY TNHH BÁNH 27', '0312345673', 'business'), {
    arrival: 'typed',
    filer: { ...someone('TRẦN VĂN BÌNH', '079085000120'), by: 'second-card' },
    copies: '2',
    due: today,
    fee: 4000,
  }),
  file(21, signature, someone('HỢP TÁC XÃ CƠ TU ZUÔIH', '0301234562', 'business'), {
    arrival: 'typed',
    filer: { ...someone('ZƠ RÂM NHỨT', '049088000121'), by: 'second-card' },
    due: today,
    fee: 10_000,
  }),
  file(22, shop, someone('HỘ KINH DOANH H’BƠM', '066190000122', 'household-business'), {
    arrival: 'typed',
    filer: { ...someone('KPĂ H’BƠM', '066190000222'), by: 'second-card' },
    due: in3,
    fee: null,
  }),
  file(23, single, someone('HỒ VĂN XÔN', '045090000123'), {
    filer: { ...someone('HỒ THỊ RẺ', '045192000223'), by: 'second-card' },
    due: in3,
    fee: null,
  }),
  file(24, residence, someone('VI VĂN CÚN', '040060000124'), {
    filer: { ...someone('VI THỊ LẢ', '040195000224'), by: 'first-card' },
    due: in7,
    fee: 20_000,
  }),
  file(25, extract, someone('LÊ GIA BẢO ƯƠNG', '079220000125'), {
    arrival: 'typed',
    filer: { ...someone('LÊ QUỐC CƯỜNG', '079072000225'), by: 'typed' },
    due: today,
    fee: 8000,
  }),
  file(26, single, someone('QUÁCH THỊ ĐƠ', '017196000126'), {
    filer: { ...someone('QUÁCH CÔNG LỊCH', '017065000226'), by: 'typed' },
    due: in3,
    fee: null,
  }),
  file(27, single, someone('TÔ NGỌC VÂN', '079177000127'), {
    arrival: 'typed',
    parcel: 'EA123456785VN',
    posted: true,
    due: in3,
    fee: null,
  }),
  file(28, extract, someone('ĐIỂU K’RÁI', '070068000128'), {
    arrival: 'typed',
    parcel: 'EB987654321VN',
    posted: true,
    due: today,
    fee: 8000,
  }),
  file(29, signature, someone('PHẠM GIA HUY', '079099000129'), { posted: true, due: today, fee: 10_000 }),
  {
    nth: 30,
    does: 'online',
    who: someone('TRẦN THỊ MỘNG', '079190000130'),
    code: residence ?? '',
    portalNumber: 'G22.99.08-261202-000030',
    due: in7,
    fee: 10_000,
  },
  {
    nth: 31,
    does: 'online',
    who: someone('A VIẾT ĐƠM', '062091000131'),
    code: birth ?? '',
    portalNumber: 'G22.99.08-261202-000031',
    due: today,
    fee: 0,
  },
  { nth: 32, does: 'complete', who: someone('ĐINH THỊ NÚP', '064185000132'), code: residence ?? '', due: in7 },
  {
    nth: 33,
    does: 'lack',
    who: someone('NÔNG THỊ ỌI', '004194000133'),
    code: birth ?? '',
    lacks: 'Giấy chứng sinh bản chính',
  },
  {
    nth: 34,
    does: 'fetch',
    who: someone('SÙNG A PÁO', '011085000134'),
    code: single ?? '',
    receivedOn: '2026-11-25',
    finishedOn: '2026-11-30',
    way: 'receipt',
    receiver: 'SÙNG A PÁO',
  },
  {
    nth: 35,
    does: 'fetch',
    who: someone('LÒ THỊ MAI', '011188000135'),
    code: single ?? '',
    receivedOn: '2026-11-25',
    finishedOn: '2026-11-30',
    way: 'card',
    receiver: 'LÒ THỊ MAI',
  },
  {
    nth: 36,
    does: 'fetch',
    who: someone('K’BRẾU', '068090000136'),
    code: single ?? '',
    receivedOn: '2026-11-25',
    finishedOn: '2026-11-30',
    way: 'proxy',
    taker: someone('H’HEN NIÊ', '066199000236'),
    receiver: 'H’HEN NIÊ',
  },
  {
    nth: 37,
    does: 'fetch',
    who: someone('HỘ KINH DOANH SÓC KHA', '091080000137', 'household-business'),
    code: shop ?? '',
    receivedOn: '2026-11-25',
    finishedOn: '2026-11-30',
    way: 'human-of-company',
    taker: someone('CHÂU SÓC KHA', '091080000237'),
    receiver: 'CHÂU SÓC KHA',
  },
  {
    nth: 38,
    does: 'fetch',
    who: someone('NGUYỄN HOÀI ƯƠNG', '079185000138'),
    code: signature ?? '',
    receivedOn: '2026-12-01',
    finishedOn: '2026-12-01',
    way: 'pays-first',
    receiver: 'NGUYỄN HOÀI ƯƠNG',
  },
  {
    nth: 39,
    does: 'fetch',
    who: someone('THẠCH THỊ SA RI', '084187000139'),
    code: residence ?? '',
    receivedOn: '2026-11-30',
    finishedOn: '2026-12-01',
    way: 'unpaid-with-reason',
    early: true,
    receiver: 'THẠCH THỊ SA RI',
  },
  file(40, single, someone('PHẠM THỊ OANH', '079191000140'), { corrected: 'PHẠM THỊ HOÀNG OANH', due: in3, fee: null }),
];

/** The order in which they come: by a seed, so that what one leaves behind meets another each time it is changed. */
export function inOrder(seed: number): readonly Visit[] {
  const order = [...visits];
  let state = seed;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] as Visit, order[last] as Visit];
  }
  return order;
}
