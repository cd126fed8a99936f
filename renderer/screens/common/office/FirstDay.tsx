import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { findOfficeKeeper, keepOfficeKeeper } from '../../../desk/pending-office.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { useTexts } from '../../../text/texts.ts';

type FirstDayProps = {
  readonly onOpen: (part: 'printers' | 'data') => void;
};

/** What comes next for who has just set the office up in this window: a receipt on paper first. It goes when they say so. */
export function FirstDay({ onOpen }: FirstDayProps) {
  const { firstRun } = useTexts();
  const texts = firstRun.firstDay;
  const [shown, setShown] = useState(() => findOfficeKeeper() !== undefined);
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState('');
  if (!shown) return null;
  return (
    <Block
      as="section"
      ground="brand"
      border="brand"
      radius={10}
      padding={[2, 3]}
      shrink={false}
      aria-label={texts.title}
    >
      <Row gap={3} align="center">
        <Block grow minWidth={0}>
          <Text weight={600}>{texts.title}</Text>
          <Text size="note" tone="secondary">
            {sent === '' ? texts.steps : texts.stepsPrinted}
          </Text>
        </Block>
        <OutcomeLine tone="good">{sent}</OutcomeLine>
        <ActionButton keys="Alt+S" label={texts.print} onAct={() => setAsked(true)} />
        <Button
          size="small"
          onClick={() => {
            keepOfficeKeeper(undefined);
            setShown(false);
          }}
        >
          {texts.seen}
        </Button>
      </Row>
      {asked && (
        <SampleReceipt
          onClose={() => setAsked(false)}
          onSent={(printer) => {
            setSent(texts.sent(printer));
            setAsked(false);
          }}
          onPrinters={() => {
            setAsked(false);
            onOpen('printers');
          }}
        />
      )}
    </Block>
  );
}

type SampleReceiptProps = {
  readonly onClose: () => void;
  readonly onSent: (printer: string) => void;
  readonly onPrinters: () => void;
};

/** A receipt of nobody with this office's name: looked at, then printed where receipts are. */
function SampleReceipt({ onClose, onSent, onPrinters }: SampleReceiptProps) {
  const { firstRun } = useTexts();
  const texts = firstRun.firstDay;
  const settings = useQuery(desk.office.settings.queryOptions({ input: {} }));
  const printer = settings.data === undefined ? '' : settings.data.receiptPrinter || settings.data.printer;
  const sample = useQuery(desk.print.sample.queryOptions({ input: {} }));
  const print = useMutation(desk.print.test.mutationOptions({ onSuccess: () => onSent(printer) }));
  const hasPrinter = printer !== '';
  return (
    <Dialog
      title={texts.receipt}
      wide
      onClose={onClose}
      act={
        hasPrinter
          ? {
              label: texts.printOn(printer),
              onAct: () => print.mutate({ printer, paper: 'receipt' }),
              disabled: print.isPending,
              autoFocus: true,
            }
          : { label: texts.choosePrinter, onAct: onPrinters, autoFocus: true }
      }
    >
      <Text>{hasPrinter || settings.data === undefined ? texts.receiptSay : texts.noPrinter}</Text>
      <FaultNote error={print.error ?? sample.error ?? settings.error} />
      {sample.data !== undefined && (
        <div role="region" aria-label={texts.receipt} tabIndex={0}>
          <PaperView pages={sample.data.pages} />
        </div>
      )}
    </Dialog>
  );
}
