import type { SupplementRule } from '../../../../contract/catalogue/lists.ts';
import { isFault } from '../../../../contract/base/fault.ts';
import { supplementUntil } from '../../../../domain/counter/case/supplement.ts';
import type { DeskContext } from '../../../core/context.ts';
import type { Mau02Data, Mau03Data } from '../../../../paper/forms/data.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { supplementRuleOf } from '../../../catalogue/adopted.ts';
import { type CaseMaker, caseOnPaper, findLast, numberOnPaper } from './case-facts.ts';
import { articleInWords } from '../../../papers/on-paper.ts';
import { notApplicable } from '../../../papers/source.ts';
import { issuerOf } from './issuer.ts';

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
  const { reason, items, override, proposedBy } = asked.action;
  // Who knows the file guides the citizen, not the supervisor who approved what they proposed.
  const guide = proposedBy === undefined ? asked : (findLast(basis.actions, 'supplement-proposed') ?? asked);
  return {
    ...caseOnPaper(desk, basis, asked),
    paper: numberOnPaper(basis),
    requestedAt: asked.at,
    ...lastDayOf(desk, asked.at, supplementRuleOf(desk, basis.state)),
    // Older entries have only the reason, and that says what is missing.
    items: (items ?? [reason]).map((text) => ({ text })),
    reason,
    ...(override === undefined ? {} : { override }),
    guide: { fullName: staffName(desk, guide.actor, guide.desk) },
  } satisfies Mau02Data;
};

/** The day the file may be closed after; absent where the calendar ends before it (NĐ 118/2025 Điều 19 k5). */
function lastDayOf(
  desk: DeskContext,
  askedAt: string,
  rule: SupplementRule | null,
): Pick<Mau02Data, 'lastDay' | 'afterLastDay'> {
  const until = supplementUntil(askedAt, desk.calendar(), rule);
  if (isFault(until)) return {};
  // The law of the field may refuse where the decree closes: building permits, NĐ 217/2026 Điều 54 k2.
  if (rule?.afterwards !== 'refuse') return { lastDay: until };
  return { lastDay: until, afterLastDay: `hồ sơ bị từ chối (${articleInWords(rule.article)})` };
}

/**
 * Phiếu từ chối: the legal reason in words. After the case was handled it is the notice of the agency that decides, under its header and
 * signed by its head; the one-stop desk hands it over (NĐ 118/2025 Điều 19 k3).
 */
export const refusalOf: CaseMaker<'mau-03'> = (desk, basis) => {
  const refused = findLast(basis.actions, 'refused');
  if (refused === undefined) return notApplicable('mau-03', 'Hồ sơ này không bị từ chối', 'this case was not refused');
  const { reason, legalBasis } = refused.action;
  const issuer = issuerOf(desk, basis);
  const paper = numberOnPaper(basis);
  return {
    ...caseOnPaper(desk, basis, refused),
    paper,
    refusedAt: refused.at,
    reason,
    ...(legalBasis === undefined ? {} : { legalBasis }),
    officer: { fullName: staffName(desk, refused.actor, refused.desk) },
    issuer,
    ...(issuer.preparedBy === undefined ? ofOurBook(paper) : {}),
  } satisfies Mau03Data;
};

function ofOurBook({ number, desk }: Mau03Data['paper']): Pick<Mau03Data, 'ownNumber' | 'ownDesk'> {
  return {
    ...(number === undefined ? {} : { ownNumber: number }),
    ...(desk === undefined ? {} : { ownDesk: desk }),
  };
}
