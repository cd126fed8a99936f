import { Act } from '../../../electron/contract/case/act.ts';
import type { CaseStateView, CaseView } from '../../../electron/contract/case/case.ts';

/** Who comes for a result, as typed. */
export type Receiver = {
  readonly as: 'applicant' | 'proxy';
  readonly fullName: string;
  readonly idNumber: string;
  readonly authorisation: string;
  readonly receiptLost: boolean;
};

/** Nearly always the applicant, with the receipt in hand. */
export function startingReceiver({ applicant }: Pick<CaseStateView, 'applicant'>): Receiver {
  const { fullName, idNumber } = applicant;
  return { as: 'applicant', fullName, idNumber, authorisation: '', receiptLost: false };
}

/** The same person with another right to the result: a proxy is first thought to be who handed the file in. */
export function receiverAs(
  as: Receiver['as'],
  before: Receiver,
  state: Pick<CaseStateView, 'applicant' | 'submitter'>,
): Receiver {
  if (as === before.as) return before;
  if (as === 'applicant') return { ...startingReceiver(state), receiptLost: before.receiptLost };
  const { submitter } = state;
  return {
    ...before,
    as,
    fullName: submitter?.fullName ?? '',
    idNumber: submitter?.idNumber ?? '',
    authorisation: submitter?.authorisation ?? '',
  };
}

type Card = { readonly idNumber: string; readonly fullName: string };

/** A citizen card says who stands here: the applicant, or somebody who needs an authorisation. */
export function receiverOfCard(
  card: Card,
  before: Receiver,
  state: Pick<CaseStateView, 'applicant' | 'submitter'>,
): Receiver {
  if (card.idNumber === state.applicant.idNumber) return receiverAs('applicant', before, state);
  const proxy = receiverAs('proxy', before, state);
  const same = card.idNumber === proxy.idNumber;
  return {
    ...proxy,
    fullName: card.fullName.toLocaleUpperCase('vi'),
    idNumber: card.idNumber,
    authorisation: same ? proxy.authorisation : '',
  };
}

export type ReturnAct = Extract<Act, { type: 'return' }>;

/** The act as the contract wants it, or what is wrong by field, as keys of `common.issues`. */
export function readReturn(receiver: Receiver): ReturnAct | ReadonlyMap<keyof Receiver, string> {
  const { authorisation, idNumber, ...rest } = receiver;
  const given = receiver.as === 'proxy' && authorisation.trim() !== '' ? { authorisation } : {};
  const parsed = Act.safeParse({
    type: 'return',
    receiver: { ...rest, idNumber: idNumber.replaceAll(' ', ''), ...given },
  });
  if (parsed.success) return parsed.data as ReturnAct;
  return new Map(
    parsed.error.issues.map((issue) => {
      const field = String(issue.path[1]) as keyof Receiver;
      const empty = field !== 'authorisation' && String(receiver[field]).trim() === '';
      return [field, empty ? 'required' : issue.message];
    }),
  );
}

/** Whether a result can be handed out now, and if not, what stands in the way. */
export type Standing = 'ready' | 'announce-first' | 'returned' | 'not-yet';

export function standingOf({ state, availableActions }: Pick<CaseView, 'state' | 'availableActions'>): Standing {
  const allowed = (act: string) => availableActions.some(({ action, allowed: now }) => action === act && now);
  if (allowed('return')) return 'ready';
  if (state.status === 'finished' && allowed('announce')) return 'announce-first';
  return state.status === 'returned' ? 'returned' : 'not-yet';
}

/** The latest detail of an action of this kind, as text by name. */
export function latestDetail(
  actions: CaseView['actions'],
  ...types: readonly string[]
): Readonly<Record<string, string>> {
  const detail = actions.findLast(({ type }) => types.includes(type))?.detail ?? {};
  return Object.fromEntries(
    Object.entries(detail).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
