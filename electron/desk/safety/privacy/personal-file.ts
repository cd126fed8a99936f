import type { Fault } from '../../../contract/base/fault.ts';
import type { PrivacyFormat } from '../../../contract/safety/privacy/privacy.ts';
import { timeDateText } from '../../../domain/base/civil-time.ts';
import type { PersonalData } from '../../../paper/forms/list-data.ts';
import { registerHead } from '../../../store/journal/journal.ts';
import type { DeskContext } from '../../core/context.ts';
import { type ListFile, listAsBook, listAsPdf, listFile } from '../../papers/list-file.ts';
import { officeOnPaper } from '../../papers/on-paper.ts';

export type PersonalLine = PersonalData['lines'][number];

export type PersonalList = {
  /** Of the file, without its ending. No name and no number of a person: names of files are seen by many. */
  readonly name: string;
  readonly heading: string;
  readonly under: string;
  readonly heads: PersonalData['heads'];
  readonly lines: readonly PersonalLine[];
  readonly notes: readonly string[];
  readonly maker: string;
};

/** A list of four columns as a workbook or on A4. */
export async function personalFile(
  desk: DeskContext,
  list: PersonalList,
  format: PrivacyFormat,
): Promise<(ListFile & { readonly rows: number }) | Fault<'form-unknown' | 'form-broken'>> {
  const made = format === 'pdf' ? await asPdf(desk, list) : await asBook(desk, list);
  if ('fault' in made) return made;
  return { ...listFile(`${list.name}_${desk.nowCivil().slice(0, 10)}`, format, made), rows: list.lines.length };
}

function asPdf(desk: DeskContext, { heading, under, heads, lines, notes, maker }: PersonalList) {
  const data: PersonalData = {
    office: officeOnPaper(desk.getOffice(), desk.catalogue),
    heading,
    under,
    heads,
    lines: [...lines],
    notes: notes.map((text) => ({ text })),
    madeAt: desk.nowCivil(),
    maker,
    head: registerHead(desk.store.db),
  };
  return listAsPdf(desk, 'du-lieu-ca-nhan', data);
}

function asBook(desk: DeskContext, { heading, under, heads, lines, notes, maker }: PersonalList): Promise<Uint8Array> {
  const column = (of: keyof PersonalLine, width: number) =>
    ({ title: heads[of], width, kind: 'text', value: (line: PersonalLine) => line[of] }) as const;
  const closing = `Lập lúc ${timeDateText(desk.nowCivil())} bởi ${maker}, từ sổ đến mắt xích ${registerHead(desk.store.db)}.`;
  return listAsBook(desk, {
    sheet: 'Dữ liệu cá nhân',
    title: [heading, desk.getOffice().centreName, under],
    columns: [column('first', 26), column('second', 30), column('third', 60), column('fourth', 34)],
    rows: [...lines],
    closing: [...notes, closing],
  });
}
