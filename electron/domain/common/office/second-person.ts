import type { Role } from '../../../contract/common/office/office.ts';

/** What is known of a person of the office where two are asked for. */
export type PersonOfOffice = {
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  readonly disabled: boolean;
};

/** Who may stand for an act that no one person does alone: who decides in the office, and who keeps its machines. */
export function mayStand(role: Role): boolean {
  return role === 'supervisor' || role === 'admin';
}

/** One person may have an account to work with and one to keep machines with: under one name they are one. */
export function isOnePerson(a: Pick<PersonOfOffice, 'fullName'>, b: Pick<PersonOfOffice, 'fullName'>): boolean {
  return nameOf(a) === nameOf(b);
}

function nameOf({ fullName }: Pick<PersonOfOffice, 'fullName'>): string {
  return fullName.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
}

export type Unfit = 'same-account' | 'same-name' | 'role' | 'closed' | 'factor';

/** Why this person cannot be the second beside the first; null where they can. `factor` is the desk's to say. */
export function unfitAsSecond(first: PersonOfOffice, second: PersonOfOffice): Exclude<Unfit, 'factor'> | null {
  if (second.username === first.username) return 'same-account';
  if (second.disabled) return 'closed';
  if (!mayStand(second.role)) return 'role';
  return isOnePerson(first, second) ? 'same-name' : null;
}

/** Two different people among those who have signed in already, either of whom may stand for the other; undefined while there are none. */
export function findTwo(signedIn: readonly PersonOfOffice[]): readonly [string, string] | undefined {
  const fit = signedIn.filter(({ role, disabled }) => mayStand(role) && !disabled);
  for (const first of fit) {
    const second = fit.find((other) => unfitAsSecond(first, other) === null);
    if (second !== undefined) return [first.username, second.username];
  }
  return undefined;
}

/** Whether this is the last open account of an administrator or of a supervisor: an office without one can never get one again. */
export function isLastOfRole(people: readonly PersonOfOffice[], username: string): boolean {
  const person = people.find((one) => one.username === username);
  if (person === undefined || person.disabled || !mayStand(person.role)) return false;
  return !people.some((other) => other.username !== username && other.role === person.role && !other.disabled);
}
