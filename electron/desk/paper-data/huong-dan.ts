import type { OfficeSettings } from '../../contract/office/office.ts';
import { formatDong } from '../../domain/base/dong.ts';
import type { Catalogue, Procedure } from '../../domain/catalogue/catalogue.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import type { GuidedCourse } from '../../domain/entries/intake.ts';
import type { HuongDanData } from '../../paper/forms/data.ts';
import { officeOnPaper } from './on-paper.ts';

type Guidance = {
  readonly procedure: Procedure;
  readonly office: OfficeSettings;
  readonly catalogue: Catalogue;
  /** Civil time, +07:00. */
  readonly printedAt: string;
  readonly clerk?: string;
  readonly practice: boolean;
  readonly person?: string;
  /** What they were told to bring still. */
  readonly items?: readonly string[];
  readonly note?: string;
  readonly course?: GuidedCourse;
};

/** Phiếu hướng dẫn: what a person must bring, from the catalogue alone (NĐ 118/2025 Điều 16). What is not known is said, never guessed. */
export function guidanceData({
  procedure,
  office,
  catalogue,
  printedAt,
  clerk,
  practice,
  ...rest
}: Guidance): HuongDanData {
  const { code, name, field, authority, term, termNote, fee, result } = procedure;
  return {
    office: officeOnPaper(office, catalogue),
    procedure: { code, name, field, authority },
    components: procedure.components.map((component) => ({
      name: component.truncated ? `${component.name}… (xem đủ tại bảng niêm yết)` : component.name,
      ...(component.case === undefined ? {} : { condition: component.case }),
      originals: component.originals,
      copies: component.copies,
    })),
    term: {
      ...(term === null ? {} : { text: termText(term, 'vi') }),
      ...(termNote === '' ? {} : { note: termNote }),
    },
    fee: {
      text:
        fee.amount === null
          ? 'theo mức niêm yết tại Trung tâm'
          : fee.amount === 0
            ? 'không thu'
            : formatDong(fee.amount),
      ...(fee.note === '' ? {} : { note: fee.note }),
    },
    ...(result === '' ? {} : { result }),
    legalBasis: procedure.legalBasis.map((text) => ({ text })),
    ...(rest.person ? { person: rest.person } : {}),
    ...(rest.items?.length ? { items: rest.items.map((text) => ({ text })) } : {}),
    ...(rest.note ? { note: rest.note } : {}),
    ...(rest.course === undefined ? {} : { course: courseOnPaper(rest.course) }),
    catalogueVersion: catalogue.version,
    printedAt,
    ...(clerk === undefined ? {} : { clerk: { fullName: clerk } }),
    ...(practice ? { practice } : {}),
  };
}

function courseOnPaper({ steps, verified }: GuidedCourse): HuongDanData['course'] {
  const text = steps.map((step, index) => `(${index + 1}) ${step}`).join('; ');
  return { text, ...(verified ? {} : { note: 'khung trình tự chung theo Điều 17 đến Điều 22, chưa đối chiếu' }) };
}
