import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { needsAttention } from '../../../../electron/domain/common/printing/print-job.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { useFaultSentence } from '../../../desk/fault.ts';
import { usePlace } from '../../../desk/places.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { UndoMinute } from '../../../parts/controls/UndoMinute.tsx';
import { PrintChip, usePrintJobs } from '../../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../../text/texts.ts';
import { type Given, type Refused, slipsByState, undoTogether } from './return-together.ts';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';

/** What one hand took: the case in front first, what went with it, and what could not. */
export type Returned = {
  readonly given: readonly [Given, ...Given[]];
  readonly refused: readonly Refused[];
  readonly receiver: string;
};

const numbersOf = (cases: readonly { readonly number: string }[]) => cases.map(({ number }) => number).join(', ');

/** What was just handed out, and whether its slips came out of the printer. It stays until the next one. */
export function ReturnedBox({ returned: { given, refused, receiver } }: { readonly returned: Returned }) {
  const { returnResults } = useTexts();
  const texts = returnResults.together;
  const { go } = usePlace();
  const sentenceOf = useFaultSentence();
  const [undone, setUndone] = useState<readonly string[]>([]);
  // What was taken back leaves the box; the next press is for what is still out.
  const [first, ...rest] = given.filter(({ caseId }) => !undone.includes(caseId));
  const takenBack = given.filter(({ caseId }) => undone.includes(caseId));
  const out = first === undefined ? [] : [first, ...rest];
  /** Papers that went back without a result stay where they are. */
  const undoable = out.filter(({ back }) => back !== 'papers');
  const undo = useMutation({
    mutationKey: desk.case.act.mutationKey(),
    mutationFn: () =>
      undoTogether(
        undoable,
        async (caseId) => {
          await deskClient.case.act({ caseId, act: { type: 'undo-return' } });
          setUndone((before) => [...before, caseId]);
        },
        (error) => sentenceOf(error) ?? '',
      ),
  });
  const outcome = takenBack.length > 0 && (
    <OutcomeLine tone="good">{returnResults.undone(numbersOf(takenBack))}</OutcomeLine>
  );
  if (first === undefined) return outcome;
  const unprinted = out.filter(({ paperFault }) => paperFault !== null);
  return (
    <Column
      as="section"
      border="brand"
      radius={10}
      ground="brand"
      padding={[2.5, 3.5]}
      gap={1.5}
      shrink={false}
      aria-label={returnResults.done[first.back]}
    >
      <Text weight={600} role="status" aria-live="polite">
        <Text as="span" tone="brand">
          <span aria-hidden>✓ </span>
          {returnResults.done[first.back]}
        </Text>{' '}
        {returnResults.doneTo(receiver)} · {first.number}
      </Text>
      {rest.length > 0 && <Text size="note">{texts.given(numbersOf(rest))}</Text>}
      {outcome}
      <RefusedCases title={texts.refused(refused.length)} refused={refused} />
      <RefusedCases title={texts.notUndone(undo.data?.length ?? 0)} refused={undo.data ?? []} />
      {unprinted.length > 0 && (
        <FaultNote
          error={`${returnResults.noPaper} ${unprinted.map(({ number, paperFault }) => (given.length === 1 ? paperFault : `${number}: ${paperFault}`)).join(' ')}`}
        />
      )}
      <Row gap={2} align="center" wrap>
        {undoable.length > 0 && (
          <UndoMinute
            label={undoable.length === 1 ? returnResults.undo : texts.undo(undoable.length)}
            disabled={undo.isPending}
            onUndo={() => undo.mutate()}
          />
        )}
        <Slips given={out} />
        <Button size="small" onClick={() => go({ screen: 'case', caseId: first.caseId })}>
          {returnResults.open}
        </Button>
      </Row>
    </Column>
  );
}

/** Each that the desk refused, with its sentence and the way to it; nothing where none was. */
function RefusedCases({ title, refused }: { readonly title: string; readonly refused: readonly Refused[] }) {
  const { returnResults } = useTexts();
  const { go } = usePlace();
  if (refused.length === 0) return null;
  return (
    <div role="alert">
      <Text tone="late" weight={600} size="note">
        {title}
      </Text>
      {refused.map(({ caseId, number, why }) => (
        <Row key={caseId} gap={2} align="center" wrap size="note">
          <Text as="span" tone="late">
            {number}: {why}
          </Text>
          <Button size="small" onClick={() => go({ screen: 'case', caseId })}>
            {returnResults.together.open(number)}
          </Button>
        </Row>
      ))}
    </div>
  );
}

/** What became of the slips: of one its state; of several the worst first, and of what somebody has to look after the cases by number. */
function Slips({ given }: { readonly given: readonly Given[] }) {
  const { returnResults, reception } = useTexts();
  const { go } = usePlace();
  const sent = given.flatMap(({ number, printJobId }) => (printJobId === null ? [] : [{ number, printJobId }]));
  const jobs = usePrintJobs(sent.map(({ printJobId }) => printJobId));
  const states = slipsByState(sent.map(({ number }, at) => ({ number, state: jobs[at]?.state ?? 'queued' })));
  return (
    <>
      {states.map(({ state, numbers }) => (
        <Row key={state} as="span" gap={1} align="center" wrap size="note">
          <PrintChip job={{ state }} />
          {given.length > 1 &&
            (needsAttention(state) ? numbers.join(', ') : returnResults.together.slips(numbers.length))}
        </Row>
      ))}
      {states.some(({ state }) => needsAttention(state)) && (
        <Button size="small" onClick={() => go({ screen: 'print-tray' })}>
          {reception.accepted.tray}
        </Button>
      )}
    </>
  );
}
