import type { Status } from '../../electron/contract/office/office.ts';

/** Who has the office's screen: the administrator keeps machine and people, the supervisor sets what the catalogue lacks. */
export function keepsOffice(user: Status['user']): boolean {
  return user?.role === 'admin' || user?.role === 'supervisor';
}
