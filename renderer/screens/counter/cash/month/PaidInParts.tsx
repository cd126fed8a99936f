import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaidIn, PayInPart, SettlementAnswer } from '../../../../../electron/contract/counter/money/settlement.ts';
import { partOf } from '../../../../../electron/domain/counter/money/remittance.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { todayOf, useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate, formatMoney, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { MoneyField } from '../pay/MoneyField.tsx';

/** How much of a month is paid in where, by when, and what was by which slip. What no text that was read says is said to be unknown. */
export function PaidInParts({ data }: { readonly data: SettlementAnswer }) {
  const { cash } = useTexts();
  const texts = cash.monthly;
  const user = useKnownStatus(userOf);
  const mayRecord = user !== null && mayCall(user.role, 'supervisor');
  const [saying, setSaying] = useState(false);
  const [wrong, setWrong] = useState<PaidIn | null>(null);
  return (
    <Block shrink={false}>
      <Row gap={3} align="center">
        <PanelTitle>{texts.payIn}</PanelTitle>
        <Block grow />
        {mayRecord && <ActionButton keys="Alt+M" label={texts.record} onAct={() => setSaying(true)} />}
      </Row>
      {data.payIn.map((one) => {
        const { destination, of, amount, remitBy } = one;
        const part = partOf(one);
        return (
          <Block key={part} padding={[0.75, 0]}>
            <Row gap={2}>
              <Block grow>
                {of === 'certification' ? texts.parts.certification : texts.parts[destination ?? 'none']}
                <Text size="small" tone={destination === null ? 'soon' : 'secondary'}>
                  {texts.destinations[destination ?? 'none']} ·{' '}
                  {remitBy === null ? texts.noDay : texts.by(formatDate(remitBy))}
                </Text>
              </Block>
              <State data={data} part={part} />
              <Text weight={600} nowrap textAlign="right" minWidth={120}>
                {formatMoney(amount)}
              </Text>
            </Row>
            {data.paidIn
              .filter((line) => line.part === part)
              .map((line) => (
                <Row key={line.payInId} gap={2} align="baseline" size="small" tone="secondary">
                  <Text as={line.takenBack === null ? 'span' : 'del'}>
                    {texts.slipSays(formatMoney(line.amount), formatDate(line.day), line.slip)} · {line.by}
                  </Text>
                  {line.takenBack !== null && <span>{texts.takenBackSays(line.takenBack.reason)}</span>}
                  {line.takenBack === null && mayRecord && (
                    <Button size="small" onClick={() => setWrong(line)}>
                      {texts.takeBack}
                    </Button>
                  )}
                </Row>
              ))}
          </Block>
        );
      })}
      {saying && <RecordDialog data={data} onClose={() => setSaying(false)} />}
      {wrong !== null && <TakeBackDialog line={wrong} onClose={() => setWrong(null)} />}
    </Block>
  );
}

function State({ data, part }: { readonly data: SettlementAnswer; readonly part: PayInPart }) {
  const { cash } = useTexts();
  const texts = cash.monthly;
  const remitted = data.remitted.find((one) => one.part === part);
  if (remitted === undefined) return null;
  const { state, late, left } = remitted;
  return (
    <Text
      weight={600}
      tone={late || state === 'over' ? 'late' : state === 'done' ? 'good' : state === 'nothing' ? 'secondary' : 'soon'}
    >
      {[
        texts.remitted[state],
        state === 'partly' || state === 'over' ? texts.left(formatMoney(left)) : '',
        late ? texts.remittedLate : '',
      ]
        .filter((one) => one !== '')
        .join(' · ')}
    </Text>
  );
}

function RecordDialog({ data, onClose }: { readonly data: SettlementAnswer; readonly onClose: () => void }) {
  const { cash, common } = useTexts();
  const texts = cash.monthly;
  const today = useKnownStatus(todayOf);
  const parts = data.payIn.map(partOf);
  const leftOf = (one: PayInPart) => Math.max(0, data.remitted.find(({ part }) => part === one)?.left ?? 0);
  const [part, setPart] = useState<PayInPart>(parts.find((one) => leftOf(one) > 0) ?? 'certification');
  const [amount, setAmount] = useState(String(leftOf(part) || ''));
  const [day, setDay] = useState(formatDate(today));
  const [slip, setSlip] = useState('');
  const [tried, setTried] = useState(false);
  const on = parseDate(day);
  const record = useMutation(
    desk.money.recordPayIn.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );

  function submit(): void {
    setTried(true);
    if (Number(amount) <= 0 || on?.length !== 10 || slip.trim() === '' || record.isPending) return;
    record.mutate({ month: data.month, part, amount: Number(amount), day: on, slip: slip.trim() });
  }

  return (
    <Dialog
      title={texts.recordTitle}
      onClose={onClose}
      act={{ label: texts.record, onAct: submit, disabled: record.isPending }}
    >
      <SelectField
        label={texts.part}
        value={part}
        choices={parts.map((value) => ({ value, label: texts.parts[value === 'undetermined' ? 'none' : value] }))}
        onChange={({ target }) => {
          const chosen = parts.find((one) => one === target.value) ?? part;
          setPart(chosen);
          setAmount(String(leftOf(chosen) || ''));
        }}
      />
      <MoneyField
        label={texts.amount}
        autoFocus
        value={amount}
        onChange={setAmount}
        error={tried && Number(amount) <= 0 ? texts.amountWrong : undefined}
      />
      <Field
        label={texts.day}
        value={day}
        error={tried && on?.length !== 10 ? common.issues.date : undefined}
        onChange={(event) => setDay(event.target.value)}
      />
      <Field
        label={texts.slip}
        value={slip}
        error={tried && slip.trim() === '' ? common.issues['required'] : undefined}
        onChange={(event) => setSlip(event.target.value)}
      />
      <FaultNote error={record.error} />
    </Dialog>
  );
}

function TakeBackDialog({ line, onClose }: { readonly line: PaidIn; readonly onClose: () => void }) {
  const { cash, common } = useTexts();
  const texts = cash.monthly;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const back = useMutation(
    desk.money.takeBackPayIn.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );

  function submit(): void {
    setTried(true);
    if (reason.trim() !== '' && !back.isPending) back.mutate({ payInId: line.payInId, reason: reason.trim() });
  }

  return (
    <Dialog
      title={texts.takeBack}
      onClose={onClose}
      act={{ label: texts.takeBack, onAct: submit, disabled: back.isPending }}
    >
      <Text>{texts.slipSays(formatMoney(line.amount), formatDate(line.day), line.slip)}</Text>
      <Text size="small" tone="secondary">
        {texts.takeBackHint}
      </Text>
      <Field
        label={texts.reason}
        autoFocus
        value={reason}
        error={tried && reason.trim() === '' ? common.issues['required'] : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FaultNote error={back.error} />
    </Dialog>
  );
}
