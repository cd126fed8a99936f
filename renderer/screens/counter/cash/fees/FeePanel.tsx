import { printedNumber } from '../../../../../electron/domain/base/numbering.ts';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fee } from '../../../../../electron/contract/counter/money/money.ts';
import { desk } from '../../../../desk/client.ts';
import { usePlace } from '../../../../desk/places.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { StatusChip } from '../../../../parts/controls/StatusChip.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { formatIdNumber } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { FeeList } from './FeeList.tsx';
import { SetFeeDialog } from './SetFeeDialog.tsx';
import { WaiveDialog } from './WaiveDialog.tsx';
import { Block, Column, Row, Text } from '../../../../parts/layout/primitives.ts';

/** Whose case it is: what a clerk says aloud before taking money. */
export function CaseHead({ caseId }: { readonly caseId: string }) {
  const { cash } = useTexts();
  const { go } = usePlace();
  const { data, error } = useQuery(desk.case.get.queryOptions({ input: { caseId } }));
  if (data === undefined) return <FaultNote error={error} />;
  const { number, applicant, procedure, status, undone } = data.state;
  return (
    <Row gap={3} align="flex-start" line="top" paddingTop={3}>
      <Block grow minWidth={0}>
        <Text size="title" weight={700}>
          {applicant.fullName}
        </Text>
        <Text size="note" tone="secondary">
          {printedNumber(number)} · {formatIdNumber(applicant.idNumber)}
        </Text>
        <Text lines={2} title={procedure.name}>
          {procedure.name}
        </Text>
      </Block>
      <Column gap={2} align="flex-end" shrink={false}>
        <StatusChip status={status} undone={undone} />
        <Button size="small" onClick={() => go({ screen: 'case', caseId })}>
          {cash.fees.openCase}
        </Button>
      </Column>
    </Row>
  );
}

type FeePanelProps = {
  readonly caseId: string;
  readonly fees: readonly Fee[];
  readonly left: ReadonlySet<number>;
  readonly onToggle: (line: number) => void;
  readonly mayAct: boolean;
};

/** What the case owes, and what can be said of the line where the cursor stands. */
export function FeePanel({ caseId, fees, left, onToggle, mayAct }: FeePanelProps) {
  const { cash } = useTexts();
  const [row, setRow] = useState<number | undefined>(undefined);
  const [asked, setAsked] = useState<'set' | 'waive' | undefined>(undefined);
  const open = fees.filter(({ receiptId }) => receiptId === null);
  const current = fees.find(({ line }) => line === row) ?? open.find(({ amount }) => amount === null) ?? open[0];
  if (fees.length === 0) return <Text tone="secondary">{cash.fees.none}</Text>;
  const close = () => setAsked(undefined);
  const unpaid = current?.receiptId === null;
  return (
    <Column gap={2}>
      <PanelTitle>{cash.fees.title}</PanelTitle>
      <FeeList fees={fees} current={current?.line ?? -1} left={left} onCurrent={setRow} onToggle={onToggle} />
      {mayAct && unpaid && (
        <Row gap={2} wrap>
          {current.amount === null && <ActionButton keys="Alt+N" label={cash.set.act} onAct={() => setAsked('set')} />}
          <ActionButton keys="Alt+Shift+F" label={cash.waive.act} onAct={() => setAsked('waive')} />
        </Row>
      )}
      {asked === 'set' && current !== undefined && <SetFeeDialog caseId={caseId} fee={current} onClose={close} />}
      {asked === 'waive' && current !== undefined && <WaiveDialog caseId={caseId} fee={current} onClose={close} />}
    </Column>
  );
}
