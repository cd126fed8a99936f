import { z } from 'zod';
import { backupFaults } from '../safety/backup/faults.ts';
import { caseFaults } from '../counter/case/faults.ts';
import { certificationFaults } from '../counter/certification/faults.ts';
import { catalogueFaults } from '../catalogue/faults.ts';
import { cityFaults } from '../centre/city/faults.ts';
import { hubFaults } from '../centre/hub/faults.ts';
import { intakeFaults } from '../counter/intake/faults.ts';
import { kitFaults } from '../counter/kit/faults.ts';
import { moneyFaults } from '../counter/money/faults.ts';
import { officeFaults } from '../common/office/faults.ts';
import { personFaults } from '../common/person/faults.ts';
import { petitionFaults } from '../counter/petition/faults.ts';
import { privacyFaults } from '../safety/privacy/faults.ts';
import { printingFaults } from '../common/printing/faults.ts';
import { reportFaults } from '../books/report/faults.ts';
import { routingFaults } from '../routing/faults.ts';

/**
 * Every failure the desk expects, its data, and the sentence a clerk reads, in Vietnamese and in English.
 * `{name}` in a sentence is replaced by the field of that name in the data. A sentence says what to do next.
 */
type FaultText = { readonly data: z.ZodObject; readonly status: number; readonly vi: string; readonly en: string };

const none = z.object({});

export const faultTable = {
  'input-invalid': {
    status: 400,
    /** `message` is the contract's own word where it has one (contract/base/input-issues.ts). */
    data: z.object({
      issues: z.array(
        z.object({ path: z.string(), message: z.string(), vi: z.string().optional(), en: z.string().optional() }),
      ),
    }),
    vi: 'Thông tin nhập chưa đúng. Xem các ô được đánh dấu rồi nhập lại.',
    en: 'Some of what was entered is not right. Check the marked fields and enter them again.',
  },
  'call-unknown': {
    status: 404,
    data: z.object({ name: z.string() }),
    vi: 'Không có lệnh «{name}». Chạy «calls» để xem danh sách lệnh.',
    en: 'There is no call named “{name}”. Run “calls” for the list.',
  },
  'sign-in-required': {
    status: 401,
    data: none,
    vi: 'Cần đăng nhập trước khi làm việc này.',
    en: 'Sign in first.',
  },
  'session-expired': {
    status: 401,
    data: none,
    vi: 'Phiên làm việc đã khóa. Đăng nhập lại; những gì đã nhập vẫn còn.',
    en: 'The session was locked. Sign in again; what you typed is kept.',
  },
  forbidden: {
    status: 403,
    data: z.object({ role: z.string() }),
    vi: 'Tài khoản này không có quyền làm việc này (cần quyền: {role}).',
    en: 'This account may not do that (it needs the role: {role}).',
  },
  unexpected: {
    status: 500,
    data: z.object({ ref: z.string() }),
    vi: 'Có lỗi ngoài dự kiến, chưa có gì thay đổi. Báo mã {ref} cho bộ phận kỹ thuật.',
    en: 'Something unexpected went wrong and nothing was changed. Give reference {ref} to IT.',
  },
  'disk-full': {
    status: 507,
    data: none,
    vi: 'Ổ đĩa đã đầy nên chưa lưu được. Giải phóng dung lượng rồi thử lại; nội dung đã nhập vẫn còn.',
    en: 'The disk is full, so nothing was saved. Free some space and try again; what you typed is kept.',
  },
  'request-id-reused': {
    status: 409,
    data: none,
    vi: 'Yêu cầu này đã được ghi trước đó với nội dung khác, nên lần này chưa ghi gì. Tìm việc đã ghi trước, rồi làm lại từ màn hình mới.',
    en: 'This request was recorded before with other content, so nothing was recorded now. Look for what was recorded, then begin anew from a fresh screen.',
  },
  ...officeFaults,
  ...personFaults,
  ...catalogueFaults,
  ...caseFaults,
  ...certificationFaults,
  ...moneyFaults,
  ...routingFaults,
  ...cityFaults,
  ...hubFaults,
  ...intakeFaults,
  ...kitFaults,
  ...reportFaults,
  ...petitionFaults,
  ...privacyFaults,
  ...printingFaults,
  ...backupFaults,
} as const satisfies Record<string, FaultText>;

export type FaultCode = keyof typeof faultTable;
export type FaultData<C extends FaultCode> = z.infer<(typeof faultTable)[C]['data']>;

/** An expected failure as a value. Domain and store return it; the desk hands it to the caller; nobody throws it. */
export type Fault<C extends FaultCode = FaultCode> = C extends FaultCode
  ? { readonly fault: C; readonly data: FaultData<C> }
  : never;

export function fault<C extends FaultCode>(code: C, data: FaultData<C>): Fault<C> {
  return { fault: code, data } as Fault<C>;
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'fault' in value && 'data' in value;
}

export type Language = 'vi' | 'en';

/** The sentence for a fault. What the data does not hold stays visible as `{name}`, so a gap is seen and not hidden. */
export function faultSentence(code: FaultCode, data: Record<string, unknown>, language: Language): string {
  return filled(code, data, language).replace(/\d{4,}(?= đồng)/g, (amount) => amount.replace(/\B(?=(\d{3})+$)/g, '.'));
}

function filled(code: FaultCode, data: Record<string, unknown>, language: Language): string {
  // A reason may be a sentence of its own, with its full stop: the sentence it stands in has one too.
  return faultTable[code][language].replace(/\{(\w+)\}(\.?)/g, (hole, name: string, stop: string) => {
    if (!(name in data)) return hole;
    const words = inWords(data[name]);
    return words.endsWith('.') ? words : `${words}${stop}`;
  });
}

/** As a person reads it: days as 30/11/2026, times as 10:00 30/11/2026. */
function inWords(value: unknown): string {
  const text = String(value);
  const moment = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)\S*)?$/.exec(text);
  if (moment === null) return text;
  const [, year, month, day, time] = moment;
  return `${time === undefined ? '' : `${time} `}${day}/${month}/${year}`;
}

/** Both languages in one line, for the command line and the log, where an amount is read by programs and has no dots. */
export function faultMessage(code: FaultCode, data: Record<string, unknown>): string {
  return `${filled(code, data, 'vi')} | ${filled(code, data, 'en')}`;
}
