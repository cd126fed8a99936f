import type { OfficeSettings } from '../../../../contract/common/office/office.ts';
import { foldCase } from '../../../../domain/counter/case/state.ts';
import type { CaseAction, RecordedAction } from '../../../../domain/entries/case.ts';
import type { Mau04Data } from '../../../../paper/forms/data.ts';
import type { CaseFile } from '../../../../store/counter/case/case.ts';
import type { DeskContext } from '../../../core/context.ts';
import {
  type Basis,
  type CaseMaker,
  before,
  caseOnPaper,
  findHandler,
  findLast,
  firstPromise,
  numberOnPaper,
} from './case-facts.ts';
import { issuerOf } from './issuer.ts';
import { notApplicable } from '../../../papers/source.ts';

type Extended = RecordedAction & { readonly action: Extract<CaseAction, { type: 'extended' }> };

/** Văn bản xin lỗi và đề nghị gia hạn: the old promise and the new one, once in a case's life (NĐ 118/2025 Điều 19 k6). */
export const extensionOf: CaseMaker<'mau-04'> = (desk, basis) => {
  const extended = findLast(basis.actions, 'extended');
  if (extended === undefined)
    return notApplicable('mau-04', 'Hồ sơ này chưa được gia hạn', 'the term of this case was not extended');
  return extensionOn(desk, basis, extended, extended);
};

type Proposed = Pick<CaseFile, 'actions' | 'state'> & {
  readonly office: OfficeSettings;
  /** The last that is in the journal. */
  readonly last: RecordedAction;
  readonly proposed: Extended;
};

/** The same paper of an extension that is only thought of: it stands in no journal, so it has no digits of one and no number. */
export function proposedExtension(desk: DeskContext, { actions, state, office, last, proposed }: Proposed): Mau04Data {
  const basis = { state, office, actions, number: undefined, madeOn: proposed.at };
  const { journalHead: _none, head: _neither, ...rest } = extensionOn(desk, basis, proposed, last);
  return rest;
}

function extensionOn(desk: DeskContext, basis: Basis, extended: Extended, from: RecordedAction) {
  const earlier = before(basis.actions, extended);
  const state = foldCase(earlier);
  const issuer = issuerOf(desk, { ...basis, state });
  const division = findHandler(desk, earlier);
  const paper = numberOnPaper(basis);
  return {
    ...caseOnPaper(desk, basis, from),
    paper,
    extendedAt: extended.at,
    reason: extended.action.reason,
    oldDueAt: state.dueAt ?? firstPromise(basis.actions),
    newDueAt: extended.action.dueAt,
    ...(extended.action.overdue === true
      ? { article: 'khoản 5 Điều 12 Nghị định 118/2025/NĐ-CP' }
      : { article: 'khoản 6 Điều 19 Nghị định 118/2025/NĐ-CP', once: true }),
    handler: division ?? 'cơ quan chuyên môn',
    issuer,
    ...(issuer.preparedBy === undefined ? ofOurBook(paper, division) : {}),
  } satisfies Mau04Data;
}

/** What only a letter of this office's own committee says: its number, and who has the file inside. */
function ofOurBook(
  { number, desk }: Mau04Data['paper'],
  division: string | undefined,
): Pick<Mau04Data, 'ownNumber' | 'ownDesk' | 'division'> {
  return {
    ...(number === undefined ? {} : { ownNumber: number }),
    ...(desk === undefined ? {} : { ownDesk: desk }),
    ...(division === undefined ? {} : { division }),
  };
}
