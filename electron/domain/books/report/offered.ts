import type { CivilDate } from '../../../contract/base/values.ts';
import type { FeeRule, Procedure } from '../../../contract/catalogue/lists.ts';
import { isDecidedByOffice } from '../../catalogue/deciding-agency.ts';
import type { Offer } from '../../catalogue/offers.ts';
import type { LegDefinition } from '../../entries/case.ts';

/**
 * What the index (QĐ 766, 3.1 to 3.5) counts procedures of: «số TTHC thuộc thẩm quyền», those that this committee decides and files are received for, of the
 * product's lists and of the office's own. Of each how far it is online and whether it has a fee; null where no source says.
 */
export type Offered = {
  readonly code: string;
  readonly onlineLevel: Procedure['onlineLevel'];
  readonly hasFee: boolean | null;
};

/** @param offers the office's catalogue as it is on the last day that is looked at */
export function offeredOn(
  offers: Iterable<Offer>,
  day: CivilDate,
  legsOf: (code: string) => readonly LegDefinition[],
): Offered[] {
  const found: Offered[] = [];
  for (const { procedure, offered, origin, dated } of offers) {
    const { code, successor, onlineLevel } = procedure;
    // What was typed at the counter was offered from that day on; what another took the place of is not any more.
    if (!offered || successor !== null || (origin === 'typed' && dated > day)) continue;
    if (isDecidedByOffice(legsOf(code), procedure)) found.push({ code, onlineLevel, hasFee: hasFee(procedure, day) });
  }
  return found;
}

/** «Not found» is not «free»: an amount that nobody found may be one. */
export function hasFee({ fee, feeRules }: Pick<Procedure, 'fee' | 'feeRules'>, day: CivilDate): boolean | null {
  if (fee.amount !== null) return fee.amount > 0;
  const inForce = feeRules.filter(({ from = day, until = day }) => from <= day && day <= until);
  const amounts = inForce.flatMap(amountsOf);
  if (amounts.some((amount) => (amount ?? 0) > 0)) return true;
  return amounts.length === 0 || amounts.includes(null) ? null : false;
}

/** What one may have to pay by a rule, in đồng; null where an amount is not known. */
function amountsOf(rule: FeeRule): (number | null)[] {
  switch (rule.kind) {
    case 'flat':
    case 'per-copy':
      return [rule.amount];
    case 'per-channel':
      return [rule.direct, rule.online ?? rule.direct, rule.post ?? rule.direct];
    case 'per-page':
      return [rule.first, rule.then];
    case 'zero-online':
      return [0, rule.direct ?? null, rule.post ?? rule.direct ?? null];
  }
}

/** Something came online in the period for what is in today's list no longer: then it was offered, and online. */
export function offeredWith(listed: readonly Offered[], cameOnline: readonly string[]): Offered[] {
  const names = new Set(listed.map(({ code }) => code));
  const gone = cameOnline.filter((code) => !names.has(code));
  return [...listed, ...gone.map((code): Offered => ({ code, onlineLevel: null, hasFee: null }))];
}

const levels = { n: 'none', p: 'partial', f: 'full', '?': null } as const;
const fees = { y: true, n: false, '?': null } as const;
type Letters<T> = readonly (readonly [letter: string, value: T])[];
const letterOf = <T>(letters: Letters<T>, value: T) => letters.find(([, one]) => one === value)?.[0] ?? '?';

/** As an entry keeps it, `1.001193 p?`: lists come and go, and what was counted of them is to be made again. */
export function packOffered(offered: readonly Offered[]): string[] {
  return offered.map(
    ({ code, onlineLevel, hasFee: isPaid }) =>
      `${code} ${letterOf(Object.entries(levels), onlineLevel)}${letterOf(Object.entries(fees), isPaid)}`,
  );
}

export function unpackOffered(packed: readonly string[]): Offered[] {
  return packed.map((one) => {
    const [code = '', letters = '??'] = one.split(' ');
    return {
      code,
      onlineLevel: levels[letters.charAt(0) as keyof typeof levels] ?? null,
      hasFee: fees[letters.charAt(1) as keyof typeof fees] ?? null,
    };
  });
}
