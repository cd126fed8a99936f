import type { PrintJob, PrintState } from '../../../../electron/contract/common/printing/paper.ts';
import { rem } from '../../../look/theme.ts';
import { Chip, type Tone } from '../../../parts/controls/Chip.tsx';
import { Block, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { formatDateTime } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';
import { useTexts } from '../../../text/texts.ts';
import { formName } from '../../../text/case-words.ts';

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

const jobListId = 'print-jobs';

type JobListProps = {
  readonly jobs: readonly PrintJob[];
  readonly current: number;
  readonly onChoose: (jobId: string) => void;
};

/** One line a paper; the arrows of the screen move through it. */
export function JobList({ jobs, current, onChoose }: JobListProps) {
  const { caseFile, printTray } = useTexts();
  return (
    <ChoiceList id={jobListId} label={printTray.title} current={current} holdsFocus>
      {jobs.map((job, index) => (
        <Choice
          key={job.jobId}
          id={`${jobListId}-${index}`}
          columns="minmax(0, 1fr) auto"
          css={{ gap: rem(8) }}
          padding={[2, 3]}
          current={index === current}
          onChoose={() => onChoose(job.jobId)}
        >
          <Block minWidth={0}>
            {/* Whose it is, as it is called at the counter. */}
            {job.name !== '' && (
              <Text weight={600} breaks>
                {job.name}
              </Text>
            )}
            <Text weight={job.name === '' ? 600 : 500}>{job.number}</Text>
            <Text size="note">
              {[formName(job.form, caseFile), job.copyOf > 0 ? printTray.copyOf(job.copyOf) : '', job.procedureName]
                .filter((part) => part !== '')
                .join(' · ')}
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
        </Choice>
      ))}
    </ChoiceList>
  );
}
