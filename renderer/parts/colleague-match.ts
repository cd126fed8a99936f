import type { Role } from '../../electron/contract/office/office.ts';
import { fold } from '../../electron/domain/base/vietnamese.ts';

export type Colleague = { readonly username: string; readonly fullName: string; readonly role: Role };

/** Every word that was typed begins a word of the name, marks or none, in any order; or the user name begins so. */
export function matchesColleague({ fullName, username }: Pick<Colleague, 'fullName' | 'username'>, typed: string) {
  const names = fold(fullName).split(' ');
  const words = fold(typed).split(' ');
  return (
    words.every((word) => names.some((name) => name.startsWith(word))) ||
    username.startsWith(typed.trim().toLocaleLowerCase('vi'))
  );
}
