import type { ReceiptError, ReceiptKind } from '../../../../contract/counter/money/fee-receipt.ts';
import type { OfficeSettings } from '../../../../contract/common/office/office.ts';
import { amountInWords, formatDong } from '../../../../domain/base/dong.ts';
import type { AppliedWaiver } from '../../../../domain/entries/money.ts';
import { countedText } from '../../../../domain/counter/money/fees.ts';
import { methodNames } from '../../../../domain/counter/money/receipt-xml.ts';
import { receiptNumberText, toldPayer } from '../../../../domain/counter/money/fee-receipt.ts';
import type { BienLaiData, BienLaiSaiData, PhieuThanhToanData, PhieuThuTamData } from '../../../../paper/forms/data.ts';
import { type KeptReceipt, findReceipt, receiptDesk } from '../../../../store/counter/money/fee-receipt.ts';
import type { DeskContext } from '../../../core/context.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { feesOf } from '../../money/fees.ts';
import { paymentCode } from '../../money/payment-code.ts';
import { collectorFrom } from '../../money/views.ts';
import { notApplicable } from '../../../papers/source.ts';
import { type Basis, type CaseMaker, caseOnPaper, findLast, numberOnPaper } from './case-facts.ts';

/** Biên lai thu phí, lệ phí: the last one issued on the case. */
export const paperReceiptOf: CaseMaker<'bien-lai'> = (desk, basis) => {
  const found = lastReceipt(desk, basis, 'paper');
  if (found === undefined)
    return notApplicable('bien-lai', 'Hồ sơ này chưa có biên lai giấy', 'this case has no paper receipt');
  const { receipt, from } = found;
  const { series, number, replaces } = receipt;
  return {
    ...caseOnPaper(desk, basis, from),
    collector: collectorOnPaper(desk, basis),
    receipt: {
      template: series.template,
      symbol: series.symbol,
      number: receiptNumberText(series.kind, number),
      ...moneyOnPaper(desk, receipt, basis.office),
      ...(replaces === undefined
        ? {}
        : { replaces: `${replaces.series.symbol} số ${receiptNumberText(replaces.series.kind, replaces.number)}` }),
    },
  } satisfies BienLaiData;
};

/** Phiếu thu tạm: it replaces no receipt, and says so. */
export const slipOf: CaseMaker<'phieu-thu-tam'> = (desk, basis) => {
  const found = lastReceipt(desk, basis, 'electronic');
  if (found === undefined) {
    return notApplicable(
      'phieu-thu-tam',
      'Hồ sơ này không có khoản thu chờ biên lai điện tử',
      'no e-receipt of this case is waiting',
    );
  }
  const { receipt, from } = found;
  const collector = collectorOnPaper(desk, basis);
  return {
    ...caseOnPaper(desk, basis, from),
    collector,
    slip: moneyOnPaper(desk, receipt, basis.office),
  } satisfies PhieuThuTamData;
};

/** What each error is called, and what is right where the receipt or the notice tells. */
const errorNames = {
  'payer-name': 'Họ tên người nộp',
  'payer-address': 'Địa chỉ người nộp',
  'amount-in-words': 'Số tiền viết bằng chữ',
  'tax-code': 'Mã số thuế',
  amount: 'Số tiền',
  'fee-name': 'Tên khoản thu',
  date: 'Ngày lập',
} as const satisfies Record<ReceiptError, string>;

/** Thông báo biên lai lập sai: what is wrong on a receipt that stays, and what is right (TT 91/2026 Điều 20 k1). */
export const wrongReceiptOf: CaseMaker<'bien-lai-sai'> = (desk, basis) => {
  const told = findLast(basis.actions, 'receipt-error-told');
  const receipt = told && findReceipt(desk.store.db, told.action.receiptId);
  if (told === undefined || receipt === undefined)
    return notApplicable(
      'bien-lai-sai',
      'Hồ sơ này không có biên lai nào được thông báo lập sai',
      'no receipt of this case was told to be wrong',
    );
  const { errors, payer, reason, right } = told.action;
  const { series, number, at, amount } = receipt;
  const words = amountInWords(amount);
  const rightOf = (error: ReceiptError): string | undefined => {
    if (error === 'payer-name') return payer?.name;
    if (error === 'payer-address') return payer?.address;
    return error === 'amount-in-words' ? words : right;
  };
  const { name: fullName, address } = receipt.payer;
  const rightly = toldPayer(receipt.payer, receipt, basis);
  const stands: Partial<Record<ReceiptError, string | undefined>> = {
    'payer-name': fullName,
    'payer-address': address,
  };
  return {
    ...caseOnPaper(desk, basis, told),
    paper: numberOnPaper(basis),
    toldAt: told.at,
    addressee: { fullName: rightly.name, ...(rightly.address ? { address: rightly.address } : {}) },
    receipt: {
      template: series.template,
      symbol: series.symbol,
      number: receiptNumberText(series.kind, number),
      at,
      payer: { fullName, ...(address ? { address } : {}) },
      amountText: formatDong(amount),
      words,
      ...(series.kind === 'electronic' ? { keptBy: 'Điều 20 khoản 1 Thông tư 91/2026/TT-BTC' } : {}),
    },
    errors: errors.map((error) => ({
      text: errorNames[error],
      ...(stands[error] ? { stands: stands[error] } : {}),
      right: rightOf(error) ?? 'nêu ở phần lý do',
    })),
    reason,
    supervisor: { fullName: staffName(desk, told.actor, told.desk) },
  } satisfies BienLaiSaiData;
};

