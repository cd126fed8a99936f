import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FigureKind } from '../../../../electron/contract/books/report/report.ts';
import { desk } from '../../../desk/client.ts';
import { useLongWork, useStop, useWatchName } from '../../../desk/watched.ts';

type Asked = { readonly report: FigureKind; readonly from: string; readonly to: string };

/** A report of a period, how far its making is, and the way to give it up. */
export function useReport(asked: Asked) {
  const watch = useWatchName([asked.report, asked.from, asked.to]);
  const options = desk.report.make.queryOptions({ input: { ...asked, watch } });
  const stopping = useStop(watch, options.queryKey);
  const { stopped } = stopping;
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    enabled: !stopped,
  });
  const underWay = isFetching && (data === undefined || isPlaceholderData);
  const making = useLongWork(watch, stopping, { underWay, refetch });
  return {
    data: stopped ? undefined : data,
    error,
    ...making,
  };
}
