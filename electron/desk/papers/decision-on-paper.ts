import type { DecidedPair } from '../../domain/apart/owed.ts';
import type { DeskContext } from '../core/context.ts';
import { counterOf } from '../core/counter.ts';
import { staffName } from '../core/session/staff-name.ts';
import { counterOnPaper } from './on-paper.ts';

type Recorded = {
  readonly action: { readonly type: string; readonly reason?: unknown };
  readonly at: string;
  readonly actor: string;
  readonly desk: string;
};

/** Which of two things stands that counters told: what each said, when and where, and who decided it and why. */
export function decisionOnPaper<R extends Recorded>(
  desk: DeskContext,
  { by, stands, against }: DecidedPair<R>,
  whatWasTold: (action: R['action']) => string,
) {
  const said = ({ action, at, desk: counter }: R) => ({
    what: whatWasTold(action),
    at,
    counter: counterOnPaper(counterOf(desk, counter)),
  });
  return {
    decidedAt: by.at,
    lost: said(against),
    stands: said(stands),
    reason: by.action.type === 'decided' ? String(by.action.reason) : '',
    supervisor: { fullName: staffName(desk, by.actor, by.desk) },
  };
}
