import { readFileSync } from 'node:fs';
import type { MoreProcedure, Procedure } from '../../electron/contract/catalogue/lists.ts';
import { paperName } from '../../electron/domain/catalogue/components.ts';

/**
 * What a list of the whole ward's procedures gives, in the catalogue's own shape: names, papers, terms and fees as the portal and decisions
 * have them, which nobody read in the law. What such a list is unsure of is left out, and said to the office as a doubt: a term that differs
 * by channel or case, a fee of 0 that may be an empty field. Pure: the same input gives the same lines.
 */
type RawMore = {
  code: string;
  name: string;
  field: string;
  authority: string | null;
  components:
    | { name: string; short: string; case?: string; originals: number; copies: number; truncated?: boolean }[]
    | null;
  processingTime: {
    value: number | null;
    unit: string | null;
    note: string | null;
    unitVerified: boolean;
    sameDayCutoff?: string;
  } | null;
  fee: { amount: number | null; note: string | null } | null;
  legalBasis: string[];
  result: string | null;
  online: 'full' | 'partial' | 'none' | null;
  sourceKey: string;
  sourceDate: string;
  flags: string[];
  scopeNote: string | null;
  supersededBy: string | null;
  status: string;
  nameOnly: boolean;
  announcement: string | null;
};

export type RawMoreList = { retrieved: string; sourceKeys: Record<string, string>; procedures: RawMore[] };

const standings: Readonly<Record<string, MoreProcedure['standing']>> = {
  current: 'current',
  superseded: 'superseded',
  unconfirmed: 'unconfirmed',
  'not-in-oct-2026': 'not-listed',
  internal: 'internal',
  repealed: 'repealed',
};

const cleaned = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export function importMore(raw: RawMoreList): MoreProcedure[] {
  const named = new Map(raw.procedures.map(({ code, name }) => [code, cleaned(name)]));
  return raw.procedures.map((one) => {
    const standing = standings[one.status];
    if (standing === undefined) throw new Error(`${one.code}: no standing «${one.status}»`);
    return { standing, procedure: procedureOf(one, named) };
  });
}

function procedureOf(raw: RawMore, named: ReadonlyMap<string, string>): Procedure {
  const authority = agencyOf(raw.authority);
  const term = termOf(raw);
  const note = cleaned(raw.processingTime?.note ?? '');
  return {
    code: raw.code,
    name: cleaned(raw.name),
    field: cleaned(raw.field),
    authority,
    decidingAgency: authority,
    onlineLevel: raw.online,
    onlineOnly: null,
    resultAway: null,
    successor:
      raw.supersededBy === null
        ? null
        : {
            code: raw.supersededBy,
            from: null,
            inferred: true,
            note: `Đã có mã mới «${named.get(raw.supersededBy) ?? raw.supersededBy}»; suy từ tên và văn bản.`,
          },
    terms: term === null ? [] : [term],
    noTerm: term === null ? whyNoTerm(raw) : null,
    // Notes of the portal stand among the doubts, for the office: a citizen's paper says what is certain.
    termNote: '',
    supplement: null,
    fee: feeOf(raw),
    feeRules: feeRulesOf(raw),
    result: cleaned(raw.result ?? ''),
    legalBasis: raw.legalBasis.map(cleaned).filter((text) => text !== ''),
    verification: { status: 'one-source', sources: [`${raw.sourceKey} (${raw.sourceDate})`] },
    verified: null,
    doubts: [...doubtsOf(raw), ...(note === '' ? [] : [`thời hạn ở nguồn: ${note}`]), ...feeDoubt(raw)],
    components: (raw.components ?? []).filter(isPaper).map((paper) => {
      const name = cleaned(paper.name);
      const heading = cleaned((paper.case ?? '').replace(/^[*\-+\s]+/u, ''));
      const short = paperName({ name, short: '' });
      return {
        name,
        short: short === '' ? name : short,
        kind: /xuất trình/iu.test(heading) ? ('shown' as const) : ('received' as const),
        ...(heading === '' ? {} : { case: heading }),
        originals: Math.min(paper.originals, 99),
        copies: Math.min(paper.copies, 99),
        ...(paper.truncated === true ? { truncated: true as const } : {}),
      };
    }),
  };
}

/** Rows of the portal that are notes to who files, and no paper. */
function isPaper({ name, case: heading = '' }: { readonly name: string; readonly case?: string }): boolean {
  return (
    !/^[-+*\s]*(lưu ý|ngoài (các )?giấy tờ|người ủy quyền và người|giá trị sử dụng của)/iu.test(cleaned(name)) &&
    !/^[-+*\s]*lưu ý/iu.test(heading)
  );
}

/** The office's own committee and police by the words that the rest of the catalogue has for them. */
function agencyOf(said: string | null): string {
  const text = cleaned(said ?? '');
  if (text === '') return ownCommittee;
  if (/^(chủ tịch )?(ủy|uỷ) ban nhân dân (cấp )?xã(, phường, thị trấn)?\.?$/iu.test(text)) return ownCommittee;
  if (/^chủ tịch ubnd cấp xã$/iu.test(text)) return 'Chủ tịch UBND cấp xã';
  if (/^công an cấp xã$/iu.test(text)) return 'Công an cấp xã';
  return text;
}
const ownCommittee = 'UBND cấp xã';

