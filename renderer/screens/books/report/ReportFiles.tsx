import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { ReportFile } from '../../../../electron/contract/books/report/report.ts';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { useLongWork, useStop, useWatchName } from '../../../desk/watched.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount, formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

type ReportFilesProps = {
  readonly asked: { readonly report: '07a' | '06a' | '766' | 'cut'; readonly from: string; readonly to: string };
  readonly column: string;
  /** What the number is called; its column where that is left out. */
  readonly named?: string;
  readonly field?: string;
  /** None for the sum of all fields. */
  readonly fieldKey?: string;
  /** What the list is called, where it is no column of a form. */
  readonly title?: (count: string) => string;
  readonly onOpen: (caseId: string) => void;
};

/** The files behind one number; Enter opens one. */
export function ReportFiles({ asked, column, named = column, field = '', fieldKey, title, onOpen }: ReportFilesProps) {
  const { report } = useTexts();
  const { go } = usePlace();
  const list = useRef<HTMLDivElement>(null);
  const watch = useWatchName([asked.report, asked.from, asked.to, column, fieldKey]);
  const options = desk.report.files.infiniteOptions({
    input: (from: { skip: number; head?: string }) => ({
      ...asked,
      column,
      ...(fieldKey === undefined ? {} : { key: fieldKey }),
      ...from,
      watch,
    }),
    initialPageParam: { skip: 0 },
    getNextPageParam: ({ count, head }, pages) => {
      const skip = pages.reduce((sum, page) => sum + page.files.length, 0);
      return skip < count ? { skip, head } : undefined;
    },
  });
  const stopping = useStop(watch, options.queryKey);
  const { stopped } = stopping;
  const query = useInfiniteQuery({ ...options, placeholderData: keepPreviousData, enabled: !stopped });
  const { error, isFetching, isFetchingNextPage, isPlaceholderData, hasNextPage, fetchNextPage, refetch } = query;
  const data = stopped ? undefined : query.data?.pages[0];
  const underWay = isFetchingNextPage || (isFetching && (data === undefined || isPlaceholderData));
  const making = useLongWork(watch, stopping, { underWay, refetch });
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const files = stopped ? [] : (query.data?.pages.flatMap((page) => page.files) ?? []);
  function open(file: ReportFile | undefined): void {
    if (file === undefined) return;
    if (file.caseId === null) go({ screen: 'petition', number: file.number });
    else onOpen(file.caseId);
  }
  const cursor = useListCursor(files.length, { page: 8, acts: { Enter: () => open(files[cursor.current]) } });
  const known = data !== undefined;
  useEffect(() => {
    if (known) list.current?.focus();
  }, [known, column, fieldKey]);

  const count = formatCount(data?.count ?? 0);
  const columnTitle = (many: string) =>
    asked.report === '06a' ? report.petitionsOf(field, named, many) : report.filesOf(field, named, many);
  return (
    <Block as="section" grow minHeight={0} css={{ display: 'flex', flexDirection: 'column', flexBasis: 0 }}>
      <Row gap={2} align="baseline" shrink={false}>
        {data !== undefined && <Text weight={600}>{(title ?? columnTitle)(count)}</Text>}
        {data !== undefined && data.count > files.length && (
          <Text size="small" tone="secondary">
            {report.filesShown(formatCount(files.length))}
          </Text>
        )}
      </Row>
      <FaultNote error={error} />
      <UnderWay making={making} />
      {data?.count === 0 ? (
        <Text tone="secondary">{report.noFiles}</Text>
      ) : (
        <ChoiceList
          id="report-files"
          label={report.files}
          current={cursor.current}
          holdsFocus
          ref={list}
          onKeyDown={cursor.onKeyDown}
          onNearEnd={more}
        >
          {files.map((file, index) => (
            <Choice
              key={`${file.number} ${file.dueAt ?? ''} ${index}`}
              id={`report-files-${index}`}
              current={index === cursor.current}
              onCurrent={() => cursor.setRow(index)}
              onChoose={() => open(file)}
              columns="13rem minmax(0, 1fr) 20rem"
              columnGap={3}
              padding={[1, 2]}
            >
              <Text weight={500}>{file.number}</Text>
              <Text lines={2}>{file.procedureName}</Text>
              <Text size="small" tone="secondary">
                {[
                  report.accepted(formatDate(file.acceptedAt)),
                  file.dueAt === null ? '' : report.due(formatDate(file.dueAt)),
                  file.endedAt === null ? '' : report.ended(formatDate(file.endedAt)),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </Choice>
          ))}
        </ChoiceList>
      )}
    </Block>
  );
}
