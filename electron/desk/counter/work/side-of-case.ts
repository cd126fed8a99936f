import type { ConflictSide } from '../../../contract/counter/work/conflict.ts';
import { areApart } from '../../../domain/apart/judge.ts';
import { foldCase } from '../../../domain/counter/case/state.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import type { CaseFile } from '../../../store/counter/case/case.ts';
import { actionDetail, factsView } from '../case/view.ts';
import type { DeskContext } from '../../core/context.ts';

/**
 * What a side of a conflict says: in its own words, and the case before and after it as its counter knew it. Two corrections may give one reason and change
 * different things; what the other counter did is in neither.
 */
export function sideOfCase(
  desk: DeskContext,
  file: CaseFile,
  one: RecordedAction,
): Pick<ConflictSide, 'detail' | 'changed'> {
  const { actions } = file;
  const known = actions.slice(0, actions.indexOf(one)).filter((before) => !areApart(before, one));
  const isBegun = known.some(({ action }) => action.type === 'received');
  const becomes = isBegun || one.action.type === 'received' ? factsView(desk, foldCase([...known, one])) : null;
  return {
    detail: actionDetail(desk, file, one),
    changed: becomes === null ? null : { was: isBegun ? factsView(desk, foldCase(known)) : null, becomes },
  };
}
