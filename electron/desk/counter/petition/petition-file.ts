import { type Fault, fault } from '../../../contract/base/fault.ts';
import { type PetitionFormat, PetitionStatus } from '../../../contract/counter/petition/petition.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import { dateText, startOfDay, timeDateText } from '../../../domain/base/civil-time.ts';
import { withDots } from '../../../domain/base/dong.ts';
import type { Steps } from '../../../domain/base/resumable.ts';
import { answerDue, isLateInRegister, passedOn } from '../../../domain/counter/petition/clocks.ts';
import { type Petition, petitionNumber } from '../../../domain/counter/petition/petition.ts';
import type { SoPaknData } from '../../../paper/forms/list-data.ts';
import type { BookColumn } from '../../../paper/workbook/workbook.ts';
import { inSlices } from '../../../paper/slices.ts';
import type { PetitionVolume } from '../../../store/counter/petition/petition.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Watching } from '../../core/watched.ts';
import { type ListFile, listAsBook, listAsPdf, listFile } from '../../papers/list-file.ts';
import { officeOnPaper } from '../../papers/on-paper.ts';
import { petitionContentNames, petitionSourceNames, petitionStatusNames } from './petition-words.ts';

/** What one volume takes: made in some seconds, beside the desk's other work. */
const mostLines: Readonly<Record<PetitionFormat, number>> = { pdf: 2000, xlsx: 20_000 };

type Asked = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The last petition of the volume before. */
  readonly after?: string | undefined;
  readonly maker: string;
};
type PetitionFile = ListFile & {
  readonly rows: number;
  readonly volume: number;
  readonly volumes: number;
  readonly next: string | null;
};

/** One volume as it is written: its lines, and what all of them come to. */
type Made = { readonly asked: Asked; readonly only: string; readonly lines: readonly Line[]; readonly totals: string };

/**
 * The register of the petitions that came in a stretch of days, as a workbook or on A4; of a long one the volume that goes on behind `after`. A petition that is
 * entered between two volumes, among those that went out already, is in none of them.
 * @param most petitions one volume takes
 */
export async function petitionFile(
  desk: DeskContext,
  asked: Asked,
  format: PetitionFormat,
  watching: Watching,
  most = mostLines[format],
): Promise<PetitionFile | Fault<'petition-unknown' | 'form-unknown' | 'form-broken'>> {
  const { from, to, after } = asked;
  const days = { from, to, after, limit: most, now: desk.nowCivil(), calendar: desk.calendar() };
  const read = await desk.reader.read('petitionVolume', days, watching);
  if (read === null) return fault('petition-unknown', { petitionId: after ?? '' });
  const { before, count, next } = read;
  const lines = await inSlices(linesOf(desk, read), watching.signal);
  const volumes = Math.max(1, Math.ceil(count / most));
  const volume = Math.min(volumes, Math.floor(before / most) + 1);
  const only = volumes === 1 ? '' : volumeText({ volume, volumes, first: before + 1, last: before + lines.length });
  const made = { asked, only, lines, totals: totalsOf(read) };
  // One after another: two at once would take twice the memory and be done no sooner.
  const bytes = await desk.inTurn<Uint8Array | Fault<'form-unknown' | 'form-broken'>>('petition-file', async () => {
    watching.signal.throwIfAborted();
    return format === 'pdf' ? asPdf(desk, made, watching.signal) : asBook(desk, made, watching.signal);
  });
  if ('fault' in bytes) return bytes;
  const name = `so-phan-anh-kien-nghi_${from}_${to}${volumes === 1 ? '' : `_quyen-${volume}`}`;
  return { ...listFile(name, format, bytes), rows: lines.length, volume, volumes, next };
}

type Volume = { readonly volume: number; readonly volumes: number; readonly first: number; readonly last: number };

function volumeText({ volume, volumes, first, last }: Volume): string {
  return `quyển ${volume}/${volumes}, từ dòng ${withDots(first)} đến dòng ${withDots(last)}`;
}

function* linesOf(desk: DeskContext, { parts, before }: PetitionVolume): Steps<Line[]> {
  const lines: Line[] = [];
  for (const part of parts)
    for (const petition of JSON.parse(part) as readonly Petition[]) {
      lines.push(lineOf(desk, petition, before + lines.length + 1));
      yield;
    }
  return lines;
}

/** One line of the register, in words. */
type Line = ReturnType<typeof lineOf>;

function lineOf(desk: DeskContext, petition: Petition, no: number) {
  const { facts, arrivedAt, holder, status, end, publishedAt, extendedTo } = petition;
  const due = answerDue(petition, desk.calendar());
  const { name = '', phone = '', email = '', address = '' } = facts.sender;
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
    // Closed, it still says how it ended.
    status: petitionStatusNames[status === 'closed' ? (end?.how ?? status) : status],
    endedAt: end?.at ?? null,
    overdue: isLateInRegister(petition, desk.nowCivil(), desk.calendar())
      ? 'quá hạn'
      : passedOn(petition, desk.calendar())?.late === true
        ? 'chuyển quá hạn'
        : '',
    publishedAt,
  };
}

async function asPdf(desk: DeskContext, { asked, only, lines, totals }: Made, signal: AbortSignal) {
  const { from, to, maker } = asked;
  const office = desk.getOffice();
  const data: SoPaknData = {
    office: officeOnPaper(office, desk.catalogue),
    from: startOfDay(from),
    to: startOfDay(to),
    madeAt: desk.nowCivil(),
    maker,
    ...(only === '' ? {} : { only }),
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
    totals,
  };
  return listAsPdf(desk, 'so-pakn', data, signal);
}

function outcomeOf({ status, endedAt, overdue, publishedAt, told }: Line): string {
  const parts = [
    endedAt === null ? status : `${status} ${dateText(endedAt)}`,
    overdue,
    told === null ? '' : `đã hẹn ${dateText(told)}`,
    publishedAt === null ? '' : `công khai ${dateText(publishedAt)}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function totalsOf({ count, byStatus, late }: PetitionVolume): string {
  const told = PetitionStatus.options.flatMap((state) => {
    const some = byStatus[state] ?? 0;
    return some === 0 ? [] : [`${petitionStatusNames[state]} ${withDots(some)}`];
  });
  return [`Tổng số: ${withDots(count)}`, ...told, `quá hạn ${withDots(late)}`].join('; ');
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
  { title: 'Quá hạn', width: 14, kind: 'text', value: ({ overdue }) => (overdue === '' ? null : overdue) },
  { title: 'Ngày công khai', width: 17, kind: 'time', value: ({ publishedAt }) => publishedAt },
];

async function asBook(
  desk: DeskContext,
  { asked: { from, to, maker }, only, lines, totals }: Made,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const book = {
    sheet: 'Phản ánh, kiến nghị',
    title: [
      'SỔ TIẾP NHẬN, XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ',
      desk.getOffice().centreName,
      `Nhận từ ngày ${dateText(from)} đến hết ngày ${dateText(to)}${only === '' ? '' : `; ${only}`}`,
    ],
    columns,
    rows: lines,
    closing: [totals, `Lập lúc ${timeDateText(desk.nowCivil())} bởi ${maker}.`],
  };
  return listAsBook(desk, book, signal);
}
