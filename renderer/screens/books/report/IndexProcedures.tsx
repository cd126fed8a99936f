import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReportProcedure } from '../../../../electron/contract/books/report/procedures.ts';
import type { ProcedureColumn } from '../../../../electron/domain/books/report/procedures-766.ts';
import { desk } from '../../../desk/client.ts';
import { useLongWork, useStop, useWatchName } from '../../../desk/watched.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { figureText } from './shares.ts';

type Props = {
  readonly asked: { readonly from: string; readonly to: string };
  readonly column: ProcedureColumn;
  readonly onFiles: (procedure: ReportProcedure) => void;
};

const columns = {
  columns: '8rem minmax(0, 1fr) 11rem 6rem 6rem 7rem 9rem',
  columnGap: 3,
  padding: [1, 2],
} as const;

/** The procedures that lost an indicator, or may have; Enter leads to the files of one. */
export function IndexProcedures({ asked: { from, to }, column, onFiles }: Props) {
  const { index766 } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const watch = useWatchName(['procedures', from, to, column]);
  const options = desk.report.procedures.queryOptions({ input: { from, to, column, watch } });
  const stopping = useStop(watch, options.queryKey);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    enabled: !stopping.stopped,
  });
  const underWay = isFetching && (data === undefined || isPlaceholderData);
  const making = useLongWork(watch, stopping, { underWay, refetch });
  const procedures = stopping.stopped ? [] : (data?.procedures ?? []);
  const open = (one: ReportProcedure | undefined) => {
    if (one !== undefined && one.files > 0) onFiles(one);
  };
  const cursor = useListCursor(procedures.length, { page: 8, acts: { Enter: () => open(procedures[cursor.current]) } });
  const known = data !== undefined;
  useEffect(() => {
    if (known) list.current?.focus();
  }, [known, column]);
  const count = (state: ReportProcedure['state']) =>
    formatCount(procedures.filter((one) => one.state === state).length);
  return (
    <Block as="section" grow minHeight={0} css={{ display: 'flex', flexDirection: 'column', flexBasis: 0 }}>
      {known && (
        <Row gap={2} align="baseline" shrink={false}>
          <Text weight={600}>
            {column === '2.2'
              ? index766.timesOf(formatCount(procedures.length))
              : index766.lostProcedures(column, count('lost'), count('unknown'))}
          </Text>
        </Row>
      )}
      <FaultNote error={error} />
      <UnderWay making={making} />
      {known && procedures.length === 0 ? (
        <Text tone="secondary">{index766.noProcedures}</Text>
      ) : (
        <>
          <ListHead columns={columns} names={index766.procedureColumns} />
          <ChoiceList
            id="index-766-procedures"
            label={index766.procedures}
            current={cursor.current}
            holdsFocus
            ref={list}
            onKeyDown={cursor.onKeyDown}
          >
            {procedures.map((one, index) => (
              <Choice
                key={one.code}
                id={`index-766-procedures-${index}`}
                current={index === cursor.current}
                onCurrent={() => cursor.setRow(index)}
                onChoose={() => open(one)}
                {...columns}
              >
                <Text weight={500}>{one.code}</Text>
                <Text lines={2}>{one.name}</Text>
                <Text tone={one.state === 'lost' ? 'late' : one.state === 'unknown' ? 'soon' : 'secondary'}>
                  {index766.procedureStates[one.state]}
                </Text>
                <Text>{formatCount(one.received)}</Text>
                <Text>{formatCount(one.online)}</Text>
                <Text>{formatCount(one.files)}</Text>
                <Text>{one.hours === null ? '' : index766.took(figureText(one.hours))}</Text>
              </Choice>
            ))}
          </ChoiceList>
        </>
      )}
    </Block>
  );
}
