import { Act } from '../../../../electron/contract/counter/case/act.ts';
import type { CaseStateView, CaseView } from '../../../../electron/contract/counter/case/case.ts';
import { plainIdNumber } from '../case-fields/reception-form.ts';

/** What the receiver shows: the receipt, or an identity paper where the receipt is lost (NĐ 118/2025 Điều 6 k2). */
export type Shown = 'receipt' | 'identity';

/** Who comes for a result, as typed. */
export type Receiver = {
  readonly as: 'applicant' | 'proxy';
  readonly fullName: string;
  readonly idNumber: string;
  readonly authorisation: string;
  /** Null until it was seen: nobody's result leaves on the strength of a row in a list. */
  readonly shown: Shown | null;
};

type Whose = Pick<CaseStateView, 'applicant' | 'submitter'>;

/** A company comes as a human with the paper that lets them. */
export function isOrganisation({ applicant }: Pick<CaseStateView, 'applicant'>): boolean {
  return applicant.kind !== 'citizen';
}

/** Nearly always the applicant; for a company whoever handed the file in, or somebody still to be named. */
export function startingReceiver(state: Whose): Receiver {
  if (isOrganisation(state)) return asProxy(state, null);
  const { fullName, idNumber } = state.applicant;
  return { as: 'applicant', fullName, idNumber, authorisation: '', shown: null };
}

function asProxy({ submitter }: Whose, shown: Shown | null): Receiver {
  return {
    as: 'proxy',
    fullName: submitter?.fullName ?? '',
    idNumber: submitter?.idNumber ?? '',
    authorisation: submitter?.authorisation ?? '',
    shown,
  };
}

/** The same person with another right to the result: a proxy is first thought to be who handed the file in. */
export function receiverAs(as: Receiver['as'], before: Receiver, state: Whose): Receiver {
  if (as === before.as) return before;
  return as === 'applicant' ? { ...startingReceiver(state), shown: before.shown } : asProxy(state, before.shown);
}

type Card = { readonly idNumber: string; readonly fullName: string };

/** A citizen card says who stands here: the applicant, or somebody who needs an authorisation. It is the identity paper, where no receipt was shown. */
export function receiverOfCard(card: Card, typed: Receiver, state: Whose): Receiver {
  const before: Receiver = { ...typed, shown: typed.shown ?? 'identity' };
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

/** The act as the contract wants it, or what is wrong by field, as keys of `common.issues`; `shown` is asked by the screen alone. */
export function readReturn(receiver: Receiver): ReturnAct | ReadonlyMap<keyof Receiver, string> {
  const { authorisation, idNumber, shown, ...rest } = receiver;
  const given = receiver.as === 'proxy' && authorisation.trim() !== '' ? { authorisation } : {};
  const parsed = Act.safeParse({
    type: 'return',
    receiver: { ...rest, idNumber: plainIdNumber(idNumber), receiptLost: shown === 'identity', ...given },
  });
  const issues = (parsed.error?.issues ?? []).map((issue): [keyof Receiver, string] => {
    const field = String(issue.path[1]) as keyof Receiver;
    const empty = field !== 'authorisation' && String(receiver[field]).trim() === '';
    return [field, empty ? 'required' : issue.message];
  });
  if (shown === null) issues.unshift(['shown', 'required']);
  return parsed.success && shown !== null ? (parsed.data as ReturnAct) : new Map(issues);
}

/** Whether a result can be handed out now, and if not, what stands in the way. */
export type Standing = 'ready' | 'announce-first' | 'returned' | 'not-yet';

export function returnStandingOf({ state, availableActions }: Pick<CaseView, 'state' | 'availableActions'>): Standing {
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
