import { type Confirmation, type ConfirmationCode, confirmationTexts } from '../../../contract/counter/case/confirm.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { CaseAction } from '../../../domain/entries/case.ts';

/** Refuses what needs a reason that nobody gave, naming each; null where every one was given, or none is needed. */
export function confirmationFault(
  needed: readonly ConfirmationCode[],
  said: readonly Confirmation[] = [],
  known: Readonly<Partial<Record<ConfirmationCode, string>>> = {},
): Fault<'confirmation-needed'> | null {
  const open = needed.filter((code) => !said.some((one) => one.code === code));
  if (open.length === 0) return null;
  const words = (language: 'vi' | 'en') =>
    open
      .map((code) => [confirmationTexts[code][language], known[code]].filter((part) => part !== undefined).join(': '))
      .join('; ');
  const details = Object.fromEntries(Object.entries(known).filter(([code]) => open.some((one) => one === code)));
  const data = { codes: open, asks: words('vi'), asksEn: words('en') };
  return fault('confirmation-needed', Object.keys(details).length === 0 ? data : { ...data, details });
}

/** What is kept of the reasons: those that were needed, with what they were said for. */
export function confirmedAction(
  of: string,
  needed: readonly ConfirmationCode[],
  said: readonly Confirmation[] = [],
): readonly CaseAction[] {
  const confirmations = said.filter(({ code }) => needed.includes(code));
  return confirmations.length === 0 ? [] : [{ type: 'confirmed', of, confirmations }];
}
