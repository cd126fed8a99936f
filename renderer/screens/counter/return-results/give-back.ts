import type { CaseHit } from '../../../../electron/contract/counter/case/case.ts';
import type { Confirmation } from '../../../../electron/contract/counter/case/confirm.ts';
import { deskClient } from '../../../desk/client.ts';
import { reasonsAsked } from '../../../parts/dialog/ConfirmReasons.tsx';
import type { ReturnAct } from './receiver.ts';

type Asked = { readonly caseId: string; readonly act: ReturnAct; readonly confirm?: Confirmation[] | undefined };

/** What was handed out with the first: each for itself. */
export type Others = {
  readonly given: readonly { readonly caseId: string; readonly number: string; readonly paperFault: string | null }[];
  readonly refused: readonly { readonly caseId: string; readonly number: string; readonly why: string }[];
};

type Words = { readonly needsReason: string; readonly sentenceOf: (error: unknown) => string | null };

/**
 * Hands out the case in front, and then those that go to the same hand: one entry each, by the same receiver and the same paper shown. What is wrong with the first
 * stops all; of the others each that is refused is told with why, and a reason that was given for the first is nobody else's.
 */
export async function giveBackAll({ caseId, act, confirm }: Asked, others: readonly CaseHit[], words: Words) {
  const first = await deskClient.case.act({ caseId, act, print: true, ...(confirm === undefined ? {} : { confirm }) });
  const given: Others['given'][number][] = [];
  const refused: Others['refused'][number][] = [];
  for (const other of others) {
    const named = { caseId: other.caseId, number: other.number };
    try {
      const { paperFault } = await deskClient.case.act({ caseId: other.caseId, act, print: true });
      given.push({ ...named, paperFault: paperFault?.message ?? null });
    } catch (error) {
      const why = reasonsAsked(error) === undefined ? words.sentenceOf(error) : words.needsReason;
      refused.push({ ...named, why: why ?? '' });
    }
  }
  return { first, others: { given, refused } };
}
