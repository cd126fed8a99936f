import { QRPay } from 'vietnam-qr-pay';
import type { OfficeSettings } from '../../contract/office/office.ts';

type Account = NonNullable<OfficeSettings['account']>;

/** Readers disagree on how long a text with Vietnamese marks is, and some cut at 25 (interop c). */
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
