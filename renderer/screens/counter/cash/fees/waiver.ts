import { saysSomething } from '../../../../../electron/contract/base/values.ts';

/** On what ground a fee is taken down: nothing is chosen for the clerk, for the ground is printed on the receipt. */
export const notChosen = 'not-chosen';
/** Outside the incentives of law: a supervisor decides, on a document. */
export const granted = 'granted';

export type WaiverValues = {
  readonly by: string;
  readonly reason: string;
  readonly basis: string;
  readonly amount: string;
};

/** Where only one ground is left there is nothing to choose between, but whether at all. */
export function firstGround(incentives: readonly unknown[]): string {
  return incentives.length === 0 ? granted : notChosen;
}

/** The waiver as `money.waive` takes it, or the fields that are not filled in. */
export function readWaiver({ by, reason, basis, amount }: WaiverValues) {
  const open = [
    ...(by === notChosen ? ['by' as const] : []),
    ...(saysSomething(reason) ? [] : ['reason' as const]),
    ...(by !== granted || saysSomething(basis) ? [] : ['basis' as const]),
  ];
  if (open.length > 0) return { open: new Set<'by' | 'reason' | 'basis'>(open) };
  return { ground: by === granted ? { reason, basis, amount: Number(amount) } : { reason, incentive: by } };
}
