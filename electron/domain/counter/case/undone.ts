import { type Fault, fault } from '../../../contract/base/fault.ts';
import { printedNumber } from '../../base/numbering.ts';
import type { CaseState } from './state.ts';

/** Its reception was a mistake and was taken back: its number is void, and it is no file of anybody. */
export function isUndone({ closed }: Pick<CaseState, 'closed'>): boolean {
  return closed?.undone === true;
}

/** Why no money is taken and no paper made of a case whose reception was taken back; null for any other. */
export function undoneFault(state: Pick<CaseState, 'closed' | 'number'>): Fault<'case-undone'> | null {
  return isUndone(state) ? fault('case-undone', { number: printedNumber(state.number) }) : null;
}
