import { confirmationTexts } from '../../../../contract/counter/case/confirm.ts';
import { timeDateText } from '../../../../domain/base/civil-time.ts';
import { foldCase } from '../../../../domain/counter/case/state.ts';
import { stopReasonText, unsupplemented } from '../../../../domain/counter/case/supplement.ts';
import type { SupplementRule } from '../../../../contract/catalogue/lists.ts';
import type { CaseAction } from '../../../../domain/entries/case.ts';
import type { QuaTrinhData } from '../../../../paper/forms/data.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { supplementRuleOf } from '../../../catalogue/adopted.ts';
import { caseStatuses } from '../../../../contract/base/case-status.ts';
import { type CaseMaker, caseOnPaper } from './case-facts.ts';

const hows: Readonly<Record<string, string>> = {
  phone: 'điện thoại',
  sms: 'tin nhắn',
  email: 'thư điện tử',
  zalo: 'Zalo',
  'in-person': 'báo tại quầy',
};

const identities = {
  'account-seen': 'đã có',
  'account-created': 'đã tạo tài khoản mức độ 01',
  'no-account': 'chưa có',
} as const;

/** What an action did, as a sheet on paper says it. */
export function whatWasDone(action: CaseAction, rule: SupplementRule | null): string {
  switch (action.type) {
    case 'received':
      return action.fromKit === undefined
        ? 'Tiếp nhận hồ sơ'
        : action.fromKit.kitId === undefined
          ? `Tiếp nhận hồ sơ lúc ${timeDateText(action.fromKit.acceptedAt)}; nhập lại vào máy từ giấy tiếp nhận sau khi khôi phục sổ`
          : `Tiếp nhận hồ sơ trên giấy viết tay lúc ${timeDateText(action.fromKit.acceptedAt)}; nhập sau vào máy`;
    case 'corrected':
      return action.voided === undefined
        ? `Sửa và cấp lại giấy tiếp nhận lần ${action.reissue ?? 1}: ${action.reason}`
        : `Sửa và cấp lại giấy tiếp nhận, thay số ${action.voided}: ${action.reason}`;
    case 'official-code-attached':
      return `Gắn mã hồ sơ chính thức ${action.official}`;
    case 'transferred':
      return 'Chuyển xử lý';
    case 'taken-over':
      return 'Nhận hồ sơ để xử lý';
    case 'handed-back':
      return `Chuyển trả bộ phận một cửa: ${action.reason}`;
    case 'supplement-requested':
      return `Yêu cầu bổ sung: ${action.reason}`;
    case 'supplement-proposed':
      return `Đề nghị lãnh đạo cho yêu cầu bổ sung: ${action.reason} (${action.override})`;
    case 'supplement-declined':
      return `Không duyệt đề nghị yêu cầu bổ sung: ${action.reason}`;
    case 'supplemented':
      return 'Nhận giấy tờ bổ sung, tính lại ngày hẹn';
    case 'verification-needed':
      return `Phải xác minh, chuyển thời hạn giải quyết: ${action.reason}`;
    case 'obligation-requested':
      return `Yêu cầu thực hiện nghĩa vụ tài chính: ${action.reason}`;
    case 'obligation-met':
      return 'Đã thực hiện nghĩa vụ tài chính';
    case 'withdrawn':
      return `Người nộp rút hồ sơ: ${action.reason}`;
    case 'reception-undone':
      return action.reason === undefined
        ? 'Tiếp nhận nhầm, hoàn tác ngay: số hồ sơ hủy, giấy tiếp nhận không có giá trị'
        : `Chứng thực nhầm, thu lại: số hồ sơ hủy, số chứng thực không dùng lại: ${action.reason}`;
    case 'stopped':
      return `${action.reason === unsupplemented ? 'Đóng hồ sơ' : 'Dừng giải quyết'}: ${stopReasonText(action.reason, 'vi', rule)}`;
    case 'resumed':
      return `Tiếp tục giải quyết: ${action.reason}`;
    case 'return-undone':
      return 'Trao nhầm, thu lại ngay: chưa trả kết quả';
    case 'papers-returned':
      return 'Trả lại giấy tờ đã nộp';
    case 'confirmed':
      return action.confirmations
        .map(({ code, reason }) => `${confirmationTexts[code].vi}; lý do: ${reason}`)
        .join('. ');
    case 'inquiry-sent':
      return `${action.kind === 'opinion' ? 'Lấy ý kiến' : 'Yêu cầu xác minh'}: ${action.about} (trả lời trước ${timeDateText(action.answerBy)})`;
    case 'inquiry-answered':
      return `Có trả lời: ${action.answer}`;
    case 'identity-checked':
      return `Kiểm tra tài khoản định danh điện tử: ${identities[action.found]}`;
    case 'refused':
      return `Từ chối giải quyết: ${action.reason}`;
    case 'extended':
      return `Xin lỗi và gia hạn: ${action.reason}${action.told === undefined ? '' : ` (báo qua ${hows[action.told] ?? action.told})`}`;
    case 'certified':
      return `Chứng thực ${action.papers.length} giấy tờ, người ký ${action.signer.name}`;
    case 'finished':
      return `Xử lý xong: ${action.result}`;
    case 'announced':
      return `Báo người nộp đến nhận kết quả (${hows[action.how] ?? action.how})`;
    case 'returned':
      return action.again === true ? 'Trả kết quả đã sửa' : 'Trả kết quả';
    case 'error-reported':
      return `Báo kết quả có sai sót: ${action.what}`;
    case 'result-corrected':
      return `Sửa kết quả: ${action.result}`;
    case 'archived':
      return `Lưu hồ sơ: ${action.place}`;
    case 'leg-sent':
      return `Chuyển hồ sơ đến ${action.agency}`;
    case 'leg-not-arrived':
      return `${action.agency} chưa nhận được hồ sơ`;
    case 'leg-received':
      return `${action.agency} đã nhận hồ sơ (${action.by})`;
    case 'leg-finished':
      return `${action.agency} chuyển kết quả: ${action.result}`;
    case 'leg-returned-incomplete':
      return `${action.agency} trả lại hồ sơ: ${action.reason}`;
    case 'assigned':
      return 'Giao xử lý';
    case 'passed':
      return action.note === undefined ? 'Xong bước, chuyển bước kế tiếp' : `Xong bước: ${action.note}`;
    case 'reworked':
      return `Trả làm lại bước trước: ${action.reason}`;
    case 'bundle-moved':
      return 'Chuyển túi hồ sơ giấy';
    case 'bundle-missed':
      return 'Kiểm túi: chưa tìm thấy túi hồ sơ giấy';
    case 'bundle-lost':
      return `Báo thất lạc giấy tờ (${action.unit}): ${action.reason}`;
    case 'bundle-settled':
      return `Giải quyết xong việc thất lạc: ${action.note}`;
    case 'fee-set':
      return 'Ghi mức thu theo niêm yết';
    case 'fee-waived':
      return `Miễn, giảm phí: ${action.reason}`;
    case 'fees-collected':
      return `Thu phí, lệ phí, biên lai ${action.number}`;
    case 'fees-refunded':
      return `Hoàn phí, biên lai ${action.number}: ${action.reason}`;
    case 'receipt-replaced':
      return `Thay biên lai: ${action.reason}`;
    case 'receipt-error-told':
      return `Thông báo biên lai ${action.number} lập sai: ${action.reason}`;
    case 'own-fields-set':
      return `Ghi lại nội dung tờ khai${action.reason === undefined ? '' : `: ${action.reason}`}`;
    case 'decided':
      return `Quyết định nội dung có giá trị giữa hai quầy: ${action.reason}`;
    case 'document-made':
      return 'Lập giấy';
  }
}

