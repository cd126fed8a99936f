import { QRPay } from 'vietnam-qr-pay';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { dueFees } from '../../../domain/counter/money/case-fees.ts';
import type { CaseFile } from '../../../store/counter/case/case.ts';
import type { DeskContext } from '../../core/context.ts';
import { feesOf } from './fees.ts';

type Account = NonNullable<OfficeSettings['account']>;

/** Readers disagree on how long a text with Vietnamese marks is, and some cut at 25. */
const contentLength = 25;

/** What stands in the transfer: the case number and nothing of a person. Its end, which tells cases apart, is what is kept. */
export function transferContent(caseNumber: string): string {
  return caseNumber.replace(/[^A-Za-z0-9.-]/g, '').slice(-contentLength);
}

/** The text of a VietQR code. It invites to pay and proves nothing; null for 0 đồng, which nobody transfers. */
export function vietQr(account: Account, amount: number, content: string): string | null {
  if (amount === 0) return null;
  const { bin: bankBin, number: bankNumber } = account;
  return QRPay.initVietQR({ bankBin, bankNumber, amount: String(amount), purpose: content }).build();
}

/** The payment code of what a case owes, or of the amount given; and why there is none where there is none. */
export function paymentCode(desk: DeskContext, file: Pick<CaseFile, 'actions' | 'state'>, wanted?: number) {
  const { known, unknown } = dueFees(feesOf(desk, file));
  const amount = wanted ?? known;
  const { account } = desk.getOffice();
  const content = transferContent(printedNumber(file.state.number));
  const bank =
    desk.catalogue.banks.find(({ bin }) => bin !== '' && bin === account?.bin)?.shortName ?? account?.bin ?? '';
  const facts = { amount, content, bank, accountNumber: account?.number ?? '', accountName: account?.name ?? '' };
  // A code for less than is owed would be paid in good faith: it waits until every amount is known.
  if (wanted === undefined && unknown > 0) return { ...facts, payload: null, absent: 'amount-unknown' as const };
  if (amount === 0) return { ...facts, payload: null, absent: 'zero' as const };
  if (account === undefined) return { ...facts, payload: null, absent: 'no-account' as const };
  return { ...facts, payload: vietQr(account, amount, content), absent: null };
}
