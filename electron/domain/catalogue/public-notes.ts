import type { FeeRule, Incentive, Procedure } from '../../contract/catalogue/lists.ts';
import { formatDong } from '../base/dong.ts';

/** What a citizen is told of a procedure (NĐ 118/2025 Điều 16): the law and the posted amounts, and nothing that the list says to its readers. */

/** Words by which the list speaks to the office: what was not found, who wrote what, how it was read. */
const ofOurs =
  /DVCQG|chưa (tìm|xác minh|đối chiếu|kiểm)|không điền|không ghi|không công bố|lấy (từ|theo)|hiểu là|suy từ|đơn vị "khác"|ở ô|theo trình tự thực hiện|^như \d|kênh khác/iu;

/** A note of the list without the sentences that are for the office alone: a sentence that says anything of ours is left out whole. */
export function publicNote(note: string): string {
  return note
    .split(/(?<=\.)\s+/u)
    .filter((sentence) => !ofOurs.test(sentence.trim()))
    .join(' ')
    .trim();
}

/** Each fee by its rule, in words; then what the law takes off it. An amount nobody found is left to what is posted. */
export function feesTold(
  { code, feeRules }: Pick<Procedure, 'code' | 'feeRules'>,
  incentives: readonly Incentive[],
): string[] {
  if (feeRules.every((rule) => rule.kind === 'flat' && rule.amount === 0)) return ['không thu'];
  return feeRules.map((rule) => {
    const free = incentives.filter(
      ({ fees, procedures }) => fees.includes(rule.name) && (procedures === undefined || procedures.includes(code)),
    );
    const less = [
      ...new Set(free.filter(({ id }) => !repeats(rule, id)).map(({ name, basis }) => `${name} (${basis})`)),
    ];
    const source = rule.source === undefined ? '' : ` (${rule.source})`;
    return [`${rule.name}: ${amountTold(rule)}${source}`, ...less].join('; ');
  });
}

/** An incentive that says what the rule says already: the five fees that are 0 online. */
function repeats(rule: FeeRule, id: string): boolean {
  return rule.kind === 'zero-online' && id.startsWith('nq411');
}

const posted = 'theo mức niêm yết tại Trung tâm';

function amountTold(rule: FeeRule): string {
  switch (rule.kind) {
    case 'flat':
      return `${dongOr(rule.amount)}${rule.perSet && rule.amount !== null ? ' một trường hợp' : ''}`;
    case 'per-copy':
      return `${formatDong(rule.amount)} một bản`;
    case 'per-page':
      return `${formatDong(rule.first)} một trang, từ trang thứ ${rule.firstPages + 1} ${formatDong(rule.then)} một trang, tối đa ${formatDong(rule.most)} một bản; tính theo trang của bản chính`;
    case 'per-channel':
      return `nộp trực tiếp ${dongOr(rule.direct)}${rule.online === undefined ? '' : `, nộp trực tuyến ${dongOr(rule.online)}`}`;
    case 'zero-online':
      return `nộp trực tuyến 0 đồng, nộp trực tiếp hoặc qua bưu chính ${dongOr(rule.direct ?? null)}`;
  }
}

function dongOr(amount: number | null): string {
  return amount === null ? posted : formatDong(amount);
}