/** Actions that are told to the one whose file it is. */
const told: ReadonlySet<CaseAction['type']> = new Set([
  'supplement-requested',
  'verification-needed',
  'obligation-requested',
  'extended',
  'refused',
  'stopped',
  'announced',
]);

/** Who the file, the paper or the result went to, where it went to somebody. `name` finds a colleague's name. */
function receiverOf(action: CaseAction, applicant: string, name: (username: string) => string): string | undefined {
  if (action.type === 'transferred') {
    return (
      [action.to, action.officer === undefined ? '' : name(action.officer)].filter(Boolean).join(' - ') ||
      'Cơ quan chuyên môn'
    );
  }
  if (action.type === 'leg-sent' || action.type === 'leg-received') return action.agency;
  if (action.type === 'taken-over') return name(action.by);
  if (action.type === 'assigned') return name(action.to);
  if (action.type === 'passed' || action.type === 'reworked')
    return action.to === undefined ? undefined : name(action.to);
  if (action.type === 'handed-back' || action.type === 'finished') return 'Bộ phận một cửa';
  if (action.type === 'returned' || action.type === 'papers-returned') return action.receiver;
  if (action.type === 'inquiry-sent') return action.asked;
  return told.has(action.type) ? applicant : undefined;
}

/** Quá trình xử lý: one row for each action. The making of papers is left out, or each such sheet would be a row of the next. */
export const courseOf: CaseMaker<'qua-trinh'> = (desk, basis) => {
  const { state } = basis;
  const rule = supplementRuleOf(desk, state);
  const done = basis.actions.filter(({ action }) => action.type !== 'document-made');
  const last = done.at(-1);
  const steps = done.map((recorded, index) => {
    const { dueAt } = foldCase(done.slice(0, index + 1));
    const to = receiverOf(recorded.action, state.received.applicant.fullName, (username) =>
      staffName(desk, username, recorded.desk),
    );
    return {
      at: recorded.at,
      person: staffName(desk, recorded.actor, recorded.desk),
      what: whatWasDone(recorded.action, rule),
      ...(to === undefined ? {} : { to }),
      ...(dueAt === null ? {} : { dueAt }),
    };
  });
  return {
    ...caseOnPaper(desk, basis, last),
    madeAt: last?.at ?? state.acceptedAt,
    status: caseStatuses[state.status].official,
    ...(state.dueAt === null ? {} : { dueAt: state.dueAt }),
    steps,
  } satisfies QuaTrinhData;
};
