import { addDays } from '../../base/civil-time.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { DelegationTerms, LeaderPost, SigningForm } from '../../../contract/common/office/delegation.ts';
import type { Role } from '../../../contract/common/office/office.ts';

/** A delegation as its entries tell it; `endedOn`: the day it was ended before its last one. */
export type ToldDelegation = DelegationTerms & { readonly delegationId: string; readonly endedOn: CivilDate | null };

/** On its days, both in it; no more once it was ended, on the very day. */
export function holdsOn(
  { from, to, endedOn }: Pick<ToldDelegation, 'from' | 'to' | 'endedOn'>,
  day: CivilDate,
): boolean {
  return from <= day && day <= to && endedOn === null;
}

/** Who is away for longer has another in their office, by another paper; and a year that was mistyped lets nobody sign for long. In days. */
const farthest = 366;

/** Who signs KT. is a deputy (NĐ 30/2020/NĐ-CP Điều 13 k1): whether this is the title of one. */
export function isDeputyTitle(title: string): boolean {
  return /^phó(?!\p{L})/iu.test(title.normalize('NFC').trim());
}

type Who = { readonly username: string; readonly role: Role; readonly disabled: boolean };

/** Why a delegation cannot be: told by its name in the contract. */
export type DelegationRefusal =
  | { readonly code: 'delegation-unfit' }
  | { readonly code: 'delegation-past' }
  | { readonly code: 'delegation-far'; readonly latest: CivilDate }
  | { readonly code: 'delegation-overlaps'; readonly other: ToldDelegation }
  | { readonly code: 'delegation-chain' };

/**
 * Whether somebody may stand for a leader: a leader who is one, by somebody who handles files, for days that are not over, one at a time for each leader. Who stands
 * in by authorisation passes it on to nobody (NĐ 30/2020/NĐ-CP Điều 13 k3), and who is away stands for nobody.
 */
export function refuseDelegation(
  terms: DelegationTerms,
  known: readonly ToldDelegation[],
  { leader, delegate, today }: { readonly leader: Who; readonly delegate: Who; readonly today: CivilDate },
): DelegationRefusal | null {
  const mayStandIn = delegate.role === 'supervisor' || delegate.role === 'officer';
  if (leader.role !== 'supervisor' || leader.disabled || delegate.disabled || !mayStandIn)
    return { code: 'delegation-unfit' };
  if (leader.username === delegate.username) return { code: 'delegation-unfit' };
  if (terms.to < today) return { code: 'delegation-past' };
  const latest = addDays(today, farthest);
  if (terms.to > latest) return { code: 'delegation-far', latest };
  const meanwhile = known.filter((one) => one.endedOn === null && one.from <= terms.to && terms.from <= one.to);
  const other = meanwhile.find((one) => one.leader === terms.leader);
  if (other !== undefined) return { code: 'delegation-overlaps', other };
  const passedOn = meanwhile.some(
    (one) =>
      one.leader === terms.delegate || (one.delegate === terms.leader && (one.form === 'TUQ' || terms.form === 'TUQ')),
  );
  return passedOn ? { code: 'delegation-chain' } : null;
}

/** What somebody may do in acts on a case on a day: what a leader may, while they stand for one. */
export function actingRole(
  { username, role }: { readonly username: string; readonly role: Role },
  known: readonly ToldDelegation[],
  day: CivilDate,
): Role {
  const stands = known.some((one) => one.delegate === username && holdsOn(one, day));
  return stands && (role === 'officer' || role === 'clerk') ? 'supervisor' : role;
}

const posts: Readonly<Record<LeaderPost, string>> = { chairman: 'CHỦ TỊCH', director: 'GIÁM ĐỐC' };
const signs: Readonly<Record<SigningForm, string>> = { KT: 'KT.', TL: 'TL.', TUQ: 'TUQ.' };

/** The lines above a signature, in capitals: whose authority, and what who signs is (NĐ 30/2020/NĐ-CP Phụ lục I; not read there). */
export function signingLines({ post, form, title }: Pick<DelegationTerms, 'post' | 'form' | 'title'>): {
  readonly head: string;
  readonly deputy: string;
} {
  return { head: `${signs[form]} ${posts[post]}`, deputy: title.normalize('NFC').toLocaleUpperCase('vi') };
}
