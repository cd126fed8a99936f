import { foldCase } from '../../domain/case-state.ts';
import type { Mau04Data } from '../../paper/mau-04-data.ts';
import { type DataMaker, before, findLast, firstPromise, notApplicable } from './basis.ts';
import { caseOnPaper, findHandler, numberOnPaper } from './case-on-paper.ts';

/** Văn bản xin lỗi và đề nghị gia hạn: the old promise and the new one, once in a case's life (NĐ 118/2025 Điều 19 k6). */
export const extensionOf: DataMaker = (room, basis) => {
  const extended = findLast(basis.actions, 'extended');
  if (extended === undefined)
    return notApplicable('mau-04', 'Hồ sơ này chưa được gia hạn', 'the term of this case was not extended');
  const earlier = before(basis.actions, extended);
  return {
    ...caseOnPaper(room, basis, extended),
    paper: numberOnPaper(basis),
    extendedAt: extended.at,
    reason: extended.action.reason,
    oldDueAt: foldCase(earlier).dueAt ?? firstPromise(basis.actions),
    newDueAt: extended.action.dueAt,
    handler: findHandler(room, earlier) ?? 'cơ quan chuyên môn',
  } satisfies Mau04Data;
};
