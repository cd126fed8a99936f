import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../../parts/list/ChoiceList.tsx';
import { useListCursor } from '../../../../parts/list/cursor.ts';
import { formatCount, formatDate, formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type UnpaidListProps = {
  readonly month: string;
  readonly onCase: (caseId: string) => void;
};

/** Who owes which fee at the end of the month, or now; Enter takes one to the till. */
export function UnpaidList({ month, onCase }: UnpaidListProps) {
  const front = useRef<HTMLDivElement>(null);
  const { cash } = useTexts();
  const texts = cash.monthly;
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...desk.money.unpaid.infiniteOptions({
      input: (after: string | undefined) => ({ month, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  const cursor = useListCursor(lines.length, {
    page: 10,
    acts: {
      Enter: () => {
        const line = lines[cursor.current];
        if (line !== undefined) onCase(line.caseId);
      },
    },
  });
  const known = data !== undefined;
  useEffect(() => {
    if (known) front.current?.focus();
  }, [known, month]);

  const [first] = data?.pages ?? [];
  if (first === undefined)
    return error === null ? <Text tone="secondary">{texts.making}</Text> : <FaultNote error={error} />;
  const { total, until, began, known: isKnown } = first;
  if (!isKnown)
    return (
      <div ref={front} tabIndex={-1}>
        <Text tone="soon">{texts.before(formatDate(began ?? ''))}</Text>
      </div>
    );
  return (
    <>
      <Text size="small" tone="secondary" shrink={false}>
        {texts.unpaidHint(formatDate(until))}
        {began !== null && (
          <Text as="span" tone="soon">
            {' '}
            {texts.begins(formatDate(began))}
          </Text>
        )}
      </Text>
      <Row gap={2} align="baseline" shrink={false}>
        <Text weight={600}>{texts.owed(formatCount(total.files), formatMoney(total.amount), total.unknown)}</Text>
        {hasNextPage && (
          <Text size="small" tone="secondary">
            {texts.shown(formatCount(lines.length))}
          </Text>
        )}
      </Row>
      {lines.length === 0 ? (
        <div ref={front} tabIndex={-1}>
          <Text>{texts.nobodyOwes}</Text>
        </div>
      ) : (
        <ChoiceList
          id="unpaid"
          label={texts.list}
          current={cursor.current}
          holdsFocus
          grow
          ref={front}
          onKeyDown={cursor.onKeyDown}
          onNearEnd={more}
        >
          {lines.map((line, index) => (
            <Choice
              key={`${line.caseId} ${line.feeName} ${index}`}
              id={`unpaid-${index}`}
              current={index === cursor.current}
              onCurrent={() => cursor.setRow(index)}
              onChoose={() => onCase(line.caseId)}
              columns="13rem minmax(0, 1fr) minmax(0, 1.4fr) minmax(0, 1fr) 9rem"
              columnGap={3}
              padding={[1, 2]}
              align="center"
            >
              <Block minWidth={0}>
                <Text weight={500} nowrap>
                  {line.number}
                </Text>
                <Text size="small" tone="secondary">
                  {texts.since(formatDate(line.since))}
                </Text>
              </Block>
              <Text lines={2}>{line.applicantName}</Text>
              <Text lines={2} size="note" title={line.procedureName}>
                {line.procedureName}
              </Text>
              <Block minWidth={0}>
                <Text lines={2} title={line.feeName}>
                  {line.feeName}
                </Text>
                {line.returned && (
                  <Text size="small" tone="late" weight={600}>
                    {texts.returned}
                  </Text>
                )}
              </Block>
              <Text weight={600} textAlign="right" nowrap tone={line.amount === null ? 'soon' : 'ink'}>
                {line.amount === null ? texts.unknown : formatMoney(line.amount)}
              </Text>
            </Choice>
          ))}
        </ChoiceList>
      )}
    </>
  );
}
