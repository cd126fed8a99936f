import { useQuery } from '@tanstack/react-query';
import type { PrintJob, PrintState } from '../../../electron/contract/common/printing/paper.ts';
import { desk } from '../../desk/client.ts';
import { useTexts } from '../../text/texts.ts';
import { Chip, type Tone } from '../controls/Chip.tsx';

const tones: Record<PrintState, Tone> = {
  queued: 'plain',
  spooled: 'brand',
  printed: 'good',
  failed: 'late',
  unknown: 'soon',
  'handed-over': 'good',
  void: 'plain',
};
const settled: ReadonlySet<PrintState> = new Set(['printed', 'failed', 'unknown', 'handed-over', 'void']);

/** What has become of a print job, asked each second until it is known. */
export function usePrintJob(jobId: string | null): PrintJob | undefined {
  const jobs = useQuery(
    desk.print.list.queryOptions({
      input: { all: true },
      enabled: jobId !== null,
      staleTime: 0,
      refetchInterval: (query) => {
        const job = query.state.data?.jobs.find((one) => one.jobId === jobId);
        return job !== undefined && settled.has(job.state) ? false : 1000;
      },
    }),
  );
  return jobs.data?.jobs.find((one) => one.jobId === jobId);
}

/** The state of a paper on its way, in words; until the desk has answered it is waiting. */
export function PrintChip({ job }: { readonly job: PrintJob | undefined }) {
  const { print } = useTexts().reception.accepted;
  const state = job?.state ?? 'queued';
  return (
    <Chip tone={tones[state]} wraps>
      {print[state]}
    </Chip>
  );
}
