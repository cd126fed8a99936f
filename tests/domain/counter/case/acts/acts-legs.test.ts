import { describe, expect, test } from 'vitest';
import type { Act } from '../../../../../electron/contract/counter/case/act.ts';
import type { ActContext } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import {
  type TableAct,
  availableActs,
  decideAct,
  recordOf,
} from '../../../../../electron/domain/counter/case/acts/acts.ts';
import type { CaseState } from '../../../../../electron/domain/counter/case/state.ts';
import type { PlannedLeg } from '../../../../../electron/domain/entries/case.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { caseAfter, dueAt } from '../../../../support/data/case-sample.ts';

const now = '2026-11-17T10:00:00+07:00';
const officer: ActContext = { now, calendar, username: 'officer', role: 'officer' };
const received = { type: 'leg-received', at: now, by: 'Lê Văn Tư' } as const;
const finished = { type: 'leg-finished', result: 'xong', returnedAt: now } as const;
const returned = { type: 'leg-returned-incomplete', reason: 'thiếu bản chính' } as const;

function refusalOf(act: TableAct, state: CaseState, context: ActContext): string | null {
  return availableActs(state, context).find((one) => one.act === act)?.refusal?.key ?? null;
}

/** Điều 14, 17 k3, 18, 20: sent, received there, finished or sent back; papers by a list with two signatures. */
describe('legs at other agencies', () => {
  const leg: PlannedLeg = {
    agency: 'UBND Xã Bình Chánh',
    work: 'Giải quyết',
    way: 'paper',
    term: { value: 2, unit: 'working-day' },
    sendBy: '2026-11-17T17:00:00+07:00',
    plannedDueAt: dueAt,
  };
  const which = { leg: '0', agency: leg.agency };
  const sent: CaseState = {
    ...caseAfter(),
    status: 'processing',
    legs: [begun({ stage: 'sent', sentAt: '2026-11-16T15:00:00+07:00' })],
  };
  const running: CaseState = { ...sent, legs: [begun({ stage: 'running', receivedAt: '2026-11-17T08:00:00+07:00' })] };
  const toSend: CaseState = { ...caseAfter(), legs: [begun({ stage: 'to-send' })] };

  function begun(change: Partial<CaseState['legs'][number]>): CaseState['legs'][number] {
    return {
      ...leg,
      stage: 'waiting',
      sentAt: null,
      handOverId: null,
      receivedAt: null,
      receivedBy: null,
      dueAt: null,
      finishedAt: null,
      result: null,
      returnReason: null,
      missed: false,
      ...change,
    };
  }

  test.each<[TableAct, CaseState, ActContext, string | null]>([
    ['send-leg', caseAfter(), officer, 'no-leg'],
    ['send-leg', toSend, officer, 'leg-by-list'],
    ['send-leg', toSend, { ...officer, handOverId: 'list' }, null],
    ['send-leg', { ...toSend, legs: [begun({ stage: 'running', way: 'here' })] }, officer, 'leg-here'],
    ['send-leg', { ...toSend, legs: [begun({ stage: 'to-send', way: 'electronic' })] }, officer, null],
    ['send-leg', sent, { ...officer, handOverId: 'list' }, 'leg-sent-already'],
    ['leg-received', sent, officer, null],
    ['leg-received', running, officer, 'leg-not-sent'],
    ['leg-finished', sent, officer, 'leg-not-running'],
    ['leg-finished', running, officer, null],
    ['leg-returned-incomplete', sent, officer, null],
    ['leg-returned-incomplete', { ...sent, legs: toSend.legs }, officer, 'leg-not-away'],
    ['transfer', toSend, officer, 'leg-elsewhere'],
    ['finish', running, officer, 'legs-open'],
    ['finish', { ...running, legs: [begun({ stage: 'finished' })] }, officer, null],
  ])('%s (%#)', (act, state, context, key) => {
    expect(refusalOf(act, state, context)).toBe(key);
  });

  test.each<[string, Act, CaseState, RegExp]>([
    ['ahead', { ...received, at: '2026-11-17T10:00:01+07:00' }, sent, /sau giờ hiện tại/],
    ['a minute before it left', { ...received, at: '2026-11-16T14:59:00+07:00' }, sent, /trước lúc chuyển/],
    ['a result from before', { ...finished, returnedAt: '2026-11-17T07:59:00+07:00' }, running, /trước lúc cơ quan/],
  ])('nothing happens %s', (_name, act, state, reason) => {
    expect(decideAct(act, state, officer)).toMatchObject({ data: { reason: expect.stringMatching(reason) } });
  });

  test('the agency’s clock starts when it has the file (Điều 17 k3)', () => {
    expect(decideAct({ ...received, at: '2026-11-16T15:00:00+07:00' }, sent, officer)).toEqual({
      type: 'leg-received',
      ...which,
      receivedAt: '2026-11-16T15:00:00+07:00',
      by: 'Lê Văn Tư',
      dueAt: '2026-11-18T17:00:00+07:00',
    });
  });

  test('a leg without a time takes the one that was set since', () => {
    const untimed = { ...sent, legs: [begun({ stage: 'sent', term: null })] };
    const set: ActContext = { ...officer, termNow: () => ({ value: 1, unit: 'working-day' }) };
    expect(recordOf(received, untimed, officer)).toMatchObject({ dueAt: null });
    expect(recordOf(received, untimed, set)).toMatchObject({ dueAt: '2026-11-18T17:00:00+07:00' });
  });

  test('what comes back incomplete has to be there again within a working day (Điều 20)', () => {
    expect(decideAct(returned, running, officer)).toMatchObject({ sendBy: '2026-11-18T17:00:00+07:00' });
  });
});
