import type { CalendarDay, FeeRule, Incentive } from '../../../contract/catalogue/lists.ts';
import type { PackKind, PackProblem } from '../../../contract/catalogue/data-pack.ts';
import { type DaySessions, type WeekHours, weekdayNames } from '../../../contract/common/office/hours.ts';
import type { ProcessStep } from '../../../contract/routing/process.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import { formatDong } from '../../../domain/base/dong.ts';
import { termText } from '../../../domain/deadline/explanation.ts';

/** What a pack says and what holds, in the words of an office: both sides of a difference. */

export function dayText(day: CalendarDay | undefined): string {
  if (day === undefined) return 'ngày thường';
  return `${day.kind === 'swap-work' ? 'đi làm bù' : 'nghỉ'}: ${day.name}`;
}

export function daySessionsText(sessions: DaySessions | null | undefined): string {
  if (sessions === undefined || sessions === null) return '';
  return sessions.length === 0 ? 'nghỉ' : sessions.map(({ start, end }) => `${start}–${end}`).join(', ');
}

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;

/** Weekdays of the same hours together: «T2–T6 07:30–11:30; T7 nghỉ». */
export function weekText(week: WeekHours | undefined): string {
  if (week === undefined) return '';
  const runs: { from: number; to: number; text: string }[] = [];
  for (const [at, name] of weekdayNames.entries()) {
    const text = daySessionsText(week.week[name]);
    const last = runs.at(-1);
    if (last?.text === text) last.to = at;
    else runs.push({ from: at, to: at, text });
  }
  return runs.map(({ from, to, text }) => `${weekdays[from]}${to > from ? `–${weekdays[to]}` : ''} ${text}`).join('; ');
}

const roles: Readonly<Record<ProcessStep['role'], string>> = {
  clerk: 'một cửa',
  officer: 'xử lý',
  supervisor: 'lãnh đạo',
};

export function stepsText(steps: readonly ProcessStep[] | undefined): string {
  return (steps ?? [])
    .map(({ name, role, time }) => `${name} (${roles[role]}${time === null ? '' : `, ${termText(time, 'vi')}`})`)
    .join(' → ');
}

export function feesText(rules: readonly FeeRule[]): string {
  return rules.map((rule) => `${rule.name}: ${amountText(rule)}${windowText(rule.from, rule.until)}`).join('; ');
}

function dong(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? 'chưa rõ' : formatDong(amount);
}

function amountText(rule: FeeRule): string {
  switch (rule.kind) {
    case 'flat':
      return `${dong(rule.amount)}${rule.perSet === true ? ' mỗi bộ' : ''}`;
    case 'per-channel':
      return [
        `trực tiếp ${dong(rule.direct)}`,
        ...(rule.online === undefined ? [] : [`trực tuyến ${dong(rule.online)}`]),
        ...(rule.post === undefined ? [] : [`bưu chính ${dong(rule.post)}`]),
      ].join(', ');
    case 'per-page':
      return `${rule.firstPages} trang đầu ${dong(rule.first)} mỗi trang, sau đó ${dong(rule.then)}, nhiều nhất ${dong(rule.most)} mỗi bản`;
    case 'per-copy':
      return `${dong(rule.amount)} mỗi bản`;
    case 'zero-online':
      return `trực tuyến 0 đồng, trực tiếp ${dong(rule.direct)}`;
  }
}

