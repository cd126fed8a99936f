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
};

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

/** As `read` by the staff, of what shows who filed something. */
export function readOfPersons<const C extends FaultCode = never>(codes: readonly C[] = []) {
  return call({ kind: 'read', role: 'staff', shows: 'persons' }, codes);
}

/** The same of what is written besides, such as that somebody took it away. */
export function writeOfPersons<const C extends FaultCode = never>(codes: readonly C[] = []) {
  return call({ kind: 'write', role: 'staff', shows: 'persons' }, codes);
}
