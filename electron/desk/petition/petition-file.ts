import { type Fault, fault } from '../../contract/base/fault.ts';
import { type PetitionFormat, PetitionStatus } from '../../contract/petition/petition.ts';
import type { CivilDate } from '../../contract/base/values.ts';
import { dateText, startOfDay, timeDateText } from '../../domain/base/civil-time.ts';
import { withDots } from '../../domain/base/dong.ts';
import { answerDue } from '../../domain/petition/clocks.ts';
import { petitionNumber } from '../../domain/petition/petition.ts';
import type { SoPaknData } from '../../paper/forms/list-data.ts';
import type { BookColumn } from '../../paper/workbook/workbook.ts';
import { type KeptPetition, petitionsOf } from '../../store/petition/petition.ts';
import type { DeskContext } from '../core/context.ts';
import { type ListFile, listAsBook, listAsPdf, listFile } from '../papers/list-file.ts';
import { officeOnPaper } from '../papers/on-paper.ts';
import { petitionContentNames, petitionSourceNames, petitionStatusNames } from './petition-words.ts';

/** What one file takes: made in some seconds, beside the desk's other work. */
const most: Readonly<Record<PetitionFormat, number>> = { pdf: 2000, xlsx: 20_000 };

type Asked = { readonly from: CivilDate; readonly to: CivilDate; readonly maker: string };
type PetitionFile = ListFile & { readonly rows: number };

/** The register of the petitions that came in a stretch of days, as a workbook or on A4. */
export async function petitionFile(
  desk: DeskContext,
  asked: Asked,
  format: PetitionFormat,
): Promise<PetitionFile | Fault<'petitions-too-many' | 'form-unknown' | 'form-broken'>> {
  const kept = petitionsOf(desk.store.db, asked.from, asked.to);
  if (kept.length > most[format]) return fault('petitions-too-many', { count: kept.length, most: most[format] });
  const lines = kept.map((one, index) => lineOf(desk, one, index + 1));
  const made = format === 'pdf' ? await asPdf(desk, asked, lines) : await asBook(desk, asked, lines);
  if ('fault' in made) return made;
  return { ...listFile(`so-phan-anh-kien-nghi_${asked.from}_${asked.to}`, format, made), rows: kept.length };
}

/** One line of the register, in words. */
type Line = ReturnType<typeof lineOf>;

function lineOf(desk: DeskContext, { petition }: KeptPetition, no: number) {
  const { facts, arrivedAt, holder, status, answer, end, publishedAt, extendedTo } = petition;
  const due = answerDue(petition, desk.calendar());
  const { name = '', phone = '', email = '', address = '' } = facts.sender;
  const moment = answer?.at ?? (end === null ? desk.nowCivil() : null);
  return {
    no,
    number: petitionNumber(petition),
    arrivedAt,
    source:
      facts.sourceCode === undefined
        ? petitionSourceNames[facts.source]
        : `${petitionSourceNames[facts.source]} ${facts.sourceCode}`,
    sender: name === '' ? 'không ghi tên' : name,
    contact: [phone, email, address].filter((part) => part !== '').join('; '),
    content: petitionContentNames[facts.content],
    field: facts.field,
    summary: [facts.summary, facts.about === undefined ? '' : `Về: ${facts.about}`, facts.caseNumber ?? '']
      .filter((part) => part !== '')
      .join('. '),
    holder,
    dueAt: due,
    told: extendedTo ?? facts.sourceDue ?? null,
    state: status,
    // Closed, it still says how it ended.
    status: petitionStatusNames[status === 'closed' ? (end?.how ?? status) : status],
    endedAt: end?.at ?? null,
    late: due !== null && moment !== null && status !== 'awaiting' && moment > due,
    publishedAt,
  };
}

