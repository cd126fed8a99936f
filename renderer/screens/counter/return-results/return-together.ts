import type { PrintState } from '../../../../electron/contract/common/printing/paper.ts';
import type { CaseStatus } from '../../../../electron/contract/base/case-status.ts';
import { type RefusedOne, eachTried } from '../../../desk/each-tried.ts';
import { whatGoesBack } from './returnable.ts';

/** One of several results that go to the same hand. */
export type Waiting = { readonly caseId: string; readonly number: string; readonly status: CaseStatus };

/** What the desk answers of its slip. */
type Slip = { readonly printJobId: string | null; readonly paperFault: { readonly message: string } | null };

/** A case that was handed out: what went back, and what became of its slip. */
export type Given = {
  readonly caseId: string;
  readonly number: string;
  readonly back: ReturnType<typeof whatGoesBack>;
  readonly printJobId: string | null;
  readonly paperFault: string | null;
};

/** A case at which the desk refused, and its sentence why. */
export type Refused = { readonly caseId: string; readonly number: string; readonly why: string };

type WhyNot = (error: unknown) => string;

/**
 * Hands out the case in front, and then those that go to the same hand: one entry each. What is wrong with the first stops all and is thrown; of the others each is
 * tried, and each that is refused is told with why.
 */
export async function returnTogether(
  [first, ...others]: readonly [Waiting, ...Waiting[]],
  handOut: (caseId: string) => Promise<Slip>,
  whyNot: WhyNot,
): Promise<{ readonly given: readonly [Given, ...Given[]]; readonly refused: readonly Refused[] }> {
  const given: [Given, ...Given[]] = [givenOf(first, await handOut(first.caseId))];
  const refused = await eachTried(
    others,
    async (one) => {
      given.push(givenOf(one, await handOut(one.caseId)));
    },
    whyNot,
  );
  return { given, refused: named(refused) };
}

/** Takes each back that was handed out; where one is refused the next is tried all the same, for the minute of each runs. Answers what is refused. */
export async function undoTogether(
  given: readonly Given[],
  takeBack: (caseId: string) => Promise<void>,
  whyNot: WhyNot,
): Promise<readonly Refused[]> {
  return named(await eachTried(given, ({ caseId }) => takeBack(caseId), whyNot));
}

function named(
  refused: readonly RefusedOne<{ readonly caseId: string; readonly number: string }>[],
): readonly Refused[] {
  return refused.map(({ one: { caseId, number }, why }) => ({ caseId, number, why }));
}

function givenOf({ caseId, number, status }: Waiting, { printJobId, paperFault }: Slip): Given {
  return { caseId, number, back: whatGoesBack(status), printJobId, paperFault: paperFault?.message ?? null };
}

/** What somebody has to look after first. */
const worstFirst: readonly PrintState[] = ['failed', 'unknown', 'queued', 'spooled', 'void', 'printed', 'handed-over'];

type SlipJob = { readonly number: string; readonly state: PrintState };

/** Slips by what became of them, the worst first, with the cases they are of. */
export function slipsByState(slips: readonly SlipJob[]): { readonly state: PrintState; readonly numbers: string[] }[] {
  return worstFirst
    .map((state) => ({ state, numbers: slips.filter((slip) => slip.state === state).map(({ number }) => number) }))
    .filter(({ numbers }) => numbers.length > 0);
}
