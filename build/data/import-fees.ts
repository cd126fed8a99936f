import type { FeeRule } from '../../electron/contract/catalogue/lists.ts';
import { hoChiMinhCity } from '../../electron/domain/catalogue/catalogue.ts';

/** Fee rules the sources support: the circulars named here and the portal's fee notes. An amount no source gives is null here, never 0. */

/** Circular 226/2016, Article 4: 2 000 a page, 1 000 from the third, at most 200 000 a copy; pages of the original. */
const certifiedCopy: FeeRule = {
  kind: 'per-page',
  name: 'Phí chứng thực bản sao',
  first: 2000,
  firstPages: 2,
  then: 1000,
  most: 200_000,
  source: 'TT 226/2016/TT-BTC Điều 4',
};

function perChannel(name: string, direct: number, online: number): FeeRule {
  return { kind: 'per-channel', name, direct, online, source: 'TT 75/2022/TT-BTC, sửa bởi TT 71/2025/TT-BTC' };
}

/** Circular 226/2016, Article 4: by the case, which is one paper with one or more signatures on it. */
const certifiedSignature: FeeRule = {
  kind: 'flat',
  name: 'Phí chứng thực',
  amount: 10_000,
  perSet: true,
  source: 'TT 226/2016/TT-BTC Điều 4',
};

const byCode: Readonly<Record<string, readonly FeeRule[]>> = {
  '2.000815': [certifiedCopy],
  '2.000942': [certifiedCopy],
  '2.000884': [certifiedSignature],
  '2.000992': [certifiedSignature],
  '2.001008': [certifiedSignature],
  '2.000635': [
    { kind: 'per-copy', name: 'Phí cấp bản sao trích lục hộ tịch', amount: 8000, source: 'TT 281/2016/TT-BTC' },
  ],
  '2.002516': [{ kind: 'per-copy', name: 'Phí xác nhận thông tin hộ tịch', amount: 8000 }],
  '1.004222': [perChannel('Lệ phí đăng ký thường trú', 20_000, 10_000)],
  '1.004194': [perChannel('Lệ phí đăng ký tạm trú', 15_000, 7000)],
  '1.002755': [perChannel('Lệ phí gia hạn tạm trú', 15_000, 7000)],
  '1.010038': [perChannel('Lệ phí tách hộ', 10_000, 5000)],
};

const names: Readonly<Record<string, string>> = {
  'Hộ tịch': 'Lệ phí hộ tịch',
  'Chứng thực': 'Phí chứng thực',
  'Cư trú': 'Lệ phí đăng ký cư trú',
  'Nuôi con nuôi': 'Lệ phí đăng ký nuôi con nuôi',
  'Đất đai': 'Lệ phí đất đai',
  'Hộ kinh doanh': 'Lệ phí đăng ký hộ kinh doanh',
};
const sources: Readonly<Record<string, string>> = { 'Chứng thực': 'TT 226/2016/TT-BTC Điều 4' };

/** Resolution 411 sets five filing fees of Ho Chi Minh City to 0 đồng online; the source notes each procedure it covers. */
const zeroOnline = 'nộp trực tuyến = 0 đồng (NQ 411';

/** Free by Luật Hộ tịch 2014 Điều 11 k1 to its last day; Luật Hộ tịch 2026 Điều 12 exempts nobody, and what the city takes then is its own. */
const freeUntilNewLaw = 'Miễn: Luật Hộ tịch 2014 Điều 11 k1b';
const lastDayOfOldLaw = '2027-02-28';
const firstDayOfNewLaw = '2027-03-01';

export function feeRulesOf(
  code: string,
  field: string,
  fee: { amount: number | null; note: string },
): readonly FeeRule[] {
  const known = byCode[code];
  if (known !== undefined) return known;
  const online = (name: string) =>
    ({ kind: 'zero-online', name, province: hoChiMinhCity, source: 'NQ 411/NQ-HĐND (29/9/2025)' }) as const;
  if (fee.note.startsWith(freeUntilNewLaw))
    return [
      {
        kind: 'flat',
        name: 'Lệ phí hộ tịch',
        amount: 0,
        source: 'Luật Hộ tịch 2014 Điều 11 k1b',
        until: lastDayOfOldLaw,
      },
      { ...online('Lệ phí hộ tịch'), from: firstDayOfNewLaw },
    ];
  const building = field === 'Xây dựng' && fee.note.includes(zeroOnline) ? 'Lệ phí cấp giấy phép xây dựng' : undefined;
  const name = names[field] ?? building ?? 'Phí, lệ phí';
  if (fee.note.includes(zeroOnline)) return [online(name)];
  const source = fee.amount === 0 ? undefined : sources[field];
  return [{ kind: 'flat', name, amount: fee.amount, ...(source === undefined ? {} : { source }) }];
}
