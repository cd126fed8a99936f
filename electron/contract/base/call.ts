import { oc } from '@orpc/contract';
import { disastersThat } from './disasters.ts';
import { type FaultCode, faultTable } from './fault.ts';

/**
 * Who may ask. `anyone` needs no session, `staff` any session; the rest are rungs of the ladder in domain/common/office/call-roles.ts.
 */
export type CallRole = 'anyone' | 'staff' | 'clerk' | 'officer' | 'supervisor' | 'admin' | 'keeper';

/** A read never changes the store; a write commits once, with its entries: a draft and what a window prefers have none. */
export type CallMeta = {
  readonly kind: 'read' | 'write';
  readonly role: CallRole;
  /**
   * What it shows: of persons who filed something, an administrator sees nothing from the moment on that two people share the office's keeping. They keep
   * machines.
   */
  readonly shows?: 'persons';
  /**
   * No one person's in an office that two keep: somebody who may stand for it types their password beside whoever asks, or the key on paper stands for them. What
   * every such call has in its input is `both` (common/office/people.ts), or `password` and `second`.
   */
  readonly by?: 'two';
};

/** What an act of two may meet. */
const twoFaults = [
  'second-person-needed',
  'second-person-unfit',
  'sign-in-refused',
  'recovery-key-length',
  'recovery-key-mistyped',
  'recovery-key-wrong',
] as const;

/** What any call may answer instead of a value. */
const everyCall = ['input-invalid', 'not-set-up', 'look-only', 'look-unreadable', ...disastersThat('calls')] as const;
const withSession = [
  'sign-in-required',
  'session-expired',
  'forbidden',
  'password-change-needed',
  'second-factor-owed',
] as const;

type ErrorItems<C extends FaultCode> = {
  readonly [K in C]: {
    readonly status: number;
    readonly message: string;
    readonly data: (typeof faultTable)[K]['data'];
  };
};

function errorItems<const C extends FaultCode>(codes: readonly C[]): ErrorItems<C> {
  const items = codes.map((code) => {
    const { status, data, vi } = faultTable[code];
    return [code, { status, data, message: vi }] as const;
  });
  return Object.fromEntries(items) as unknown as ErrorItems<C>;
}

function call<const C extends FaultCode>(meta: CallMeta, codes: readonly C[]) {
  return oc.$meta<CallMeta>(meta).errors(errorItems([...everyCall, ...withSession, ...codes]));
}

export function read<const C extends FaultCode = never>(role: CallRole, codes: readonly C[] = []) {
  return call({ kind: 'read', role }, codes);
}

export function write<const C extends FaultCode = never>(role: CallRole, codes: readonly C[] = []) {
  return call({ kind: 'write', role }, codes);
}

/** As `write`, of what two stand for. */
export function writeByTwo<const C extends FaultCode = never>(role: CallRole, codes: readonly C[] = []) {
  return call({ kind: 'write', role, by: 'two' }, [...twoFaults, ...codes]);
}

/** As `read` by the staff, of what shows who filed something. */
export function readOfPersons<const C extends FaultCode = never>(codes: readonly C[] = []) {
  return call({ kind: 'read', role: 'staff', shows: 'persons' }, codes);
}

/** The same of what is written besides, such as that somebody took it away. */
export function writeOfPersons<const C extends FaultCode = never>(codes: readonly C[] = []) {
  return call({ kind: 'write', role: 'staff', shows: 'persons' }, codes);
}
