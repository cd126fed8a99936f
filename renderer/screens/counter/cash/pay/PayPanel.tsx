import Checkbox from '@mui/material/Checkbox';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fee } from '../../../../../electron/contract/counter/money/money.ts';
import type { PayMethod } from '../../../../../electron/contract/counter/money/fee-receipt.ts';
import { amountInWords } from '../../../../../electron/domain/base/dong.ts';
import { type DeskClient, desk } from '../../../../desk/client.ts';
import { faultOf } from '../../../../desk/fault.ts';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { sound } from '../../../../look/sound.ts';
import { formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { MoneyField } from './MoneyField.tsx';
import { TransferFacts } from './TransferFacts.tsx';
import { Column, Grid, Row, Text } from '../../../../parts/layout/primitives.ts';

export type Collected = Awaited<ReturnType<DeskClient['money']['collect']>>;

type PayPanelProps = {
  readonly caseId: string;
  /** The lines that are ticked; each has an amount. */
  readonly lines: readonly Fee[];
  readonly unknown: number;
  readonly tillOpen: boolean;
  readonly onCollected: (collected: Collected) => void;
};

/** The sum, how it is paid, what goes back: and one key that collects, numbers and prints. */
export function PayPanel({ caseId, lines, unknown, tillOpen, onCollected }: PayPanelProps) {
  const { cash, common } = useTexts();
  const [method, setMethod] = useState<PayMethod>('cash');
  const [tendered, setTendered] = useState('');
  const [payer, setPayer] = useState<Payer | null>(null);
  const [tried, setTried] = useState(false);
  // The same until it is answered: a request sent twice is one receipt.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const collect = useMutation(
    desk.money.collect.mutationOptions({
      onSuccess: (collected) => {
        setRequestId(crypto.randomUUID());
        setTendered('');
        setTried(false);
        onCollected(collected);
      },
    }),
  );

  const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const given = method === 'cash' && total > 0 && tendered !== '' ? Number(tendered) : null;
  const short = given !== null && given < total;
  const payerMissing = payer !== null && payer.name.trim() === '';

  function submit(): void {
    setTried(true);
    if (collect.isPending) return;
    if (short || payerMissing || lines.length === 0) return sound('refused');
    collect.mutate({
      caseId,
      lines: lines.map(({ line }) => line),
      method,
      ...(given === null ? {} : { tendered: given }),
      ...(payer === null
        ? {}
        : { payer: { name: payer.name, ...(payer.taxCode.trim() === '' ? {} : { taxCode: payer.taxCode }) } }),
      print: true,
      requestId,
    });
  }

  useShortcuts(
    methods.map((value, at) => ({ keys: `Alt+${at + 1}`, label: cash.methods[value], run: () => setMethod(value) })),
  );

  const none = lines.length === 0;
  const zero = total === 0;
  const late = short && (tried || faultOf(collect.error)?.code === 'tendered-short');
  return (
    <Panel title={cash.pay.title} gap={3} shrink={false}>
      <FaultNote error={collect.error} />
      <div>
        <Text size="note" tone="secondary">
          {cash.pay.due}
        </Text>
        <Text size="display" weight={700}>
          {formatMoney(total)}
        </Text>
        <Text size="small" tone="secondary" lang="vi">
          {amountInWords(total)}
        </Text>
        {unknown > 0 && (
          <Text size="note" tone="soon">
            {cash.fees.leftOut(unknown)}
          </Text>
        )}
      </div>
      {zero ? (
        <div>{none ? cash.pay.nothing : cash.pay.zero}</div>
      ) : (
        <Segmented
          label={`${cash.pay.method} (Alt+1, 2, 3)`}
          value={method}
          onChange={setMethod}
          choices={methods.map((value) => ({ value, label: cash.methods[value] }))}
        />
      )}
      {!zero && method === 'cash' && (
        <Tendered value={tendered} onChange={setTendered} total={total} given={given} late={late} />
      )}
      {!zero && method === 'transfer' && <TransferFacts caseId={caseId} amount={total} />}
      {!zero && method !== 'cash' && (
        <Text tone="soon" weight={500}>
          {method === 'transfer' ? cash.pay.seen : cash.pay.seenCard}
        </Text>
      )}
      <OtherPayer
        payer={payer}
        onChange={setPayer}
        error={tried && payerMissing ? common.issues['required'] : undefined}
      />
      <div>
        <ActionButton
          keys="Ctrl+Enter"
          label={zero && !none ? cash.pay.collectZero : cash.pay.collect}
          onAct={submit}
          filled={(zero && !none) || tillOpen}
          disabled={none || collect.isPending}
          autoFocus={zero && !none}
        />
      </div>
    </Panel>
  );
}

const methods = ['cash', 'transfer', 'card'] as const satisfies readonly PayMethod[];

type Payer = { readonly name: string; readonly taxCode: string };

type TenderedProps = {
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly total: number;
  readonly given: number | null;
  readonly late: boolean;
};

function Tendered({ value, onChange, total, given, late }: TenderedProps) {
  const { cash } = useTexts();
  const change = Math.max(0, (given ?? total) - total);
  const short = cash.pay.short(formatMoney(Math.max(0, total - (given ?? total))));
  return (
    <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={3} align="start">
      <MoneyField
        label={cash.pay.tendered}
        hint={cash.pay.tenderedHint}
        value={value}
        onChange={onChange}
        error={late ? short : undefined}
        large
        autoFocus
      />
      <Text textAlign="right" role="status">
        <Text size="note" tone="secondary">
          {cash.pay.change}
        </Text>
        <Text size="figure" weight={700} tone={change > 0 ? 'brand' : undefined}>
          {formatMoney(change)}
        </Text>
      </Text>
    </Grid>
  );
}

type OtherPayerProps = {
  readonly payer: Payer | null;
  readonly onChange: (payer: Payer | null) => void;
  readonly error: string | undefined;
};

function OtherPayer({ payer, onChange, error }: OtherPayerProps) {
  const { cash, common } = useTexts();
  return (
    <Column gap={2}>
      <Row as="label" align="center" size="note" css={{ cursor: 'pointer' }}>
        <Checkbox
          checked={payer !== null}
          onChange={(event) => onChange(event.target.checked ? { name: '', taxCode: '' } : null)}
          sx={{ padding: rem(4), marginLeft: rem(-4) }}
        />
        {cash.pay.otherPayer}
      </Row>
      {payer !== null && (
        <>
          <Field
            label={cash.pay.payer}
            value={payer.name}
            onChange={(event) => onChange({ ...payer, name: event.target.value })}
            error={error}
            autoFocus
          />
          <Field
            label={`${cash.pay.taxCode} (${common.optional})`}
            value={payer.taxCode}
            onChange={(event) => onChange({ ...payer, taxCode: event.target.value })}
          />
        </>
      )}
    </Column>
  );
}
