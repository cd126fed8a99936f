import type { PrintJob, PrintState } from '../../../electron/contract/printing/paper.ts';
import { Chip, type Tone } from '../../parts/controls/Chip.tsx';
import { Block, Grid, Text } from '../../parts/layout/primitives.ts';
import { formatDateTime } from '../../text/format.ts';
import type { Texts } from '../../text/languages.ts';
import { useTexts } from '../../text/texts.ts';
import { formName } from '../case/case-words.ts';

const tones: Record<PrintState, Tone> = {
  queued: 'plain',
  spooled: 'plain',
  printed: 'good',
  failed: 'late',
  unknown: 'late',
  'handed-over': 'good',
  void: 'plain',
};

/** Why it did not come out, shortly: a code of ours in words, the spooler's own words as they are. */
function reasonWords(job: PrintJob, texts: Texts['printTray']): string {
  if (job.reason === null) return '';
  return texts.reasons[job.reason] ?? job.reason;
}

type JobListProps = {
  readonly jobs: readonly PrintJob[];
  readonly current: string;
  readonly onChoose: (jobId: string) => void;
};

/** One line a paper; the arrows of the screen move through it. */
export function JobList({ jobs, current, onChoose }: JobListProps) {
  const { caseFile, printTray } = useTexts();
  return (
    <Block radius={8} role="listbox" aria-label={printTray.title} tabIndex={0} aria-activedescendant={`job-${current}`}>
      {jobs.map((job) => (
        <Grid
          columns={`minmax(0, 1fr) auto`}
          gap={2}
          padding={[2, 3]}
          line="bottom"
          css={{
            ...(job.jobId === current && { backgroundColor: 'var(--brand-soft)', borderLeftColor: 'var(--brand)' }),
            cursor: 'pointer',
            borderLeft: '3px solid transparent',
          }}
          key={job.jobId}
          id={`job-${job.jobId}`}
          role="option"
          aria-selected={job.jobId === current}
          onClick={() => onChoose(job.jobId)}
        >
          <Block minWidth={0}>
            <Text weight={600}>{job.number}</Text>
            <Text size="note">
              {formName(job.form, caseFile)}
              {job.copyOf > 0 && ` · ${printTray.copyOf(job.copyOf)}`}
            </Text>
            <Text size="small" tone="secondary">
              {[
                formatDateTime(job.createdAt),
                job.printer === '' ? printTray.noPrinter : job.printer,
                reasonWords(job, printTray),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Text>
          </Block>
          <div>
            <Chip tone={job.needsAttention ? 'late' : tones[job.state]}>{printTray.states[job.state]}</Chip>
          </div>
        </Grid>
      ))}
    </Block>
  );
}
