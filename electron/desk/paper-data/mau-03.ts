import type { Mau03Data } from '../../paper/forms/data.ts';
import { personName } from '../case-view.ts';
import { type DataMaker, findLast, notApplicable } from './basis.ts';
import { caseOnPaper, numberOnPaper } from './case-on-paper.ts';

/** Phiếu từ chối: the legal reason in words (NĐ 118/2025 Điều 17 k1c, Điều 19 k3). */
export const refusalOf: DataMaker = (room, basis) => {
  const refused = findLast(basis.actions, 'refused');
  if (refused === undefined) return notApplicable('mau-03', 'Hồ sơ này không bị từ chối', 'this case was not refused');
  const { reason, legalBasis } = refused.action;
  return {
    ...caseOnPaper(room, basis, refused),
    paper: numberOnPaper(basis),
    refusedAt: refused.at,
    reason,
    ...(legalBasis === undefined ? {} : { legalBasis }),
    officer: { fullName: personName(room, refused.actor) },
  } satisfies Mau03Data;
};
