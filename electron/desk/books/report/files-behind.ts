import type { ReportFile } from '../../../contract/books/report/report.ts';
import { type AskedList, type JudgedList, pageOf } from '../../../store/books/report/behind.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Watching } from '../../core/watched.ts';
import { judgedLists } from './judged-lists.ts';

const lists = judgedLists<JudgedList>();

type Asked = Omit<AskedList, 'now' | 'calendar'> & {
  readonly skip: number;
  readonly limit: number;
  /** Of which register the list is that the page goes on with. */
  readonly head?: string | undefined;
};

/**
 * A page of the files behind a number. The first page judges all of them; a further one is read of what was judged then, where that is kept: it is by the same
 * register, or whoever asks names it.
 */
export async function filesBehind(
  desk: DeskContext,
  { skip, limit, head, key, ...number }: Asked,
  watching: Watching,
): Promise<{ readonly files: ReportFile[]; readonly count: number; readonly head: string }> {
  const asked = { ...number, ...(key === undefined ? {} : { key }), calendar: desk.calendar() };
  const name = JSON.stringify([number.report, number.from, number.to, number.column, key ?? null]);
  const known = skip === 0 ? undefined : lists.find(desk, name, head);
  if (known !== undefined) {
    const page = pageOf(known, { skip, limit });
    const files = await desk.reader.read('filesOfList', { ...asked, ...page }, watching);
    return { files, count: known.rows.length, head: known.head };
  }
  const { files, list } = await desk.reader.read(
    'filesOfReport',
    { ...asked, now: desk.nowCivil(), skip, limit },
    watching,
  );
  lists.keep(desk, name, list);
  return { files, count: list.rows.length, head: list.head };
}