function windowText(from: string | undefined | null, until: string | undefined | null): string {
  const parts = [
    ...(typeof from === 'string' ? [`từ ${dateText(from)}`] : []),
    ...(typeof until === 'string' ? [`đến ${dateText(until)}`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(' ')})`;
}

export function incentiveText({ percentOff, basis, fees, from, until }: Incentive): string {
  return `giảm ${percentOff} % (${fees.join(', ')}), ${basis}${windowText(from, until)}`;
}

/** What of a pack is left out or to be looked at, with what to do. `{what}` is what it meets. */
const problems = {
  'day-before': [
    'Ngày này ở trước ngày áp dụng của gói: bỏ lại.',
    'This day is before the pack’s own: it is left out.',
  ],
  'year-thin': [
    'Năm {what} sẽ còn quá ít ngày nghỉ (dưới 10): lịch năm ấy giữ nguyên. Xin nơi phát hành gói đủ ngày nghỉ của năm.',
    'The year {what} would have too few days off (under 10): its days stay as they are. Ask the publisher for a pack with all of them.',
  ],
  'week-thin': [
    'Giờ làm việc của {what} còn dưới 20 giờ từ thứ Hai đến thứ Bảy: người dân khó đến, ngày hẹn rơi vào giờ lạ. Hỏi nơi phát hành trước khi đưa vào.',
    'In {what} fewer than 20 hours from Monday to Saturday are left: people can hardly come, and promises fall into strange hours. Ask the publisher before taking it.',
  ],
  'holiday-worked': [
    'Ngày này luật cho nghỉ ({what}), gói lại cho làm việc: xem căn cứ trước khi đưa vào.',
    'The law makes this day a holiday ({what}), and the pack has it worked: look at its ground before taking it.',
  ],
  'fee-apart': [
    'Số tiền {what} không phải mức nào trong quy tắc thu: phần mềm thu theo quy tắc. Hỏi nơi phát hành trước khi đưa vào.',
    'The amount {what} is that of no rule: money is counted by the rules. Ask the publisher before taking it.',
  ],
  'kept-by-hand': [
    'Đơn vị đã tự đặt ({what}): giữ theo đơn vị, phần này của gói bỏ lại.',
    'This office set it by hand ({what}), which is kept; this part of the pack is left out.',
  ],
  'procedure-unknown': [
    'Danh mục không có thủ tục này: bỏ lại.',
    'The catalogue has no such procedure: it is left out.',
  ],
  'incentive-known': [
    'Phần mềm đã có ưu đãi mang tên này: giữ bản đang có.',
    'The program has an incentive of this name, which is kept.',
  ],
  'term-longer': [
    'Thời hạn {what} dài hơn thời hạn luật định trong danh mục: xem căn cứ trước khi đưa vào.',
    'The limit {what} is longer than the lawful one of the catalogue: look at its ground before taking it.',
  ],
  'form-broken': [
    'Mẫu giấy này không in được ({what}): bỏ lại, giữ mẫu đang dùng.',
    'This form cannot be printed ({what}): it is left out, and the one in use stays.',
  ],
  'form-of-computer': [
    'Máy này có tệp mẫu riêng (thư mục forms) đứng trên gói: bỏ tệp ấy đi nếu muốn dùng mẫu của gói.',
    'This computer has a file of its own (folder forms) that stands over the pack: take it away to use the pack’s.',
  ],
  'process-unfit': [
    'Các bước không thành quy trình ({what}): bỏ lại.',
    'The steps are no process ({what}): they are left out.',
  ],
  'process-too-long': [
    'Các bước cộng lại dài hơn thời hạn ngắn nhất của thủ tục: bỏ lại.',
    'The steps together are longer than the procedure’s shortest limit: they are left out.',
  ],
  'frame-too-long': [
    'Các bước của khung cộng lại dài hơn thời hạn của mọi thủ tục sẽ theo khung này, {what}: bỏ lại, các thủ tục ấy giữ khung của phần mềm.',
    'The steps of the frame together are longer than the limit of every procedure that would go by it, {what}: it is left out, and they keep the program’s frame.',
  ],
  'frame-too-long-for': [
    'Các bước của khung cộng lại dài hơn thời hạn của {what}: các thủ tục ấy giữ khung của phần mềm, các thủ tục khác theo khung này.',
    'The steps of the frame together are longer than the limit of {what}: those keep the program’s frame, the others go by this one.',
  ],
  'frame-unfit': [
    'Khung dùng chung cho mọi thời hạn chỉ có một: khung này bỏ lại.',
    'There is one frame for all limits, always and once: this one is left out.',
  ],
  'setting-later': ['Cài đặt có hiệu lực từ 0 giờ ngày {what}.', 'Settings hold from midnight of {what} on.'],
} as const satisfies Readonly<Record<string, readonly [vi: string, en: string]>>;
export type PackProblemKind = keyof typeof problems;

const notLeft: ReadonlySet<PackProblemKind> = new Set([
  'term-longer',
  'week-thin',
  'holiday-worked',
  'fee-apart',
  'frame-too-long-for',
  'setting-later',
]);

export function packProblem(
  kind: PackKind,
  key: string,
  what: PackProblemKind,
  met: readonly [vi: string, en: string] | string = '',
): PackProblem {
  const [metVi, metEn] = (typeof met === 'string' ? [met, met] : met).map((text) => text.slice(0, 200)) as [
    string,
    string,
  ];
  const [vi, en] = problems[what];
  return {
    kind,
    key,
    what,
    left: !notLeft.has(what),
    text: vi.replace('{what}', () => metVi),
    textEn: en.replace('{what}', () => metEn),
  };
}