/** Phiếu đề nghị thanh toán: what is still owed, with the code to pay it by. */
export const paymentRequestOf: CaseMaker<'phieu-thanh-toan'> = (desk, basis) => {
  const due = feesOf(desk, basis).filter(({ receiptId }) => receiptId === null);
  const code = paymentCode(desk, basis);
  if (due.length === 0 || code.absent === 'zero') {
    return notApplicable(
      'phieu-thanh-toan',
      'Hồ sơ này không còn khoản nào phải nộp',
      'nothing is left to pay on this case',
    );
  }
  if (code.absent === 'amount-unknown') {
    return notApplicable('phieu-thanh-toan', 'Còn khoản thu chưa có mức thu', 'the amount of a fee is not known yet');
  }
  const { amount, content, bank, accountNumber, accountName, payload } = code;
  return {
    ...caseOnPaper(desk, basis, basis.actions.at(-1)),
    madeAt: basis.madeOn,
    collector: collectorOnPaper(desk, basis),
    payment: {
      lines: due.map(({ line, base, amount: left, waiver }) =>
        lineOnPaper({
          name: line.name,
          counted: countedText(line),
          base,
          amount: left ?? 0,
          waiver,
        }),
      ),
      amountText: formatDong(amount),
      words: amountInWords(amount),
      content,
      ...(bank === '' ? {} : { bank }),
      ...(payload === null ? {} : { vietQr: payload, accountNumber, accountName }),
    },
  } satisfies PhieuThanhToanData;
};

/** The receipt that a case's history speaks of last, as far as the paper's history goes. */
function lastReceipt(desk: DeskContext, { actions }: Basis, kind: ReceiptKind) {
  const from = actions.findLast(({ action }) => action.type === 'fees-collected' || action.type === 'receipt-replaced');
  if (from === undefined) return undefined;
  const { action } = from;
  const receiptId =
    action.type === 'fees-collected' ? action.receiptId : action.type === 'receipt-replaced' ? action.by : '';
  const receipt = findReceipt(desk.store.db, receiptId);
  return receipt === undefined || receipt.series.kind !== kind ? undefined : { receipt, from };
}

function moneyOnPaper(
  desk: DeskContext,
  { receiptId, at, payer, lines, amount, method, clerk }: KeptReceipt,
  office: OfficeSettings,
): PhieuThuTamData['slip'] {
  const { name: fullName, address, taxCode } = payer;
  return {
    at,
    payer: { fullName, ...(address ? { address } : {}), ...(taxCode ? { taxCode } : {}) },
    lines: lines.map(({ waiver = null, ...line }) => lineOnPaper({ ...line, waiver })),
    amountText: formatDong(amount),
    words: amountInWords(amount),
    method: methodNames[method],
    ...(method === 'transfer' ? intoAccount(desk, office) : {}),
    clerk: staffName(desk, clerk, receiptDesk(desk.store.db, receiptId)),
  };
}

/** Whose bank a transfer went to: a number alone names none. */
function intoAccount({ catalogue }: DeskContext, { account }: OfficeSettings): { readonly into?: string } {
  if (account === undefined) return {};
  const bank = catalogue.banks.find(({ bin }) => bin !== '' && bin === account.bin);
  return { into: [`tài khoản ${account.number}`, bank?.name ?? bank?.shortName].filter(Boolean).join(', ') };
}

type Line = {
  readonly name: string;
  readonly counted?: string | undefined;
  readonly base: number | null;
  readonly amount: number;
  readonly waiver: AppliedWaiver | null;
};

function lineOnPaper({ name, counted, base, amount, waiver }: Line): PhieuThuTamData['slip']['lines'][number] {
  return {
    name,
    ...(counted === undefined ? {} : { counted }),
    amountText: formatDong(amount),
    ...(waiver === null || base === null || base === amount ? {} : { baseText: formatDong(base) }),
    ...(waiver === null ? {} : { waiver: `${waiver.reason} (${waiver.basis})` }),
  };
}

function collectorOnPaper(desk: DeskContext, { office }: Basis): BienLaiData['collector'] {
  const { name, taxCode, address, account } = collectorFrom(office, desk.catalogue);
  return { name, address, ...(taxCode === '' ? {} : { taxCode }), ...(account === '' ? {} : { account }) };
}
