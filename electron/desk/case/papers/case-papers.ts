import { fault, isFault } from '../../../contract/fault.ts';
import { foldCase } from '../../../domain/case/state.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import type { RenderedPaper } from '../../../paper/paper.ts';
import { caseActions } from '../../../store/case/case.ts';
import { officeAt } from '../../../store/office/settings.ts';
import type { DeskContext } from '../../core/context.ts';
import { paperReceiptOf, paymentRequestOf, slipOf } from '../../money/papers.ts';
import { type Basis, type DataMaker, notApplicable } from '../../papers/case-facts.ts';
import { type KeptDocument, settled } from '../../papers/kept.ts';
import type { Making, PaperRefusal, PaperSource } from '../../papers/source.ts';
import { receiptOf } from './mau-01.ts';
import { refusalOf, supplementRequestOf } from './mau-02-03.ts';
import { extensionOf } from './mau-04.ts';
import { stopOf } from './mau-05.ts';
import { controlSlipOf } from './mau-06.ts';
import { courseOf } from './qua-trinh.ts';
import { labelOf, returnOf } from './return.ts';

/** Every form by name, with what it is made from when it is asked for a case. */
export const caseForms: Readonly<Record<string, DataMaker>> = {
  'mau-01': receiptOf,
  'mau-01-cuon': receiptOf,
  'mau-01-cuon-58': receiptOf,
  'mau-02': supplementRequestOf,
  'mau-03': refusalOf,
  'mau-04': extensionOf,
  'mau-05': stopOf,
  'mau-06': controlSlipOf,
  'nhan-tui': labelOf,
  'tra-ket-qua': returnOf,
  'bien-lai': paperReceiptOf,
  'phieu-thu-tam': slipOf,
  'phieu-thanh-toan': paymentRequestOf,
  'qua-trinh': courseOf,
  'huong-dan': () =>
    notApplicable(
      'huong-dan',
      'Phiếu hướng dẫn lập theo thủ tục, không theo hồ sơ',
      'the guidance sheet is made of a procedure, not of a case',
    ),
  'mau-07': () =>
    notApplicable(
      'mau-07',
      'Sổ theo dõi lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ',
      'the register is made of a period, not of a case; it is made on the Register screen (register.file)',
    ),
  'ban-giao': () =>
    notApplicable(
      'ban-giao',
      'Danh sách bàn giao lập cho nhiều hồ sơ một lần; lập ở màn hình Bàn giao (F10)',
      'a hand-over list is made of many cases at once, on the Hand over screen (F10)',
    ),
  'hieu-chuan': () =>
    notApplicable('hieu-chuan', 'Tờ căn lề không thuộc hồ sơ nào', 'the calibration sheet belongs to no case'),
  'thu-cuon': () => notApplicable('thu-cuon', 'Trang in thử không thuộc hồ sơ nào', 'the test page belongs to no case'),
  'thu-cuon-58': () =>
    notApplicable('thu-cuon-58', 'Trang in thử không thuộc hồ sơ nào', 'the test page belongs to no case'),
  'mau-01-trong': () =>
    notApplicable('mau-01-trong', 'Giấy trống in theo bộ giấy dự phòng', 'blank receipts are printed as a kit'),
  'so-trong': () =>
    notApplicable('so-trong', 'Trang sổ trống in theo bộ giấy dự phòng', 'blank register pages are printed as a kit'),
  'test-page': () =>
    notApplicable('test-page', 'Trang in thử không thuộc hồ sơ nào', 'the test page belongs to no case'),
};

export function paperOfCase(room: DeskContext, caseId: string): PaperSource {
  return {
    id: caseId,
    subject: { kind: 'case', caseId },
    now: () => {
      const actions = caseActions(room.store.db, caseId);
      const { documents, number } = foldCase(actions);
      return {
        entries: actions.length,
        nextDocumentId: `${caseId}.${documents.length + 1}`,
        printed: number.official ?? number.local,
        render: (form, making) => renderPaper(room, form, actions, making),
      };
    },
  };
}

/** Makes a paper from the case's actions so far. The same actions, number and day give the same bytes, today and in ten years. */
export async function renderPaper(
  room: DeskContext,
  form: string,
  actions: readonly RecordedAction[],
  { number, madeAt }: Making,
): Promise<RenderedPaper | PaperRefusal> {
  const basis = basisOf(room, actions, { number, madeAt });
  const data = dataOf(room, form, basis);
  if (isFault(data)) return data as PaperRefusal;
  return settled(await room.paper.render(form, data, { size: basis.office.paperSize }));
}

/** A paper of a case by its id. */
export function findCaseDocument(room: DeskContext, documentId: string): KeptDocument | undefined {
  const caseId = documentId.slice(0, 36);
  const actions = caseActions(room.store.db, caseId);
  if (actions.length === 0) return undefined;
  const document = foldCase(actions).documents.find((made) => made.documentId === documentId);
  if (document === undefined) return undefined;
  const before = actions.filter(({ seq }) => seq < document.seq);
  const { number } = foldCase(before);
  return {
    caseId,
    document,
    printed: number.official ?? number.local,
    make: () => {
      const basis = basisOf(room, before, { number: document.number, madeAt: document.madeAt });
      return { data: dataOf(room, document.form, basis), office: basis.office };
    },
  };
}

function dataOf(room: DeskContext, form: string, basis: Basis): object | PaperRefusal {
  const make = Object.hasOwn(caseForms, form) ? caseForms[form] : undefined;
  return make === undefined ? fault('form-unknown', { form }) : make(room, basis);
}

function basisOf(room: DeskContext, actions: readonly RecordedAction[], { number, madeAt }: Making): Basis {
  const last = actions.at(-1);
  return {
    state: foldCase(actions),
    office: officeAt(room.store.db, last?.seq ?? 0) ?? room.getOffice(),
    actions,
    number,
    madeOn: `${madeAt.slice(0, 10)}T00:00:00+07:00`,
  };
}
