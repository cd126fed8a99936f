import type { Channel, CivilDate, CivilTime } from '../../../contract/base/values.ts';
import type { RecordedAction } from '../../entries/case.ts';
import { type OpenFee, openFees } from './case-fees.ts';

/** Open fees of a file with what their amounts hang on: alike for all files that ask for the same under the same rules. */
type AlikeFees = {
  readonly fees: readonly OpenFee[];
  readonly channel: Channel;
  readonly procedureCode: string;
};

/** What a file has open: of which day the rules are, since when it is owed, and whether its result was handed out all the same. */
export type Owed = AlikeFees & { readonly day: CivilDate; readonly since: CivilTime; readonly returned: boolean };

/** Who decides nothing may ask for nothing: a file that ended so owes no fee. */
const endsOwing = new Set<string>(['refused', 'withdrawn', 'reception-undone', 'stopped']);

/** Null where nothing is open: all is on receipts, it never was asked for, or the file ended without a decision. */
export function owedOf(actions: readonly RecordedAction[]): Owed | null {
  const [first] = actions;
  const facts = actions.findLast(({ action }) => action.type === 'received' || action.type === 'corrected')?.action;
  if (first?.action.type !== 'received' || (facts?.type !== 'received' && facts?.type !== 'corrected')) return null;
  const ended = actions.findLast(({ action: { type } }) => endsOwing.has(type) || type === 'resumed');
  if (ended !== undefined && ended.action.type !== 'resumed') return null;
  const fees = openFees(actions);
  if (fees.length === 0) return null;
  const since = first.action.fromKit?.acceptedAt ?? first.at;
  const { channel, procedureCode } = facts;
  const handed = actions.findLast(({ action: { type } }) => type === 'returned' || type === 'return-undone');
  const returned = handed?.action.type === 'returned';
  return {
    fees,
    channel,
    procedureCode,
    // The day whose rules hold is that of the reception, wherever it was (`lawDayOf`).
    day: (first.action.foreign?.acceptedAt ?? since).slice(0, 10),
    since,
    returned,
  };
}

/** Acts after which a file may have other fees open than before; `returned` moves nothing but where its result is. */
export const movesFees: ReadonlySet<string> = new Set([
  'corrected',
  'obligation-requested',
  'fee-set',
  'fee-waived',
  'fees-collected',
  'fees-refunded',
  'receipt-replaced',
  'refused',
  'withdrawn',
  'reception-undone',
  'stopped',
  'resumed',
  'returned',
  'return-undone',
]);
