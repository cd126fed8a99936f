import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fee } from '../../../../../electron/contract/counter/money/money.ts';
import { desk } from '../../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { MoneyField } from '../pay/MoneyField.tsx';
import { firstGround, granted, notChosen, readWaiver } from './waiver.ts';
import { Text } from '../../../../parts/layout/primitives.ts';

type WaiveDialogProps = { readonly caseId: string; readonly fee: Fee; readonly onClose: () => void };

/** Takes a fee down: by an incentive of law, for which the clerk says what was seen; or a supervisor, on a document. */
export function WaiveDialog(props: WaiveDialogProps) {
  const { cash } = useTexts();
  const { fee, onClose } = props;
  const supervises = useKnownStatus(roleOf) === 'supervisor';
  const incentives = fee.incentives.filter(({ incentive }) => incentive !== fee.waiver?.incentive);
  if (incentives.length > 0 || supervises) {
    return <WaiveForm {...props} incentives={incentives} supervises={supervises} />;
  }
  return (
    <Dialog title={cash.waive.title(fee.name)} onClose={onClose}>
      <EmptyState title={cash.waive.noneTitle}>{cash.waive.none}</EmptyState>
    </Dialog>
  );
}

type WaiveFormProps = WaiveDialogProps & { readonly incentives: Fee['incentives']; readonly supervises: boolean };

function WaiveForm({ caseId, fee, onClose, incentives, supervises }: WaiveFormProps) {
  const { cash, common } = useTexts();
  const [by, setBy] = useState(() => firstGround(incentives));
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState('');
  const [amount, setAmount] = useState('0');
  const [tried, setTried] = useState(false);
  const waive = useMutation(
    desk.money.waive.mutationOptions({
      onSuccess: () => onClose(),
    }),
  );
  const chosen = incentives.find(({ incentive }) => incentive === by);
  const read = readWaiver({ by, reason, basis, amount });
  const errorOf = (field: 'by' | 'reason' | 'basis') =>
    tried && read.open?.has(field) === true ? common.issues['required'] : undefined;

  function submit(): void {
    setTried(true);
    if (read.ground !== undefined && !waive.isPending) waive.mutate({ caseId, line: fee.line, ...read.ground });
  }

  return (
    <Dialog
      title={cash.waive.title(fee.name)}
      onClose={onClose}
      act={{ label: cash.waive.act, onAct: submit, disabled: waive.isPending }}
    >
      <Text tone="secondary">{cash.waive.intro}</Text>
      <FaultNote error={waive.error} />
      <SelectField
        label={cash.waive.by}
        value={by}
        error={errorOf('by')}
        autoFocus={by === notChosen}
        onChange={(event) => setBy(event.target.value)}
        choices={[
          ...(by === notChosen ? [{ value: notChosen, label: cash.waive.choose }] : []),
          ...incentives.map((one) => ({
            value: one.incentive,
            label: `${one.name} · ${cash.waive.left(formatMoney(one.amount))}`,
          })),
          ...(supervises ? [{ value: granted, label: cash.waive.granted }] : []),
        ]}
      />
      {chosen !== undefined && <IncentiveFacts incentive={chosen} />}
      <Field
        label={cash.waive.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errorOf('reason')}
        autoFocus={by === granted}
      />
      {by === granted && (
        <>
          <Field
            label={cash.waive.basis}
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
            error={errorOf('basis')}
          />
          <MoneyField label={cash.waive.amount} value={amount} onChange={setAmount} />
        </>
      )}
    </Dialog>
  );
}

function IncentiveFacts({ incentive }: { readonly incentive: Fee['incentives'][number] }) {
  const { cash } = useTexts();
  return (
    <Text size="note">
      {incentive.conditions.length > 0 && (
        <div>
          {cash.waive.needs}: {incentive.conditions.map((condition) => cash.conditions[condition]).join(', ')}
        </div>
      )}
      <Text tone="secondary">
        {incentive.basis} {!incentive.verified && <Chip tone="soon">{cash.unverified}</Chip>}
      </Text>
    </Text>
  );
}
