import { saysSomething } from '../../../../electron/contract/base/values.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrintJob } from '../../../../electron/contract/common/printing/paper.ts';
import { placePaper } from '../../../../electron/domain/common/printing/paper-place.ts';
import { desk, queries } from '../../../desk/client.ts';
import { type Place, usePlace } from '../../../desk/places.ts';
import { useKnownStatus } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Row } from '../../../parts/layout/primitives.ts';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { useTexts } from '../../../text/texts.ts';
import { PrinterChoice } from './PrinterChoice.tsx';
import { isPrinterAway, spareOf } from './waiting-printers.ts';

type Outcome = 'printed' | 'reprint' | 'void';
/** What was done, in words, and the new job whose end is told after it. */
export type Told = (sentence: string, jobId?: string) => void;

type JobSheetProps = { readonly job: PrintJob; readonly onOutcome: Told };

/** Where one goes on with what the paper is of. */
function placeOf({ about, caseId, number }: PrintJob): Place {
  switch (about) {
    case 'case':
      return { screen: 'case', caseId };
    case 'intake':
      return { screen: 'intake', intakeId: caseId };
    case 'hand-over':
      return { screen: 'hand-over' };
    case 'kit':
      return { screen: 'reception', sheet: '' };
    case 'petition':
      return { screen: 'petition', number };
  }
}

/** The chosen paper: what a person can say of it, on which printer, and how it looks. */
export function JobSheet({ job, onOutcome }: JobSheetProps) {
  const { kit, printTray, printers: texts } = useTexts();
  const { go } = usePlace();
  const [printer, setPrinter] = useState('');
  const [voiding, setVoiding] = useState(false);
  const paper = useQuery(desk.paper.view.queryOptions({ input: { documentId: job.documentId }, staleTime: Infinity }));
  const settle = useMutation(
    desk.print.settle.mutationOptions({
      onSuccess: ({ job: now, next }, { outcome }) => {
        setVoiding(false);
        if (next !== null) onOutcome(printTray.sentAgain(next.printer || printTray.noPrinter), next.jobId);
        else if (outcome === 'reprint') onOutcome(now.state === 'printed' ? texts.cameOut : texts.cannotTell);
        else onOutcome(printTray.settled[outcome]);
        void queries.invalidateQueries({ queryKey: desk.print.key() });
      },
    }),
  );

  function say(outcome: Outcome, reason?: string): void {
    settle.mutate({
      jobId: job.jobId,
      outcome,
      // Sent as it is shown, also if the office changed its mind a moment ago.
      ...(outcome === 'reprint' && target !== '' ? { printer: target } : {}),
      ...(reason === undefined ? {} : { reason }),
    });
  }

  // A paper of another printer may be offered the desk's own, which is no spare and is not called one.
  const spareName = useKnownStatus(({ sparePrinter }) => sparePrinter?.name);
  const toSpare = useMutation(
    desk.print.toSpare.mutationOptions({
      onSuccess: ({ job: now, next }) => {
        onOutcome(
          next === null
            ? now.state === 'printed'
              ? texts.cameOut
              : texts.cannotTell
            : next.printer === spareName
              ? texts.sentToSpare(next.printer)
              : texts.sentToDesk(next.printer),
          next?.jobId,
        );
        void queries.invalidateQueries({ queryKey: desk.print.key() });
      },
    }),
  );
  const office = useQuery(desk.office.settings.queryOptions({ input: {} }));
  const placeFor = (wished: string | undefined): string =>
    office.data === undefined ? '' : placePaper(office.data, job.form, wished).printer;
  const usual = placeFor(undefined);
  const target = placeFor(printer === '' ? undefined : printer);
  const spare = useKnownStatus((status) => spareOf(status, job.printer));
  const printers = useQuery(desk.print.printers.queryOptions({ input: {} }));
  const isAway = isPrinterAway(printers.data?.printers, job.printer);
  const opens: Record<PrintJob['about'], string> = {
    case: printTray.openCase,
    intake: kit.openIntake,
    'hand-over': kit.openHandOver,
    kit: kit.openFromTray,
    petition: printTray.openPetition,
  };
  const settled = !job.needsAttention;
  const mayMove = spare !== undefined && (job.needsAttention || job.state === 'spooled');
  const busy = settle.isPending || toSpare.isPending;
  // The likely answer is the filled one: what failed is printed again, what nobody knows of usually came out.
  const failed = job.state === 'failed';
  return (
    <Panel
      title={printTray.settle}
      aside={[job.name, job.number].filter((part) => part !== '').join(' · ')}
      sx={{ gap: 3 }}
    >
      {!settled && (
        <Row gap={2} wrap>
          <ActionButton
            keys="Alt+1"
            label={printTray.printed}
            onAct={() => say('printed')}
            disabled={busy}
            filled={!failed}
          />
          <ActionButton
            keys="Alt+2"
            label={printTray.reprint}
            onAct={() => say('reprint')}
            disabled={busy}
            filled={failed && !(isAway && mayMove)}
          />
          <ActionButton keys="Alt+3" label={printTray.void} onAct={() => setVoiding(true)} disabled={busy} />
        </Row>
      )}
      {mayMove && (
        <div>
          <ActionButton
            keys="Alt+5"
            label={spare === spareName ? texts.toSpare(spare) : texts.toDesk(spare)}
            onAct={() => toSpare.mutate({ jobId: job.jobId })}
            disabled={busy}
            filled={failed && isAway}
          />
        </div>
      )}
      <FaultNote error={settle.error ?? toSpare.error} />
      <PrinterChoice value={printer} usual={usual} target={target} onChange={setPrinter} onTested={onOutcome}>
        <ActionButton keys="Alt+O" label={opens[job.about]} onAct={() => go(placeOf(job))} />
      </PrinterChoice>
      <FaultNote error={paper.error} />
      <div>{paper.data !== undefined && <PaperView pages={paper.data.pages} />}</div>
      {voiding && (
        <VoidDialog
          number={job.number}
          busy={busy}
          error={settle.error}
          onClose={() => setVoiding(false)}
          onVoid={(reason) => say('void', reason)}
        />
      )}
    </Panel>
  );
}

type VoidDialogProps = {
  readonly number: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onVoid: (reason: string) => void;
};

/** Asks once, says what will happen, and wants the reason. */
function VoidDialog({ number, busy, error, onClose, onVoid }: VoidDialogProps) {
  const { common, printTray } = useTexts();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  function submit(): void {
    const empty = !saysSomething(reason);
    setMissing(empty);
    if (!empty && !busy) onVoid(reason);
  }

  return (
    <Dialog
      title={printTray.voidTitle(number)}
      onClose={onClose}
      act={{ label: printTray.void, onAct: submit, disabled: busy }}
    >
      <div>{printTray.voidNote}</div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={printTray.voidReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={missing ? common.issues[reason.trim() === '' ? 'required' : 'reason-needed'] : undefined}
          autoFocus
        />
      </form>
      <FaultNote error={error} />
    </Dialog>
  );
}
