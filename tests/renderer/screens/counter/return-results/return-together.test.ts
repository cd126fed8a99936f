import { describe, expect, test } from 'vitest';
import {
  type Given,
  returnTogether,
  slipsByState,
  undoTogether,
} from '../../../../../renderer/screens/counter/return-results/return-together.ts';

const a = { caseId: 'a', number: 'H29-1', status: 'finished' } as const;
const b = { caseId: 'b', number: 'H29-2', status: 'refused' } as const;
const c = { caseId: 'c', number: 'H29-3', status: 'finished' } as const;
const whyNot = (error: unknown) => (error as Error).message;

/** A desk that refuses some cases; `asked` is what it was asked, in order. */
function deskRefusing(...refusing: string[]) {
  const asked: string[] = [];
  const ask = async (caseId: string) => {
    asked.push(caseId);
    if (refusing.includes(caseId)) throw new Error(`not ${caseId}`);
    return { printJobId: `slip of ${caseId}`, paperFault: caseId === 'c' ? { message: 'no printer' } : null };
  };
  return { asked, ask };
}

describe('several results to one hand', () => {
  test('each is tried, and each slip is kept with its case', async () => {
    const { asked, ask } = deskRefusing('b');
    expect(await returnTogether([a, b, c], ask, whyNot)).toEqual({
      given: [
        { caseId: 'a', number: 'H29-1', back: 'result', printJobId: 'slip of a', paperFault: null },
        { caseId: 'c', number: 'H29-3', back: 'result', printJobId: 'slip of c', paperFault: 'no printer' },
      ],
      refused: [{ caseId: 'b', number: 'H29-2', why: 'not b' }],
    });
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  test('what is wrong with the case in front stops all', async () => {
    const { asked, ask } = deskRefusing('a');
    await expect(returnTogether([a, b, c], ask, whyNot)).rejects.toThrow('not a');
    expect(asked).toEqual(['a']);
  });
});

describe('taken back', () => {
  const given = [a, b, c].map(({ caseId, number }): Given => ({
    caseId,
    number,
    back: 'result',
    printJobId: null,
    paperFault: null,
  }));

  test('where one is refused the next is tried all the same, and what is refused is told', async () => {
    const { asked, ask } = deskRefusing('b');
    const back: string[] = [];
    const takeBack = async (caseId: string) => {
      await ask(caseId);
      back.push(caseId);
    };
    expect(await undoTogether(given, takeBack, whyNot)).toEqual([{ caseId: 'b', number: 'H29-2', why: 'not b' }]);
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(back).toEqual(['a', 'c']);
  });
});

test('of the slips the one that did not come out stands first, with its case', () => {
  const slips = [
    { number: 'H29-1', state: 'printed' },
    { number: 'H29-2', state: 'spooled' },
    { number: 'H29-3', state: 'failed' },
    { number: 'H29-4', state: 'printed' },
  ] as const;
  expect(slipsByState(slips)).toEqual([
    { state: 'failed', numbers: ['H29-3'] },
    { state: 'spooled', numbers: ['H29-2'] },
    { state: 'printed', numbers: ['H29-1', 'H29-4'] },
  ]);
});
