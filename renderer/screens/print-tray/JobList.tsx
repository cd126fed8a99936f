import Box from '@mui/material/Box';
import type { PrintJob, PrintState } from '../../../electron/contract/printing/paper.ts';
import { rem } from '../../look/theme.ts';
import { Chip, type Tone } from '../../parts/controls/Chip.tsx';
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
    <Box
      role="listbox"
      aria-label={printTray.title}
      tabIndex={0}
      aria-activedescendant={`job-${current}`}
      sx={{ borderRadius: '8px' }}
    >
      {jobs.map((job) => (
        <Box
          key={job.jobId}
          id={`job-${job.jobId}`}
          role="option"
          aria-selected={job.jobId === current}
          onClick={() => onChoose(job.jobId)}
          sx={{
            display: 'grid',
            gridTemplateColumns: `minmax(0, 1fr) auto`,
            gap: 2,
            padding: `${rem(8)} ${rem(12)}`,
            cursor: 'pointer',
            borderBottom: '1px solid var(--hairline)',
            borderLeft: '3px solid transparent',
            ...(job.jobId === current && { bgcolor: 'var(--brand-soft)', borderLeftColor: 'var(--brand)' }),
          }}
        >
          <Box sx={{ minWidth: 0 }}>
            <Box sx={{ fontWeight: 600 }}>{job.number}</Box>
            <Box sx={{ fontSize: rem(13) }}>
              {formName(job.form, caseFile)}
              {job.copyOf > 0 && ` · ${printTray.copyOf(job.copyOf)}`}
            </Box>
            <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>
              {[
                formatDateTime(job.createdAt),
                job.printer === '' ? printTray.noPrinter : job.printer,
                reasonWords(job, printTray),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Box>
          </Box>
          <Box>
            <Chip tone={job.needsAttention ? 'late' : tones[job.state]}>{printTray.states[job.state]}</Chip>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