const differs = 'term-differs-by-channel';

function termOf({ processingTime, flags }: RawMore): Procedure['terms'][number] | null {
  if (processingTime === null || processingTime.value === null || flags.includes(differs)) return null;
  const { value, unit, sameDayCutoff } = processingTime;
  if (value < 1 || (unit !== 'working-day' && unit !== 'day' && unit !== 'hour')) return null;
  const isSameDay = sameDayCutoff === '15:00' && value === 1;
  return {
    key: 'usual',
    words: 'Thông thường',
    value,
    unit: isSameDay ? 'same-day' : unit,
    ...(isSameDay ? { rule: 'after-15h' as const } : {}),
    article: '',
    from: null,
    until: null,
    chosen: 'reception',
    needs: null,
    grade: 'B',
    readOn: null,
    readBy: '',
  };
}

function whyNoTerm({ nameOnly, processingTime, flags }: RawMore): string {
  if (nameOnly) return 'Danh mục mới có mã và tên.';
  if (flags.includes(differs)) return 'Cổng ghi thời hạn khác nhau theo kênh hoặc trường hợp.';
  if (processingTime === null) return 'Nguồn không ghi thời hạn.';
  return 'Cổng không ghi thời hạn bằng số ngày.';
}

/** What the portal says is free may be a field that nobody filled in: never 0 here, and what is posted counts. */
function feeOf({ fee }: RawMore): Procedure['fee'] {
  return { amount: isOneAmount(fee) ? fee.amount : null, note: '' };
}

function feeDoubt({ fee }: RawMore): string[] {
  const note = cleaned(fee?.note ?? '').replace(/^DVCQG: miễn phí\.?/, '');
  return note.trim() === '' ? [] : [`mức thu ở nguồn: ${note.trim()}`];
}

/** One amount for a group of amounts is none: the note says by what they differ. */
function isOneAmount(fee: RawMore['fee']): fee is { readonly amount: number; readonly note: string | null } {
  return fee !== null && fee.amount !== null && fee.amount > 0 && !manyAmounts(fee.note ?? '');
}

function feeRulesOf({ fee }: RawMore): Procedure['feeRules'] {
  return [{ kind: 'flat', name: 'Phí, lệ phí', amount: isOneAmount(fee) ? fee.amount : null }];
}

function manyAmounts(note: string): boolean {
  return new Set(note.match(/\d{1,3}(?:\.\d{3})+/g) ?? []).size > 1;
}

const told: readonly (readonly [RegExp, string])[] = [
  [/^term-differs-by-channel$/, 'cổng ghi thời hạn khác nhau theo kênh hoặc trường hợp; xem ghi chú thời hạn.'],
  [/^fee-local$/, 'mức thu do Hội đồng nhân dân cấp tỉnh quy định: chưa tìm được.'],
  [/^hcmc-online-0$/, 'TP.HCM: nộp trực tuyến 0 đồng (NQ 411/NQ-HĐND), chưa đối chiếu với thủ tục này.'],
  [/^components-partial$/, 'thành phần hồ sơ mới đọc được một phần.'],
  [/^unit-not-given$/, 'cổng không ghi đơn vị của thời hạn.'],
  [/^level-differs$/, 'các nguồn ghi cấp giải quyết khác nhau.'],
  [/^border-guard-not-ward-centre$/, 'do Bộ đội Biên phòng tiếp nhận, không phải Trung tâm cấp xã.'],
  [/^name-shortened-in-notes/, 'tên chép rút gọn: đối chiếu tên đầy đủ trước khi dùng.'],
  [/^name-typo-in-source/, 'tên ở nguồn có lỗi chép.'],
  [/^fee-typo-on-portal$/, 'mức thu trên cổng có lỗi chép.'],
  [/^hcmc-uses:(\S+)$/, 'TP.HCM dùng mã đặc thù $1.'],
];

function doubtsOf({ flags, scopeNote, fee, authority, nameOnly }: RawMore): string[] {
  const fromFlags = flags.flatMap((flag) => {
    const found = told.find(([pattern]) => pattern.test(flag));
    return found === undefined ? [] : [flag.replace(found[0], found[1])];
  });
  return [
    ...(nameOnly ? ['mới có mã và tên; thành phần, thời hạn, mức thu ghi khi tiếp nhận.'] : []),
    ...fromFlags,
    ...(fee?.amount === 0 ? ['cổng ghi lệ phí 0 đồng: chưa xác minh, có thể là ô mặc định.'] : []),
    ...(authority === null ? ['nguồn không ghi cơ quan quyết định; tạm ghi UBND cấp xã.'] : []),
    ...(scopeNote === null ? [] : [cleaned(scopeNote)]),
  ];
}

export function readMore(file: string): RawMoreList {
  return JSON.parse(readFileSync(file, 'utf8')) as RawMoreList;
}
