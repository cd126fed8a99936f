import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CertificationSigner } from '../../../../electron/contract/counter/certification/certification.ts';
import { type DeskClient, desk } from '../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { within } from '../../../parts/list/cursor.ts';
import { formatDateTime, formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

const listId = 'certification-waiting';
const columns = {
  columns: `${rem(120)} minmax(0, 1.4fr) minmax(0, 1fr) ${rem(130)}`,
  columnGap: 3,
  align: 'center',
  padding: [1.5, 2.5],
} as const;

type Numbered = Awaited<ReturnType<DeskClient['certification']['waiting']>>['cases'][number];
type Unnumbered = Awaited<ReturnType<DeskClient['certification']['waiting']>>['unnumbered'][number];
type Waiting = Omit<Numbered, 'signer' | 'status'> & {
  readonly status: Numbered['status'] | 'unnumbered';
  /** What is numbered, where it is not yet. */
  readonly lines?: Unnumbered['papers'];
};

type WaitingDialogProps = {
  /** Who signs on what is numbered here. */
  readonly signer: CertificationSigner;
  readonly onClose: () => void;
};

/** What has its numbers and is in nobody's hands: the leader signs, the clerk takes what is due and hands out. Behind it what was received elsewhere and is in no book yet. */
export function WaitingDialog({ signer, onClose }: WaitingDialogProps) {
  const { certification, common } = useTexts();
  const role = useKnownStatus(userOf)?.role;
  const [at, setAt] = useState(0);
  const waiting = useQuery({ ...desk.certification.waiting.queryOptions({ input: {} }), staleTime: 0 });
  const sign = useMutation(desk.certification.sign.mutationOptions());
  const handOut = useMutation(desk.certification.handOut.mutationOptions());
  const certify = useMutation(desk.certification.certify.mutationOptions());
  const rows: readonly Waiting[] = [
    ...(waiting.data?.cases ?? []),
    ...(waiting.data?.unnumbered ?? []).map((one) => ({
      ...one,
      status: 'unnumbered' as const,
      due: 0,
      numbers: [],
      papers: one.papers.map(({ paper }) => paper),
      lines: one.papers,
    })),
  ];
  const current = within(rows.length, at);
  const chosen = rows[current];
  /** What is asked once more before it is numbered. */
  const [asking, setAsking] = useState<Waiting | null>(null);
  const isBusy = sign.isPending || handOut.isPending || certify.isPending;

  function act(): void {
    if (chosen === undefined || isBusy) return;
    const { caseId, due } = chosen;
    if (chosen.status === 'unnumbered') return setAsking(chosen);
    handOut.mutate({
      caseId,
      ...(due > 0 ? { paid: { method: 'cash' as const, amount: due } } : {}),
      requestId: crypto.randomUUID(),
    });
  }

  useShortcuts([
    {
      keys: 'ArrowDown',
      label: certification.move,
      run: () => setAt(within(rows.length, current + 1)),
      repeats: true,
    },
    { keys: 'ArrowUp', label: certification.move, run: () => setAt(within(rows.length, current - 1)), repeats: true },
  ]);

  return (
    <Dialog
      title={certification.waitingTitle}
      onClose={onClose}
      closeLabel={common.back}
      wide
      act={{
        label:
          chosen?.status === 'unnumbered'
            ? certification.certify
            : chosen !== undefined && chosen.due > 0
              ? certification.handOut
              : certification.handOutFree,
        onAct: act,
        disabled: isBusy || (chosen?.status !== 'finished' && chosen?.status !== 'unnumbered'),
      }}
    >
      {waiting.data !== undefined && rows.length === 0 && <Text tone="secondary">{certification.waitingEmpty}</Text>}
      {rows.length > 0 && (
        <ChoiceList id={listId} label={certification.waitingTitle} current={current} maxHeight={360}>
          {rows.map((one, index) => (
            <Choice
              key={one.caseId}
              id={`${listId}-${index}`}
              {...columns}
              current={index === current}
              onChoose={() => setAt(index)}
            >
              <Text size="note">{formatDateTime(one.at)}</Text>
              <Block minWidth={0}>
                <Text lines={1} weight={600}>
                  {one.numbers.length === 0 ? one.caseNumber : one.numbers.join(', ')}
                </Text>
                <Text lines={1} size="small" tone="secondary">
                  {[certification.kinds[one.kind], ...one.papers.filter((paper) => paper !== '')].join(' · ')}
                </Text>
              </Block>
              <Text lines={1}>{one.applicant}</Text>
              <Block textAlign="right">
                <Text size="note" weight={600}>
                  {certification.waitsFor[one.status] ?? one.status}
                </Text>
                {one.due > 0 && (
                  <Text size="small" tone="soon">
                    {certification.owes(formatMoney(one.due))}
                  </Text>
                )}
              </Block>
            </Choice>
          ))}
        </ChoiceList>
      )}
      {role === 'supervisor' && (
        <Row>
          <ActionButton
            keys="Alt+Shift+B"
            label={certification.sign}
            onAct={() => {
              if (chosen !== undefined && !isBusy) sign.mutate({ caseIds: [chosen.caseId] });
            }}
            disabled={isBusy || (chosen?.status !== 'accepted' && chosen?.status !== 'processing')}
          />
        </Row>
      )}
      <FaultNote error={waiting.error ?? handOut.error ?? sign.error ?? certify.error} />
      {asking !== null && (
        <CertifyQuestion
          asked={asking}
          signer={signer}
          onClose={() => setAsking(null)}
          onCertify={() => {
            certify.mutate({ caseId: asking.caseId, signer });
            setAsking(null);
          }}
        />
      )}
    </Dialog>
  );
}

type CertifyQuestionProps = {
  readonly asked: Waiting;
  readonly signer: CertificationSigner;
  readonly onClose: () => void;
  readonly onCertify: () => void;
};

/** A number stands in the book for good: which case, which papers and under whose name is asked once. */
function CertifyQuestion({ asked, signer, onClose, onCertify }: CertifyQuestionProps) {
  const { certification, common } = useTexts();
  const isSigned = signer.name.trim() !== '' && signer.title.trim() !== '';
  return (
    <Dialog
      title={certification.certifyTitle}
      onClose={onClose}
      closeLabel={common.back}
      act={{ label: certification.certify, onAct: onCertify, disabled: !isSigned, autoFocus: true }}
    >
      <Text weight={600}>{certification.certifyCase(asked.caseNumber, asked.applicant)}</Text>
      <Text size="small" tone="secondary">
        {certification.kinds[asked.kind]}
      </Text>
      <Block as="ul" aria-label={certification.list}>
        {(asked.lines ?? []).map(({ paper, pages, copies, fee }, at) => (
          <Text as="li" key={`${at} ${paper}`}>
            {[
              paper === '' ? certification.unnamed : paper,
              certification.counted(pages, copies),
              fee === null ? '–' : formatMoney(fee),
            ].join(' · ')}
          </Text>
        ))}
      </Block>
      {isSigned ? (
        <Text weight={600}>{certification.certifySigner(`${signer.name}, ${signer.title}`)}</Text>
      ) : (
        <Text tone="late">{certification.signerNeeded}</Text>
      )}
      <Text size="small" tone="secondary">
        {certification.certifyHint}
      </Text>
    </Dialog>
  );
}
