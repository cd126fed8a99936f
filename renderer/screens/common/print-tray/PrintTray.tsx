import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { desk, queries } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { useKnownStatus } from '../../../desk/desk-status.ts';
import { rem } from '../../../look/theme.ts';
import { narrowerThan } from '../../../look/tokens.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Grid, Text } from '../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { within } from '../../../parts/list/cursor.ts';
import { useTexts } from '../../../text/texts.ts';
import { JobList } from './JobList.tsx';
import { usePrintJob } from '../../../parts/paper/PrintChip.tsx';
import { JobSheet, type Told } from './JobSheet.tsx';
import { PrinterChoice } from './PrinterChoice.tsx';
import { WaitingPrinters } from './WaitingPrinters.tsx';

/** Every paper that nobody is sure of, until a person says what became of it. */
export function PrintTray() {
  const { common, printTray } = useTexts();
  const { back } = usePlace();
  const [show, setShow] = useState<'unsettled' | 'all'>('unsettled');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [told, setTold] = useState<{ words: string; jobId: string | null }>({ words: '', jobId: null });
  const setOutcome: Told = (words, jobId) => setTold({ words, jobId: jobId ?? null });
  // A paper that was just sent may fail seconds later: what is said of it follows it.
  const sent = usePrintJob(told.jobId);
  const isLost = sent?.needsAttention === true;
  const isDone = told.jobId === null || sent?.state === 'printed' || sent?.state === 'handed-over';
  const outcome = [told.words, sent === undefined ? '' : `${printTray.states[sent.state]}.`]
    .filter((part) => part !== '')
    .join(' ');
  const { data, error } = useQuery(desk.print.list.queryOptions({ input: { all: show === 'all' } }));
  const { printsMark, printer } = useKnownStatus(({ printsMark, printer }) => ({ printsMark, printer }));
  useEffect(() => {
    // Follows the bar instead of asking by the clock: a question by the clock would keep an unattended session awake.
    void queries.invalidateQueries({ queryKey: desk.print.list.key() });
  }, [printsMark, printer.state, sent?.state]);
  const jobs = data?.jobs ?? [];
  const at = Math.max(
    0,
    jobs.findIndex((job) => job.jobId === chosen),
  );
  const job = jobs[at];
  const move = (step: number) => () => setChosen(jobs[within(jobs.length, at + step)]?.jobId);

  useShortcuts([
    { keys: 'ArrowDown', label: printTray.next, run: move(1), repeats: true },
    { keys: 'ArrowUp', label: printTray.previous, run: move(-1), repeats: true },
    { keys: 'Alt+A', label: printTray.all, run: () => setShow(show === 'all' ? 'unsettled' : 'all') },
    { keys: 'Escape', label: common.back, run: back },
  ]);

  return (
    <Grid
      height="100%"
      gap={3}
      columns={`minmax(0, 1fr) minmax(0, ${rem(452)})`}
      css={{
        [narrowerThan('sheet')]: {
          gridTemplateColumns: 'minmax(0, 1fr)',
          gridAutoRows: 'max-content',
          overflow: 'auto',
        },
      }}
    >
      <Panel
        title={printTray.title}
        aside={
          <Segmented
            label={printTray.show}
            hideLabel
            value={show}
            onChange={setShow}
            choices={[
              { value: 'unsettled', label: printTray.unsettledOnly },
              { value: 'all', label: printTray.all },
            ]}
          />
        }
        sx={{ gap: 2 }}
      >
        <Text tone="secondary">{printTray.intro}</Text>
        <FaultNote error={error} />
        <OutcomeLine tone={isLost ? 'late' : isDone ? 'good' : 'plain'}>{outcome}</OutcomeLine>
        <WaitingPrinters jobs={jobs} onOutcome={setOutcome} />
        {data !== undefined && jobs.length === 0 && (
          <EmptyState title={printTray.emptyTitle}>{printTray.emptyHelp}</EmptyState>
        )}
        {job !== undefined && <JobList jobs={jobs} current={at} onChoose={setChosen} />}
      </Panel>
      {job === undefined ? (
        <IdlePrinter onTested={setOutcome} />
      ) : (
        <JobSheet key={job.jobId} job={job} onOutcome={setOutcome} />
      )}
    </Grid>
  );
}

/** With nothing waiting there is still a printer to try before the queue comes. */
function IdlePrinter({ onTested }: { readonly onTested: (sentence: string) => void }) {
  const { printTray } = useTexts();
  const [printer, setPrinter] = useState('');
  const own = useKnownStatus(({ printer }) => printer.name);
  return (
    <Panel title={printTray.printer}>
      <PrinterChoice
        value={printer}
        usual={own}
        target={printer === '' ? own : printer}
        onChange={setPrinter}
        onTested={onTested}
      />
    </Panel>
  );
}
