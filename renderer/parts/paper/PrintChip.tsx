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
  return usePrintJobs(jobId === null ? [] : [jobId])[0];
}

/** The same of several, asked at once, in their order; undefined for those the desk has not answered about. */
export function usePrintJobs(jobIds: readonly string[]): readonly (PrintJob | undefined)[] {
  const jobs = useQuery(
    desk.print.list.queryOptions({
      input: { all: true },
      enabled: jobIds.length > 0,
      staleTime: 0,
      refetchInterval: (query) => {
        const byId = new Map(query.state.data?.jobs.map((job) => [job.jobId, job]));
        const isSettled = (job: PrintJob | undefined) => job !== undefined && settled.has(job.state);
        return jobIds.every((jobId) => isSettled(byId.get(jobId))) ? false : 1000;
      },
    }),
  );
  return jobIds.map((jobId) => jobs.data?.jobs.find((one) => one.jobId === jobId));
}

/** The state of a paper on its way, in words; until the desk has answered it is waiting. */
export function PrintChip({ job }: { readonly job: Pick<PrintJob, 'state'> | undefined }) {
  const { print } = useTexts().reception.accepted;
  const state = job?.state ?? 'queued';
  return (
    <Chip tone={tones[state]} wraps>
      {print[state]}
    </Chip>
  );
}
