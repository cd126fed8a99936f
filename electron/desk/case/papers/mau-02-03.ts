import type { Mau02Data, Mau03Data } from '../../../paper/forms/data.ts';
import { personName } from '../../core/lookups.ts';
import { type CaseMaker, caseOnPaper, findLast, numberOnPaper } from './case-facts.ts';
import { notApplicable } from '../../papers/source.ts';

/** Phiếu yêu cầu bổ sung: of the last request. */
export const supplementRequestOf: CaseMaker<'mau-02'> = (desk, basis) => {
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
    ...caseOnPaper(desk, basis, asked),
    paper: numberOnPaper(basis),
    requestedAt: asked.at,
    // Older entries have only the reason, and that says what is missing.
    items: (items ?? [reason]).map((text) => ({ text })),
    reason,
    ...(override === undefined ? {} : { override }),
    guide: { fullName: personName(desk, asked.actor) },
  } satisfies Mau02Data;
};

/** Phiếu từ chối: the legal reason in words (NĐ 118/2025 Điều 17 k1c, Điều 19 k3). */
export const refusalOf: CaseMaker<'mau-03'> = (desk, basis) => {
  const refused = findLast(basis.actions, 'refused');
  if (refused === undefined) return notApplicable('mau-03', 'Hồ sơ này không bị từ chối', 'this case was not refused');
  const { reason, legalBasis } = refused.action;
  return {
    ...caseOnPaper(desk, basis, refused),
    paper: numberOnPaper(basis),
    refusedAt: refused.at,
    reason,
    ...(legalBasis === undefined ? {} : { legalBasis }),
    officer: { fullName: personName(desk, refused.actor) },
  } satisfies Mau03Data;
};
