import Checkbox from '@mui/material/Checkbox';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { ReceiptError, type ReceiptView } from '../../../../../electron/contract/counter/money/fee-receipt.ts';
import { correctionWay, isAboveFee, mostOf } from '../../../../../electron/domain/counter/money/fee-receipt.ts';
import { type DeskClient, desk } from '../../../../desk/client.ts';
import { faultOf, standingFault, useIssueSentence } from '../../../../desk/fault.ts';
import { rem } from '../../../../look/theme.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Block, Column, Grid, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { MoneyField } from '../pay/MoneyField.tsx';

export type Corrected = Awaited<ReturnType<DeskClient['money']['correct']>>;

type CorrectDialogProps = {
  readonly receipt: ReceiptView;
  readonly onClose: () => void;
  readonly onDone: (corrected: Corrected) => void;
};

/** What is right, as it is typed: by the lines of the receipt where it is a fee's. */
type Right = {
  readonly name: string;
  readonly address: string;
  readonly taxCode: string;
  readonly other: string;
  readonly amounts: Readonly<Record<number, string>>;
  readonly names: Readonly<Record<number, string>>;
  /** The amounts above their fee that somebody looked at again, as they were then: another one is looked at anew. */
  readonly looked: string;
};

/** What may be wrong of who paid, and the part of the payer that it is. */
const ofPayer = [
  ['payer-name', 'name'],
  ['payer-address', 'address'],
  ['tax-code', 'taxCode'],
] as const satisfies readonly (readonly [ReceiptError, keyof Right])[];
/** What a notice says is right in words of its own; who paid and the sum in words are said by themselves. */
const said: readonly ReceiptError[] = ['fee-name', 'date'];

/** What is wrong is ticked and what is right typed; which of the two papers the law wants is said before anything is done (TT 91/2026 Điều 20). */
export function CorrectDialog({ receipt, onClose, onDone }: CorrectDialogProps) {
  const { cash, common } = useTexts();
  const issue = useIssueSentence();
  const [errors, setErrors] = useState<ReadonlySet<ReceiptError>>(new Set());
  const [right, setRight] = useState<Right>(() => standingOf(receipt));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  // The same until it is answered: a request sent twice is one receipt.
  const [requestId] = useState(() => crypto.randomUUID());
  const correct = useMutation(desk.money.correct.mutationOptions({ onSuccess: onDone }));
  const way = errors.size === 0 ? null : correctionWay([...errors], receipt.kind);
  const required = common.issues['required'];
  const wrong = wrongOf(receipt, errors, right, way);
  const { kind } = receipt;
  const delta = errors.has('amount') ? sumOf(receipt, right) - receipt.amount : 0;
  const above = errors.has('amount') ? aboveFee(receipt, right) : [];
  const amountsNow = JSON.stringify(right.amounts);
  const isLooked = above.length === 0 || right.looked === amountsNow;
  const input = {
    receiptId: receipt.receiptId,
    errors: ReceiptError.options.filter((error) => errors.has(error)),
    reason,
    ...payerIn(receipt, errors, right),
    ...linesIn(receipt, errors, right, way),
    ...(way === 'notice' && said.some((error) => errors.has(error)) ? { right: right.other } : {}),
    ...(above.length > 0 ? { aboveFee: true as const } : {}),
    print: true,
    requestId,
  };

  function toggle(error: ReceiptError): void {
    const next = new Set(errors);
    if (!next.delete(error)) next.add(error);
    setErrors(next);
  }

  function submit(): void {
    setTried(true);
    if (way === null || wrong.size > 0 || !isLooked || !saysSomething(reason) || correct.isPending) return;
    correct.mutate(input);
  }

  const change = (part: Partial<Right>) => setRight({ ...right, ...part });
  const { error: refused, issues } = standingFault(correct.error, correct.variables, input);
  const fault = (error: ReceiptError, words = required) => (tried && wrong.has(error) ? words : undefined);
  return (
    <Dialog
      title={cash.correct.title(receipt.number)}
      onClose={onClose}
      wide
      act={{
        label: way === null ? cash.correct.act : cash.correct.acts[way][kind],
        onAct: submit,
        disabled: correct.isPending,
      }}
    >
      <Text tone="secondary">{cash.correct.intro}</Text>
      <FaultNote error={faultOf(refused)?.code === 'amount-above-fee' && isLooked ? null : refused} />
      <Column role="group" aria-label={cash.correct.wrong} gap={1}>
        <Text size="note" tone="secondary">
          {cash.correct.wrong}
        </Text>
        <Grid columns={`repeat(auto-fill, minmax(${rem(190)}, 1fr))`} columnGap={2}>
          {ReceiptError.options.map((error, index) => (
            <Row as="label" key={error} align="center" gap={1}>
              <Checkbox
                checked={errors.has(error)}
                onChange={() => toggle(error)}
                autoFocus={index === 0}
                sx={{ padding: rem(4) }}
              />
              <span>{cash.correct.errors[error]}</span>
            </Row>
          ))}
        </Grid>
        {tried && way === null && (
          <Text size="small" tone="late" weight={500} role="alert">
            {cash.correct.tickOne}
          </Text>
        )}
      </Column>
      {ofPayer
        .filter(([error]) => errors.has(error))
        .map(([error, part]) => (
          <Field
            key={error}
            label={cash.correct[part]}
            value={right[part]}
            onChange={({ target }) => change({ [part]: target.value })}
            error={
              fault(error, error === 'payer-name' ? cash.correct.unchanged : required) ??
              issue(issues.get(`payer.${part}`))
            }
          />
        ))}
      {errors.has('amount') &&
        receipt.lines.map(({ line, name }) => (
          <MoneyField
            key={line}
            label={cash.correct.amount(name)}
            value={right.amounts[line] ?? ''}
            onChange={(digits) => change({ amounts: { ...right.amounts, [line]: digits } })}
            error={fault('amount', cash.correct.unchanged)}
          />
        ))}
      {above.length > 0 && (
        <Column gap={1} role="alert">
          {above.map(({ line, name, base, rule }) => (
            <Text key={line} tone="soon" weight={500}>
              {cash.correct.above(name, formatMoney(mostOf({ base, rule }) ?? 0))}
            </Text>
          ))}
          <Row as="label" align="center" gap={1}>
            <Checkbox
              checked={right.looked === amountsNow}
              onChange={(_event, checked) => change({ looked: checked ? amountsNow : '' })}
              sx={{ padding: rem(4) }}
            />
            <span>{cash.correct.looked(formatMoney(sumOf(receipt, right)))}</span>
          </Row>
          {tried && !isLooked && (
            <Text size="small" tone="late" weight={500} role="alert">
              {cash.correct.lookFirst}
            </Text>
          )}
        </Column>
      )}
      {errors.has('fee-name') &&
        way === 'replacement' &&
        receipt.lines.map(({ line }) => (
          <Field
            key={line}
            label={cash.correct.feeName}
            value={right.names[line] ?? ''}
            onChange={({ target }) => change({ names: { ...right.names, [line]: target.value } })}
            error={fault('fee-name', cash.correct.unchanged)}
          />
        ))}
      {way === 'notice' && said.some((error) => errors.has(error)) && (
        <Field
          label={cash.correct.right}
          value={right.other}
          onChange={({ target }) => change({ other: target.value })}
          error={fault('fee-name') ?? fault('date') ?? issue(issues.get('right'))}
        />
      )}
      <Field
        label={cash.correct.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && !saysSomething(reason) ? required : issue(issues.get('reason'))}
      />
      {way !== null && (
        <Block ground="brand" radius={8} padding={3} role="status">
          {cash.correct.will[way][kind]}
          {delta !== 0 && (
            <Text weight={600} marginTop={1}>
              {delta > 0
                ? cash.correct.more(formatMoney(delta), cash.methods[receipt.method])
                : cash.correct.less(formatMoney(-delta), cash.methods[receipt.method])}
            </Text>
          )}
        </Block>
      )}
    </Dialog>
  );
}

