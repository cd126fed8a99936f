import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { FigureKind } from '../../../electron/contract/report/report.ts';
import { desk, deskClient, queries } from '../../desk/client.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { Row, Text } from '../../parts/layout/primitives.ts';
import { formatCount } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

type Asked = { readonly report: FigureKind; readonly from: string; readonly to: string };

/** How often a report that is being made is asked how far it is. */
const askedEveryMs = 700;

/** A report of a period, how far its making is, and the way to give it up. Whoever turns to another period gives up the one before. */
export function useReport(asked: Asked) {
  const own = useId();
  const watch = `${own} ${asked.report} ${asked.from} ${asked.to}`.slice(-64);
  const [stopped, setStopped] = useState('');
  const options = desk.report.make.queryOptions({ input: { ...asked, watch } });
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    enabled: stopped !== watch,
  });
  const underWay = isFetching && (data === undefined || isPlaceholderData);
  const progress = useQuery({
    ...desk.report.progress.queryOptions({ input: { watch } }),
    enabled: underWay,
    refetchInterval: askedEveryMs,
  });

  useEffect(
    () => () => {
      void giveUp(options.queryKey, watch);
    },
    // The key says no more than the name does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [watch],
  );

  return {
    data: stopped === watch ? undefined : data,
    error,
    underWay,
    stopped: stopped === watch,
    progress: progress.data ?? null,
    stop: () => {
      setStopped(watch);
      void giveUp(options.queryKey, watch);
    },
    again: () => {
      setStopped('');
      void refetch();
    },
  };
}

async function giveUp(queryKey: readonly unknown[], watch: string): Promise<void> {
  // What was answered already stays; what is under way is no longer waited for.
  await queries.cancelQueries({ queryKey });
  await deskClient.report.cancel({ watch });
}

/** Says how far it is, and gives it up; nothing while it is made in no time. */
export function BeingMade({ making }: { readonly making: ReturnType<typeof useReport> }) {
  const { report } = useTexts();
  const { underWay, stopped, progress, stop, again } = making;
  if (stopped)
    return (
      <Row gap={3} align="center" shrink={false} role="status">
        <Text tone="secondary">{report.stopped}</Text>
        <ActionButton keys="Alt+L" label={report.makeAgain} onAct={again} />
      </Row>
    );
  if (!underWay) return null;
  const told = progress !== null && progress.of > 0;
  return (
    <Row gap={3} align="center" shrink={false} role="status">
      <Text tone="secondary">
        {told ? report.progress(formatCount(progress.done), formatCount(progress.of)) : report.making}
      </Text>
      {told && <ActionButton keys="Alt+H" label={report.stop} onAct={stop} />}
    </Row>
  );
}
