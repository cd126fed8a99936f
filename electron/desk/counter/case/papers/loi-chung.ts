import { amountInWords } from '../../../../domain/base/dong.ts';
import { bookName, certificationNumber, yearOfSeries } from '../../../../domain/counter/certification/book.ts';
import type { CertifiedAction, CertifiedPaper } from '../../../../domain/entries/certification.ts';
import type { LoiChungData } from '../../../../paper/forms/data.ts';
import { agencyInText } from '../../../papers/on-paper.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { notApplicable } from '../../../papers/source.ts';
import { unitName } from '../../../../domain/catalogue/catalogue.ts';
import { type CaseMaker, caseOnPaper, findLast } from './case-facts.ts';

/** Lời chứng: what is written on each paper that was certified, with its number and its book, for whoever signs (TT 01/2020 Phụ lục). */
export const wordingOf: CaseMaker<'loi-chung'> = (desk, basis) => {
  const certified = findLast(basis.actions, 'certified');
  if (certified === undefined)
    return notApplicable(
      'loi-chung',
      'Hồ sơ này không có việc chứng thực ghi số',
      'nothing was certified in this case',
    );
  const { action, at, actor, desk: uuid } = certified;
  const { applicant, others = [] } = basis.state.received;
  const said: Said = {
    at,
    place: agencyInText(`UBND ${unitName(desk.catalogue, basis.office.unitCode)}`),
    signer: action.signer,
    persons: [applicant, ...others],
    clerk: staffName(desk, actor, uuid),
  };
  return {
    ...caseOnPaper(desk, basis, certified),
    certifiedAt: at,
    taken: action.kind !== 'copy',
    signer: { fullName: action.signer.name, ...(action.signer.title === '' ? {} : { title: action.signer.title }) },
    papers: action.papers.map((paper) => ({
      paper: paper.paper ?? 'Giấy tờ',
      counted: `${paper.pages} trang × ${paper.copies} bản`,
      number: certificationNumber({ series: action.series, serial: paper.serial }),
      book: bookName(action.kind, yearOfSeries(action.series)),
      wording: wordings[action.kind](paper, said),
    })),
  } satisfies LoiChungData;
};

type Named = { readonly fullName: string; readonly idNumber: string };

type Said = {
  readonly at: string;
  readonly place: string;
  readonly signer: CertifiedAction['signer'];
  readonly persons: readonly Named[];
  readonly clerk: string;
};

const dots = '………………………………';

/** For each kind what stands before the number; a number of a card is written whole, as the form wants it. */
const wordings: { readonly [kind in CertifiedAction['kind']]: (paper: CertifiedPaper, said: Said) => string } = {
  copy: (_paper, { at }) => `Chứng thực bản sao đúng với bản chính. ${dayOf(at)}.`,
  signature: (_paper, said) =>
    `${begun(said)} Chứng thực: ${told(said.persons)}, cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã ký vào giấy tờ, văn bản này trước mặt ông/bà ${said.clerk} là người tiếp nhận hồ sơ.`,
  contract: ({ paper, copies, pages }, said) =>
    `${begun(said)} Chứng thực: ${paper ?? 'Hợp đồng'} được giao kết giữa Bên A: ${told(said.persons.slice(0, 1))}; Bên B: ${told(said.persons.length > 1 ? said.persons.slice(1) : [unknownParty])}. Các bên cam đoan chịu trách nhiệm trước pháp luật về nội dung của hợp đồng; tại thời điểm tiếp nhận hồ sơ yêu cầu và chứng thực minh mẫn, nhận thức và làm chủ được hành vi của mình, tự nguyện thỏa thuận giao kết và đã cùng ký vào hợp đồng này trước mặt ông/bà ${said.clerk} là người tiếp nhận hồ sơ. Hợp đồng được lập thành ${copies} bản chính (mỗi bản chính gồm ${pages} trang), lưu tại ${said.place} 01 (một) bản chính.`,
};

const unknownParty: Named = { fullName: dots, idNumber: dots };

function told(persons: readonly Named[]): string {
  return persons.map(({ fullName, idNumber }) => `Ông/bà ${fullName}, giấy tờ tùy thân số ${idNumber}`).join('; ');
}

function begun({ at, place, signer }: Said): string {
  const title = signer.title === '' ? dots : signer.title;
  return `${dayOf(at)} (Bằng chữ: ${dayInWords(at)}). Tại ${place}. Tôi ${signer.name}, là ${title} ${place}.`;
}

function dayOf(at: string): string {
  return `Ngày ${at.slice(8, 10)} tháng ${at.slice(5, 7)} năm ${at.slice(0, 4)}`;
}

function dayInWords(at: string): string {
  const [day, month, year] = [at.slice(8, 10), at.slice(5, 7), at.slice(0, 4)].map((part) =>
    numberInWords(Number(part)),
  );
  return `ngày ${day}, tháng ${month}, năm ${year}`;
}

function numberInWords(number: number): string {
  return amountInWords(number)
    .replace(/ đồng$/, '')
    .toLocaleLowerCase('vi');
}