function standingOf({ payer, lines }: ReceiptView): Right {
  return {
    name: payer,
    address: '',
    taxCode: '',
    other: '',
    amounts: Object.fromEntries(lines.map(({ line, amount }) => [line, String(amount)])),
    names: Object.fromEntries(lines.map(({ line, name }) => [line, name])),
    looked: '',
  };
}

const amountOf = (right: Right, line: number): number => Number(right.amounts[line] ?? '');

function sumOf({ lines }: ReceiptView, right: Right): number {
  return lines.reduce((sum, { line }) => sum + amountOf(right, line), 0);
}

/** Lines whose right amount is another one, and above what the rule of the fee says. */
function aboveFee({ lines }: ReceiptView, right: Right): ReceiptView['lines'] {
  return lines.filter(({ line, base, rule, amount: was }) => {
    const amount = amountOf(right, line);
    return amount !== was && isAboveFee({ base, rule, amount });
  });
}

/** What was ticked and of which nothing right is said yet, or the same as stands there. */
function wrongOf(
  { payer, lines }: ReceiptView,
  errors: ReadonlySet<ReceiptError>,
  right: Right,
  way: Corrected['way'] | null,
): ReadonlySet<ReceiptError> {
  const isUnsaid: Readonly<Record<ReceiptError, () => boolean>> = {
    'payer-name': () => !saysSomething(right.name) || right.name.trim() === payer,
    'payer-address': () => !saysSomething(right.address),
    'amount-in-words': () => false,
    'tax-code': () => right.taxCode.trim() === '',
    amount: () =>
      lines.some(({ line }) => right.amounts[line] === '') ||
      lines.every(({ line, amount }) => amountOf(right, line) === amount),
    'fee-name': () =>
      way === 'notice'
        ? right.other.trim().length < 2
        : lines.some(({ line }) => !saysSomething(right.names[line] ?? '')) ||
          lines.every(({ line, name }) => right.names[line]?.trim() === name),
    date: () => way === 'notice' && right.other.trim().length < 2,
  };
  return new Set([...errors].filter((error) => isUnsaid[error]()));
}

function payerIn({ payer }: ReceiptView, errors: ReadonlySet<ReceiptError>, right: Right) {
  if (!ofPayer.some(([error]) => errors.has(error))) return {};
  return {
    payer: {
      name: errors.has('payer-name') ? right.name : payer,
      ...(errors.has('payer-address') ? { address: right.address } : {}),
      ...(errors.has('tax-code') ? { taxCode: right.taxCode } : {}),
    },
  };
}

function linesIn(
  { lines }: ReceiptView,
  errors: ReadonlySet<ReceiptError>,
  right: Right,
  way: Corrected['way'] | null,
) {
  const moved = lines.filter(({ line, amount }) => amountOf(right, line) !== amount);
  const renamed = lines.filter(({ line, name }) => right.names[line]?.trim() !== name);
  return {
    ...(errors.has('amount') ? { amounts: moved.map(({ line }) => ({ line, amount: amountOf(right, line) })) } : {}),
    ...(errors.has('fee-name') && way === 'replacement'
      ? { names: renamed.map(({ line }) => ({ line, name: right.names[line] ?? '' })) }
      : {}),
  };
}
