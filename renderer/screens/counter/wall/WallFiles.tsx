import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { WallFile } from '../../../../electron/contract/counter/work/wall.ts';
import { desk } from '../../../desk/client.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount, formatDate, formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { type Asked, keyOf } from './chart/asked.ts';
import { far } from './chart/far.ts';

type WallFilesProps = {
  readonly asked: Asked;
  /** How far the register is: the list is asked for anew with the figures. */
  readonly head: string | undefined;
  readonly onOpen: ((caseId: string) => void) | undefined;
};

/** The files behind a figure of the wall, without their citizens; Enter opens one. */
export function WallFiles({ asked, head, onOpen }: WallFilesProps) {
  const { wall } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const { figure, key } = asked;
  const query = desk.work.wallFiles.infiniteOptions({
    input: (skip: number) => ({ figure, ...(key === undefined ? {} : { key }), skip }),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => {
      const read = pages.reduce((sum, page) => sum + page.files.length, 0);
      return read < count ? read : undefined;
    },
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...query,
    queryKey: [...query.queryKey, head],
    enabled: onOpen !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  // Between two pages a file may have moved from one to the other.
  const all = data?.pages.flatMap((page) => page.files) ?? [];
  const files = [...new Map(all.map((file) => [file.caseId, file])).values()];
  const count = data?.pages[0]?.count ?? 0;
  const cursor = useListCursor(files.length, {
    page: 10,
    acts: {
      Enter: () => {
        const file = files[cursor.current];
        if (file !== undefined) onOpen?.(file.caseId);
      },
    },
  });
  const known = data !== undefined;
  useEffect(() => {
    if (known) list.current?.focus();
  }, [known]);

  return (
    <Column as="section" gap={2} grow minHeight={0} aria-label={asked.says}>
      <Row gap={3} align="baseline" shrink={false}>
        <Text as="strong" css={{ fontSize: far(22) }}>
          {asked.says}
        </Text>
        {data !== undefined && (
          <Text css={{ fontSize: far(18) }}>
            {hasNextPage
              ? wall.filesShown(formatCount(count), formatCount(files.length))
              : wall.files(formatCount(count))}
          </Text>
        )}
      </Row>
      {onOpen === undefined ? <Text css={{ fontSize: far(18) }}>{wall.signInFirst}</Text> : <FaultNote error={error} />}
      {known && files.length === 0 && <Text css={{ fontSize: far(18) }}>{wall.nobody}</Text>}
      {files.length > 0 && (
        <ChoiceList
          id={`wall-files-${keyOf(asked).replaceAll(/[^\w-]/g, '-')}`}
          label={asked.says}
          current={cursor.current}
          holdsFocus
          grow
          ref={list}
          onKeyDown={cursor.onKeyDown}
          onNearEnd={more}
        >
          {files.map((file, index) => (
            <Choice
              key={file.caseId}
              id={`wall-files-${keyOf(asked).replaceAll(/[^\w-]/g, '-')}-${index}`}
              current={index === cursor.current}
              onCurrent={() => cursor.setRow(index)}
              onChoose={() => onOpen?.(file.caseId)}
              columns="minmax(12rem, 1fr) minmax(0, 3fr) minmax(14rem, 1.6fr)"
              columnGap={3}
              padding={[1, 2]}
            >
              <Text weight={600} css={{ fontSize: far(16) }}>
                {file.number}
              </Text>
              <Block>
                <Text lines={2} css={{ fontSize: far(16) }}>
                  {file.procedureName === '' ? wall.otherProcedure : file.procedureName}
                </Text>
                <Text tone="secondary" css={{ fontSize: far(14) }}>
                  {whereText(file, wall)}
                </Text>
              </Block>
              <Text css={{ fontSize: far(15) }}>
                {file.dueAt === null
                  ? wall.receivedOn(formatDate(file.acceptedAt))
                  : wall.due(formatDateTime(file.dueAt))}
                {file.lastAt !== null && (
                  <Text tone="secondary" css={{ fontSize: far(14) }}>
                    {wall.last(formatDateTime(file.lastAt))}
                  </Text>
                )}
              </Text>
            </Choice>
          ))}
        </ChoiceList>
      )}
    </Column>
  );
}

/** Where a file is and who holds it, in one line. */
function whereText({ where, holder, papersWith }: WallFile, wall: ReturnType<typeof useTexts>['wall']): string {
  return [
    where.agency === '' ? wall.at[where.at] : wall.atAgency(where.agency),
    holder === null ? '' : wall.heldBy(holder),
    papersWith === null ? '' : wall.papersWith(papersWith),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
