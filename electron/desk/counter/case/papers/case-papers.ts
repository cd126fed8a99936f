import { startOfDay } from '../../../../domain/base/civil-time.ts';
import { fault } from '../../../../contract/base/fault.ts';
import { printedNumber } from '../../../../domain/base/numbering.ts';
import { foldCase } from '../../../../domain/counter/case/state.ts';
import { sheetForm } from '../../../../domain/common/printing/paper-place.ts';
import { type FormOf, findForm } from '../../../../paper/forms/forms.ts';
import { type CaseFile, findCaseFile } from '../../../../store/counter/case/case.ts';
import { lastSeqOf } from '../../../../store/journal/entries.ts';
import { knownTo } from '../../../../store/journal/order.ts';
import { officeAt } from '../../../../store/common/office/settings.ts';
import type { DeskContext } from '../../../core/context.ts';
import {
  type Making,
  type PaperBasis,
  type PaperRefusal,
  type PaperSource,
  type PaperSources,
  notApplicable,
  deskMark,
} from '../../../papers/source.ts';
import type { CaseMaker } from './case-facts.ts';
import { wordingOf } from './loi-chung.ts';
import { receiptOf, receiptToSign } from './mau-01.ts';
import { refusalOf, supplementRequestOf } from './mau-02-03.ts';
import { extensionOf } from './mau-04.ts';
import { stopOf } from './mau-05.ts';
import { controlSlipOf } from './mau-06.ts';
import { obligationOf } from './nghia-vu.ts';
import { courseOf } from './qua-trinh.ts';
import { paperReceiptOf, paymentRequestOf, slipOf, wrongReceiptOf } from './receipts.ts';
import { labelOf, papersBackOf, returnOf } from './return.ts';
import { declarationMaker } from './to-khai.ts';
import { decisionOf } from './thong-bao-lai.ts';

/** What each form of a case is made by. */
const makers: { readonly [N in FormOf<'case'>]: CaseMaker<N> } = {
  'bien-lai': paperReceiptOf,
  'bien-lai-sai': wrongReceiptOf,
  'loi-chung': wordingOf,
  'mau-01': receiptOf,
  'mau-01-cuon': receiptOf,
  'mau-01-cuon-58': receiptOf,
  'mau-02': supplementRequestOf,
  'mau-03': refusalOf,
  'mau-04': extensionOf,
  'mau-05': stopOf,
  'mau-06': controlSlipOf,
  'nghia-vu': obligationOf,
  'nhan-tui': labelOf,
  'phieu-thanh-toan': paymentRequestOf,
  'phieu-thu-tam': slipOf,
  'qua-trinh': courseOf,
  'thong-bao-lai': decisionOf,
  'tk-hon-nhan': declarationMaker('tk-hon-nhan'),
  'tk-ket-hon': declarationMaker('tk-ket-hon'),
  'tk-khai-sinh': declarationMaker('tk-khai-sinh'),
  'tk-khai-tu': declarationMaker('tk-khai-tu'),
  'tk-trich-luc': declarationMaker('tk-trich-luc'),
  'tra-ho-so': papersBackOf,
  'tra-ket-qua': returnOf,
};

export const casePapers: PaperSources<'case'> = {
  kind: 'case',
  isOf: (documentId) => /^.{36}\.\d+(-[0-9a-f]{8})?$/.test(documentId),
  sourceOf: (desk, documentId) => paperOfCase(desk, documentId.slice(0, 36)),
};

/** A case as something papers are made of. A file that was read already is taken as long as nothing has been added to the case since. */
export function paperOfCase(desk: DeskContext, known: string | CaseFile): PaperSource {
  const id = typeof known === 'string' ? known : known.caseId;
  const subject = { kind: 'case', caseId: id } as const;
  return {
    id,
    subject,
    now: () => {
      const { db } = desk.store;
      const isFresh = typeof known !== 'string' && known.actions.at(-1)?.seq === lastSeqOf(db, subject);
      const file = isFresh ? known : findCaseFile(db, id);
      return file && basisOf(desk, file);
    },
  };
}

/** @param made the entry of the paper that it is the basis of, where that is made already */
function basisOf(desk: DeskContext, { caseId, actions, state }: CaseFile, made?: number): PaperBasis {
  const { db } = desk.store;
  const office = officeAt(db, actions.at(-1)?.seq ?? 0, made) ?? desk.getOffice();
  return {
    printed: printedNumber(state.number),
    office,
    documents: state.documents,
    nextDocumentId: `${caseId}.${state.documents.length + 1}${deskMark(desk, actions[0]?.desk)}`,
    before: (seq) => {
      const isKnown = knownTo(db, seq);
      const earlier = actions.filter((recorded) => isKnown(recorded.seq));
      return basisOf(desk, { caseId, actions: earlier, state: foldCase(earlier) }, seq);
    },
    toSign: (form) => (sheetForm(form) === 'mau-01' ? receiptToSign(desk, { state, actions }) : undefined),
    dataOf: (form, { number, madeAt, signed }: Making): object | PaperRefusal => {
      const make = findMaker(form);
      if (make !== undefined)
        return make(desk, { caseId, state, office, actions, number, signed, madeOn: startOfDay(madeAt.slice(0, 10)) });
      const known = findForm(form);
      if (known === undefined || !('notOfCase' in known)) return fault('form-unknown', { form });
      return notApplicable(form, known.notOfCase.reason, known.notOfCase.reasonEn);
    },
  };
}

function findMaker(form: string): CaseMaker<FormOf<'case'>> | undefined {
  return Object.hasOwn(makers, form) ? makers[form as FormOf<'case'>] : undefined;
}