async function asPdf(desk: DeskContext, { from, to, maker }: Asked, lines: readonly Line[]) {
  const office = desk.getOffice();
  const data: SoPaknData = {
    office: officeOnPaper(office, desk.catalogue),
    from: startOfDay(from),
    to: startOfDay(to),
    madeAt: desk.nowCivil(),
    maker,
    petitions: lines.map((line) => ({
      number: line.number,
      arrivedAt: line.arrivedAt,
      source: line.source,
      sender: [line.sender, line.contact].filter((part) => part !== '').join('; '),
      content: line.content,
      field: line.field,
      summary: line.summary,
      ...(line.holder === '' ? {} : { holder: line.holder }),
      ...(line.dueAt === null ? {} : { dueAt: line.dueAt }),
      outcome: outcomeOf(line),
    })),
    totals: totalsOf(lines),
  };
  return listAsPdf(desk, 'so-pakn', data);
}

function outcomeOf({ status, endedAt, late, publishedAt, told }: Line): string {
  const parts = [
    endedAt === null ? status : `${status} ${dateText(endedAt)}`,
    late ? 'quá hạn' : '',
    told === null ? '' : `đã hẹn ${dateText(told)}`,
    publishedAt === null ? '' : `công khai ${dateText(publishedAt)}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function totalsOf(lines: readonly Line[]): string {
  const byStatus = PetitionStatus.options.flatMap((state) => {
    const count = lines.filter((line) => line.state === state).length;
    return count === 0 ? [] : [`${petitionStatusNames[state]} ${withDots(count)}`];
  });
  const late = lines.filter((line) => line.late).length;
  return [`Tổng số: ${withDots(lines.length)}`, ...byStatus, `quá hạn ${withDots(late)}`].join('; ');
}

const columns: readonly BookColumn<Line>[] = [
  { title: 'STT', width: 6, kind: 'number', value: ({ no }) => no },
  { title: 'Số vào sổ', width: 16, kind: 'text', value: ({ number }) => number },
  { title: 'Ngày nhận', width: 17, kind: 'time', value: ({ arrivedAt }) => arrivedAt },
  { title: 'Nguồn', width: 22, kind: 'text', value: ({ source }) => source },
  { title: 'Người phản ánh, kiến nghị', width: 26, kind: 'text', value: ({ sender }) => sender },
  { title: 'Liên hệ', width: 26, kind: 'text', value: ({ contact }) => contact },
  { title: 'Loại nội dung', width: 20, kind: 'text', value: ({ content }) => content },
  { title: 'Lĩnh vực', width: 20, kind: 'text', value: ({ field }) => field },
  { title: 'Nội dung', width: 50, kind: 'text', value: ({ summary }) => summary },
  { title: 'Nơi đang giữ', width: 24, kind: 'text', value: ({ holder }) => holder },
  { title: 'Hạn trả lời', width: 17, kind: 'time', value: ({ dueAt }) => dueAt },
  { title: 'Đã hẹn', width: 12, kind: 'text', value: ({ told }) => (told === null ? null : dateText(told)) },
  { title: 'Tình trạng', width: 20, kind: 'text', value: ({ status }) => status },
  { title: 'Ngày xử lý', width: 17, kind: 'time', value: ({ endedAt }) => endedAt },
  { title: 'Quá hạn', width: 9, kind: 'text', value: ({ late }) => (late ? 'quá hạn' : null) },
  { title: 'Ngày công khai', width: 17, kind: 'time', value: ({ publishedAt }) => publishedAt },
];

async function asBook(desk: DeskContext, { from, to, maker }: Asked, lines: readonly Line[]): Promise<Uint8Array> {
  return listAsBook(desk, {
    sheet: 'Phản ánh, kiến nghị',
    title: [
      'SỔ TIẾP NHẬN, XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ',
      desk.getOffice().centreName,
      `Nhận từ ngày ${dateText(from)} đến hết ngày ${dateText(to)}`,
    ],
    columns,
    rows: lines,
    closing: [totalsOf(lines), `Lập lúc ${timeDateText(desk.nowCivil())} bởi ${maker}.`],
  });
}
