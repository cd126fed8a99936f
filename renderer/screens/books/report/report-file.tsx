import { useMutation } from '@tanstack/react-query';
import type { FigureKind, ReportFormat } from '../../../../electron/contract/books/report/report.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { faultOf } from '../../../desk/fault.ts';
import { useProgress, useWatchName } from '../../../desk/watched.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { download } from '../../../parts/paper/download.ts';
import { useTexts } from '../../../text/texts.ts';

type Asked = { readonly report: FigureKind; readonly from: string; readonly to: string };

/** Makes a report a file that the browser keeps: as a sheet or as a workbook, one at a time. */
export function useReportFile(asked: Asked) {
  const watch = useWatchName(['file', asked.report, asked.from, asked.to]);
  const file = useMutation(desk.report.file.mutationOptions({ onSuccess: download }));
  const cancelled = faultOf(file.error)?.code === 'report-cancelled';
  return {
    pending: file.isPending,
    progress: useProgress(watch, file.isPending),
    stop: () => void deskClient.report.cancel({ watch }),
    saved: file.data?.fileName,
    error: cancelled ? null : file.error,
    make: (format: ReportFormat) => {
      if (!file.isPending) file.mutate({ ...asked, format, watch });
    },
  };
}

type FileProps = { readonly file: ReturnType<typeof useReportFile> };

/** What became of the file. */
export function FileOutcome({ file: { pending, saved, progress, stop } }: FileProps) {
  const { common, report } = useTexts();
  const outcome = pending ? report.makingFile : saved === undefined ? '' : report.saved(saved);
  return (
    <>
      <OutcomeLine tone={saved === undefined || pending ? 'plain' : 'good'}>{outcome}</OutcomeLine>
      {pending && progress !== null && <ActionButton keys="Alt+U" label={common.underWay.stop} onAct={stop} />}
    </>
  );
}

export function FileButtons({ file, busy }: FileProps & { readonly busy: boolean }) {
  const { register } = useTexts();
  const disabled = busy || file.pending;
  return (
    <>
      <ActionButton keys="Alt+Shift+X" label={register.xlsx} onAct={() => file.make('xlsx')} disabled={disabled} />
      <ActionButton keys="Alt+I" label={register.pdf} onAct={() => file.make('pdf')} filled disabled={disabled} />
    </>
  );
}
