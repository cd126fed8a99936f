import { printedNumber } from '../../../../../electron/domain/base/numbering.ts';
import Button from '@mui/material/Button';
import { usePlace } from '../../../../desk/places.ts';
import { useSettings } from '../../../../look/settings.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { LabelButton } from '../../../../parts/paper/LabelButton.tsx';
import { PrintChip, usePrintJob } from '../../../../parts/paper/PrintChip.tsx';
import { formatMoment, formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Warning } from '../../../../parts/controls/Warning.tsx';
import { DeclarationButton } from '../../case-fields/DeclarationButton.tsx';
import type { Accepted } from '../useReception.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { desk, queries } from '../../../../desk/client.ts';
import { UndoAsked } from '../../../../parts/controls/UndoAsked.tsx';
import { Column, Row, Text } from '../../../../parts/layout/primitives.ts';

type AcceptedBoxProps = {
  readonly accepted: Accepted;
  readonly next?: string;
  /** Its reception was taken back: what stands there then. */
  readonly onUndone: (message: string) => void;
};

/** The case that was just received: what the clerk says aloud, and whether its paper came out. */
export function AcceptedBox({ accepted, next, onUndone }: AcceptedBoxProps) {
  const { reception, printTray } = useTexts();
  const { language } = useSettings();
  const { go } = usePlace();
  const texts = reception.accepted;
  const { received, fullName } = accepted;
  // As the case's own screen has it: nothing is asked, and nobody looked at a file, for a card. Nor is anything kept for it: one for each reception of a day.
  const { data: now } = useQuery(
    desk.case.get.queryOptions({ input: { caseId: received.caseId }, enabled: false, gcTime: 0 }),
  );
  const job = usePrintJob(received.printJobId);
  const reason = job?.reason ?? null;
  const number = printedNumber(received.number);
  const owed = received.fees.reduce((sum, fee) => sum + (fee.amount ?? 0), 0);
  // An amount that nobody found is said too: the citizen asks what it costs.
  const unknown = received.fees.filter(({ amount }) => amount === null).map(({ name }) => name);
  // Taken back from the case itself.
  if (now?.state.undone === true) return <OutcomeLine tone="late">{texts.undone(number)}</OutcomeLine>;
  return (
    <Column as="section" border="brand" radius={10} ground="brand" padding={5} gap={2} aria-label={texts.title}>
      <div role="status" aria-live="polite">
        <Text size="note" weight={600} tone="brand">
          <span aria-hidden>✓ </span>
          {texts.title} · {fullName}
        </Text>
        <Text size="figure" weight={700}>
          {number}
        </Text>
        {received.number.official === null && (
          <Text size="small" tone="secondary">
            {texts.temporary}
          </Text>
        )}
        <Text size="note" tone="secondary" marginTop={2}>
          {texts.due}
        </Text>
        <Text size="heading" weight={700}>
          {formatMoment(received.dueAt, language)}
        </Text>
      </div>
      {received.warnings.map(({ code, text, textEn }) => (
        <div key={code} role="status">
          <Warning>{language === 'vi' ? text : textEn}</Warning>
        </div>
      ))}
      {owed > 0 && (
        <div>
          {reception.fee.title}: <strong>{formatMoney(owed)}</strong>
        </div>
      )}
      {unknown.length > 0 && (
        <div>
          {[...new Set(unknown)].join(', ')}: <strong>{reception.fee.unknown}</strong>
        </div>
      )}
      <Row gap={2} align="center" wrap css={{ '& > span': { whiteSpace: 'normal' } }} role="status" aria-live="polite">
        {received.printJobId === null ? <Chip tone="late">{texts.print.none}</Chip> : <PrintChip job={job} />}
        {reason !== null && <Text size="small">{printTray.reasons[reason] ?? reason}</Text>}
      </Row>
      {received.paperFault !== null && <FaultNote error={received.paperFault.message} />}
      <Row gap={2} wrap>
        {owed + unknown.length > 0 && (
          <ActionButton keys="F7" label={texts.pay} onAct={() => go({ screen: 'cash', caseId: received.caseId })} />
        )}
        <Button size="small" onClick={() => go({ screen: 'case', caseId: received.caseId })}>
          {texts.open}
        </Button>
        {job?.needsAttention === true && (
          <Button size="small" onClick={() => go({ screen: 'print-tray' })}>
            {texts.tray}
          </Button>
        )}
      </Row>
      <DeclarationButton caseId={received.caseId} procedureCode={accepted.procedureCode} />
      <LabelButton caseId={received.caseId} />
      <UndoReception caseId={received.caseId} onUndone={() => onUndone(texts.undone(number))} />
      {next !== undefined && (
        <Text size="note" tone="secondary">
          {next}
        </Text>
      )}
    </Column>
  );
}

/** Takes the reception back within the minute. */
function UndoReception({ caseId, onUndone }: { readonly caseId: string; readonly onUndone: () => void }) {
  const texts = useTexts().reception.accepted;
  const undo = useMutation(
    desk.case.act.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onUndone();
      },
    }),
  );
  return (
    <UndoAsked
      texts={texts}
      error={undo.error}
      isBusy={undo.isPending}
      onUndo={() => undo.mutate({ caseId, act: { type: 'undo-reception', receiptBack: true } })}
    />
  );
}
