import { useMutation, useQuery } from '@tanstack/react-query';
import { desk, deskClient } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Facts } from '../../../../parts/layout/Facts.tsx';
import { formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { TransferSlipDialog } from './TransferSlipDialog.tsx';
import { Column, Text } from '../../../../parts/layout/primitives.ts';

/** Where the money is to be sent, to be read aloud; and the slip that carries the VietQR code, on the screen and on paper. */
export function TransferFacts({ caseId, amount }: { readonly caseId: string; readonly amount: number }) {
  const { cash } = useTexts();
  const { data: code, error } = useQuery(desk.money.vietQr.queryOptions({ input: { caseId, amount } }));
  const slip = useMutation({
    mutationFn: () => deskClient.paper.render({ caseId, form: 'phieu-thanh-toan' }),
  });
  if (code === undefined) return <FaultNote error={error} />;
  if (code.absent !== null) return <Text tone="secondary">{cash.transfer.absent[code.absent]}</Text>;
  return (
    <Column gap={2}>
      <Facts
        facts={[
          [cash.transfer.bank, code.bank],
          [cash.transfer.account, code.accountNumber],
          [cash.transfer.holder, code.accountName],
          [cash.transfer.amount, formatMoney(code.amount)],
          [cash.transfer.content, code.content],
        ]}
      />
      <div>
        <ActionButton keys="Alt+I" label={cash.transfer.slip} onAct={() => slip.mutate()} disabled={slip.isPending} />
      </div>
      <Text size="small" tone="secondary">
        {cash.transfer.slipNote}
      </Text>
      <FaultNote error={slip.error} />
      {slip.data !== undefined && <TransferSlipDialog documentId={slip.data.documentId} onClose={() => slip.reset()} />}
    </Column>
  );
}
