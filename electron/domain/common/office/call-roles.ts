import type { CallRole } from '../../../contract/base/call.ts';
import type { Role } from '../../../contract/common/office/office.ts';

/** Which roles pass for what a call asks. The administrator keeps the machine and receives no files. */
const satisfies: Record<Exclude<CallRole, 'anyone'>, ReadonlySet<Role>> = {
  staff: new Set<Role>(['clerk', 'officer', 'supervisor', 'admin']),
  clerk: new Set<Role>(['clerk', 'officer', 'supervisor']),
  officer: new Set<Role>(['officer', 'supervisor']),
  supervisor: new Set<Role>(['supervisor']),
  admin: new Set<Role>(['admin']),
  keeper: new Set<Role>(['supervisor', 'admin']),
};

/** Whether a person of this role may make a call that asks for `needed`. */
export function mayCall(role: Role, needed: CallRole): boolean {
  return needed === 'anyone' || satisfies[needed].has(role);
}

/** Whether somebody of this role sees who filed something. An administrator keeps machines; where nobody else keeps the office yet, they still do both. */
export function maySeePersons(role: Role, doTwoKeepTheOffice: () => boolean): boolean {
  return role !== 'admin' || !doTwoKeepTheOffice();
}
