import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { UndoMinute } from '../../../parts/controls/UndoMinute.tsx';
import { PrintChip, usePrintJob } from '../../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../../text/texts.ts';
import type { whatGoesBack } from './returnable.ts';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';

export type Returned = {
  readonly caseId: string;
  readonly number: string;
  readonly back: ReturnType<typeof whatGoesBack>;
  readonly receiver: string;
  readonly printJobId: string | null;
  readonly paperFault: string | null;
};

/** What was just handed out, and whether its slip came out of the printer. It stays until the next one. */
export function ReturnedBox({ returned }: { readonly returned: Returned }) {
  const { returnResults, reception } = useTexts();
  const { go } = usePlace();
  const job = usePrintJob(returned.printJobId);
  const undo = useMutation(desk.case.act.mutationOptions());
  if (undo.isSuccess) return <OutcomeLine tone="good">{returnResults.undone(returned.number)}</OutcomeLine>;
  return (
    <Column
      as="section"
      border="brand"
      radius={10}
      ground="brand"
      padding={[2.5, 3.5]}
      gap={1.5}
      shrink={false}
      aria-label={returnResults.done[returned.back]}
    >
      <Text weight={600} role="status" aria-live="polite">
        <Text as="span" tone="brand">
          <span aria-hidden>✓ </span>
          {returnResults.done[returned.back]}
        </Text>{' '}
        {returnResults.doneTo(returned.receiver)} · {returned.number}
      </Text>
      {returned.paperFault !== null && <FaultNote error={`${returnResults.noPaper} ${returned.paperFault}`} />}
      <FaultNote error={undo.error} />
      <Row gap={2} align="center" wrap>
        {returned.back !== 'papers' && (
          <UndoMinute
            label={returnResults.undo}
            disabled={undo.isPending}
            onUndo={() => undo.mutate({ caseId: returned.caseId, act: { type: 'undo-return' } })}
          />
        )}
        {returned.printJobId !== null && <PrintChip job={job} />}
        <Button size="small" onClick={() => go({ screen: 'case', caseId: returned.caseId })}>
          {returnResults.open}
        </Button>
        {job?.needsAttention === true && (
          <Button size="small" onClick={() => go({ screen: 'print-tray' })}>
            {reception.accepted.tray}
          </Button>
        )}
      </Row>
    </Column>
  );
}
