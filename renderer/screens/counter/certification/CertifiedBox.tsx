import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Certified } from '../../../../electron/contract/counter/certification/certification.ts';
import { desk, deskClient, queries } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UndoAsked } from '../../../parts/controls/UndoAsked.tsx';
import { Column, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatDate, formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

type CertifiedBoxProps = {
  readonly certified: Certified;
  readonly today: string;
  /** It was taken back: what stands there then. Left out where the minute is not this card's to count. */
  readonly onTakenBack?: (message: string) => void;
};

/** What was just certified: the numbers, large enough to be copied onto the papers, and the change. */
export function CertifiedBox({ certified, today, onTakenBack }: CertifiedBoxProps) {
  const { certification } = useTexts();
  const wording = useMutation({
    mutationFn: (caseIds: readonly string[]) =>
      Promise.all(caseIds.map((caseId) => deskClient.certification.wording({ caseId }))),
  });
  const { lines, change, paid, cases, status, signer } = certified;
  const waits = status === 'accepted';
  const title = waits ? certification.doneWaits : status === 'finished' ? certification.doneUnpaid : certification.done;
  const receipts = cases.flatMap(({ receipt }) => (receipt === null ? [] : [receipt.number]));
  const books = [...new Set(lines.map(({ book }) => book))];
  return (
    <Column
      as="section"
      border="brand"
      radius={10}
      ground="brand"
      padding={3}
      gap={1.5}
      shrink={false}
      aria-label={title}
    >
      <div role="status" aria-live="polite">
        <Text size="note" weight={600} tone={status === 'finished' ? 'soon' : 'brand'}>
          <span aria-hidden>✓ </span>
          {title}
        </Text>
        <Grid columns="repeat(auto-fill, minmax(8.5rem, 1fr))" columnGap={4} rowGap={1.5} marginTop={1.5}>
          {lines.map(({ kind, number, paper }) => (
            <div key={`${kind} ${number}`}>
              <Text size="figure" weight={700} breaks>
                {number}
              </Text>
              <Text size="small" tone="secondary" lines={1} title={paper}>
                {paper === '' ? certification.kinds[kind] : paper}
              </Text>
            </div>
          ))}
        </Grid>
        {change > 0 && (
          <Row gap={2} align="baseline" marginTop={2}>
            <Text size="note" tone="secondary">
              {certification.change}
            </Text>
            <Text size="figure" weight={700} tone="brand">
              {formatMoney(change)}
            </Text>
          </Row>
        )}
      </div>
      {paid > 0 && <Text size="note">{certification.paid(formatMoney(paid), receipts.join(', '))}</Text>}
      {books.map((book) => (
        <Text size="small" tone="secondary" key={book}>
          {certification.stampText(book, formatDate(today), `${signer.name}, ${signer.title}`)}
        </Text>
      ))}
      <FaultNote error={certified.paperFault?.message} />
      <Row gap={3} align="center" wrap>
        <ActionButton
          keys="Alt+I"
          label={certification.wording}
          onAct={() => wording.mutate(cases.map(({ caseId }) => caseId))}
          disabled={wording.isPending}
        />
        <Text size="small" tone="secondary">
          {wording.data === undefined ? certification.goOn : certification.wordingMade}
        </Text>
      </Row>
      {onTakenBack !== undefined && paid === 0 && status !== 'returned' && (
        <TakeBack certified={certified} onTakenBack={onTakenBack} />
      )}
      <FaultNote
        error={wording.error ?? wording.data?.find(({ paperFault }) => paperFault !== null)?.paperFault?.message}
      />
    </Column>
  );
}

type TakeBackProps = { readonly certified: Certified; readonly onTakenBack: (message: string) => void };

/** Takes back what was certified with a slip, within the minute and before any money. */
function TakeBack({ certified: { cases, lines }, onTakenBack }: TakeBackProps) {
  const { certification } = useTexts();
  const [requestId] = useState(() => crypto.randomUUID());
  const back = useMutation(
    desk.certification.takeBack.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onTakenBack(certification.takenBack(lines.map(({ number }) => number).join(', ')));
      },
    }),
  );
  return (
    <UndoAsked
      texts={certification}
      error={back.error}
      isBusy={back.isPending}
      onUndo={() => back.mutate({ caseIds: cases.map(({ caseId }) => caseId), requestId })}
    />
  );
}
