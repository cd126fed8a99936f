import type { Mau02Data } from '../../paper/forms/data.ts';
import { personName } from '../case-view.ts';
import { type DataMaker, findLast, notApplicable } from './basis.ts';
import { caseOnPaper, numberOnPaper } from './case-on-paper.ts';

/** Phiếu yêu cầu bổ sung: of the last request. */
export const supplementRequestOf: DataMaker = (room, basis) => {
  const asked = findLast(basis.actions, 'supplement-requested');
  if (asked === undefined) {
    return notApplicable(
      'mau-02',
      'Hồ sơ này chưa có yêu cầu bổ sung nào',
      'nothing was asked to be supplemented in this case',
    );
  }
  const { reason, items, override } = asked.action;
  return {
    ...caseOnPaper(room, basis, asked),
    paper: numberOnPaper(basis),
    requestedAt: asked.at,
    // Older entries have only the reason, and that says what is missing.
    items: (items ?? [reason]).map((text) => ({ text })),
    reason,
    ...(override === undefined ? {} : { override }),
    guide: { fullName: personName(room, asked.actor) },
  } satisfies Mau02Data;
};
