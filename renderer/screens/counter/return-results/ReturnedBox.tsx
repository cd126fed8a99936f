import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deskClient } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { UndoMinute } from '../../../parts/controls/UndoMinute.tsx';
import { PrintChip, usePrintJob } from '../../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../../text/texts.ts';
import type { Others } from './give-back.ts';
import type { whatGoesBack } from './returnable.ts';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';

export type Returned = {
  readonly caseId: string;
  readonly number: string;
  readonly back: ReturnType<typeof whatGoesBack>;
  readonly receiver: string;
  readonly printJobId: string | null;
  readonly paperFault: string | null;
  /** What went to the same hand with it, and what could not. */
  readonly others: Others;
};

/** What was just handed out, and whether its slip came out of the printer. It stays until the next one. */
export function ReturnedBox({ returned }: { readonly returned: Returned }) {
  const { returnResults, reception } = useTexts();
  const { go } = usePlace();
  const job = usePrintJob(returned.printJobId);
  const { given, refused } = returned.others;
  const first = { caseId: returned.caseId, number: returned.number };
  /** Papers that went back without a result stay where they are. */
  const all = returned.back === 'papers' ? given : [first, ...given];
  // What was taken back stays so where a later one is refused: the next press goes on from there.
  const [undone, setUndone] = useState<readonly string[]>([]);
  const undo = useMutation({
    mutationFn: async () => {
      for (const { caseId } of all.filter((one) => !undone.includes(one.caseId))) {
        await deskClient.case.act({ caseId, act: { type: 'undo-return' } });
        setUndone((before) => [...before, caseId]);
      }
    },
  });
  if (undo.isSuccess)
    return <OutcomeLine tone="good">{returnResults.undone(all.map(({ number }) => number).join(', '))}</OutcomeLine>;
  const unprinted = given.filter(({ paperFault }) => paperFault !== null);
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
      {given.length > 0 && (
        <Text size="note">{returnResults.also.given(given.map(({ number }) => number).join(', '))}</Text>
      )}
      {refused.length > 0 && (
        <div role="alert">
          <Text tone="late" weight={600} size="note">
            {returnResults.also.refused(refused.length)}
          </Text>
          {refused.map(({ caseId, number, why }) => (
            <Row key={caseId} gap={2} align="center" wrap size="note">
              <Text as="span" tone="late">
                {number}: {why}
              </Text>
              <Button size="small" onClick={() => go({ screen: 'case', caseId })}>
                {returnResults.also.open(number)}
              </Button>
            </Row>
          ))}
        </div>
      )}
      {unprinted.length > 0 && (
        <FaultNote
          error={`${returnResults.noPaper} ${unprinted.map(({ number, paperFault }) => `${number}: ${paperFault}`).join(' ')}`}
        />
      )}
      {returned.paperFault !== null && <FaultNote error={`${returnResults.noPaper} ${returned.paperFault}`} />}
      <FaultNote error={undo.error} />
      <Row gap={2} align="center" wrap>
        {all.length > 0 && (
          <UndoMinute
            label={all.length === 1 ? returnResults.undo : returnResults.also.undo(all.length)}
            disabled={undo.isPending}
            onUndo={() => undo.mutate()}
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
