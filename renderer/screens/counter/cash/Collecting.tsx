import { useQuery, skipToken } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import { mayCall } from '../../../../electron/domain/common/office/call-roles.ts';
import { desk } from '../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { rem } from '../../../look/theme.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../text/texts.ts';
import { OwedHere } from '../correction/OwedHere.tsx';
import { CaseBox, type CaseBoxHandle } from './CaseBox.tsx';
import { CaseReceipts } from './receipts/CaseReceipts.tsx';
import { CollectedBox } from './pay/CollectedBox.tsx';
import { CaseHead, FeePanel } from './fees/FeePanel.tsx';
import { type Collected, PayPanel } from './pay/PayPanel.tsx';
import { TillPanel } from './till/TillPanel.tsx';
import { Column } from '../../../parts/layout/primitives.ts';

type CollectingProps = {
  readonly caseId: string | undefined;
  readonly onCase: (caseId: string) => void;
  readonly onDay: () => void;
  readonly onMonth: () => void;
};

/** Three columns: the case and its fees, the money, the till. */
export function Collecting({ caseId, onCase, onDay, onMonth }: CollectingProps) {
  const { cash } = useTexts();
  const shown = useContext(ActiveContext);
  const box = useRef<CaseBoxHandle>(null);
  const [collected, setCollected] = useState<Collected | undefined>(undefined);
  const focusBox = () => box.current?.focus();
  const role = useKnownStatus(roleOf);
  const mayCollect = role !== undefined && mayCall(role, 'clerk');
  const till = useQuery(desk.till.status.queryOptions({ input: {} }));
  const owed = useOwed(caseId);
  const open = owed.fees?.filter(({ receiptId }) => receiptId === null) ?? [];
  const payable = open.filter(({ amount }) => amount !== null);

  useEffect(() => {
    if (shown && caseId === undefined) box.current?.focus();
  }, [shown, caseId]);

  useShortcuts([
    { keys: 'F7', label: cash.box.focus, run: focusBox },
    { keys: 'Escape', label: cash.box.focus, run: focusBox },
    { keys: 'Enter', label: cash.box.choose, run: () => undefined, helpOnly: true },
    { keys: 'ArrowDown', label: cash.fees.move, run: () => undefined, helpOnly: true },
    { keys: 'Space', label: cash.fees.tick, run: () => undefined, helpOnly: true },
  ]);

  return (
    <Columns
      whole
      columns={`minmax(0, 1fr) minmax(0, ${rem(400)}) minmax(0, ${rem(300)})`}
      narrowAt="rows"
      narrow="paired"
    >
      <Panel
        title={cash.title}
        aside={
          <>
            <ActionButton keys="Alt+Shift+Q" label={cash.monthly.act} onAct={onMonth} />
            <ActionButton keys="Alt+Shift+S" label={cash.day.act} onAct={onDay} />
          </>
        }
        gap={3}
      >
        <OwedHere
          onCase={(wanted) => {
            setCollected(undefined);
            onCase(wanted);
          }}
        />
        <CaseBox
          ref={box}
          onChoose={(wanted) => {
            setCollected(undefined);
            onCase(wanted);
          }}
        />
        {caseId === undefined ? (
          <EmptyState title={cash.box.emptyTitle}>{cash.box.empty}</EmptyState>
        ) : (
          <>
            <CaseHead caseId={caseId} />
            <FaultNote error={owed.error} />
            {owed.fees !== undefined && (
              <FeePanel
                key={caseId}
                caseId={caseId}
                fees={owed.fees}
                left={owed.left}
                onToggle={owed.toggle}
                mayAct={mayCollect}
              />
            )}
            <CaseReceipts
              key={`receipts ${caseId}`}
              caseId={caseId}
              onSettled={(receiptId) => {
                // What was given back or replaced is not what was just taken.
                if (collected?.receiptId === receiptId) setCollected(undefined);
              }}
            />
          </>
        )}
      </Panel>
      <Column gap={3} minHeight={0} scroll>
        {collected !== undefined && collected.receipt.caseId === caseId && (
          <CollectedBox key={collected.receiptId} collected={collected} />
        )}
        {!mayCollect && <Panel title={cash.pay.title}>{cash.pay.readOnly}</Panel>}
        {mayCollect && caseId !== undefined && owed.fees !== undefined && open.length > 0 && (
          <PayPanel
            key={caseId}
            caseId={caseId}
            lines={payable.filter(({ line }) => !owed.left.has(line))}
            unknown={open.length - payable.length}
            tillOpen={till.data?.open === true}
            onCollected={(done) => {
              setCollected(done);
              focusBox();
            }}
          />
        )}
        {mayCollect && open.length === 0 && (
          <Panel title={cash.pay.title}>{caseId === undefined ? cash.pay.nothing : cash.fees.allPaid}</Panel>
        )}
      </Column>
      <TillPanel />
    </Columns>
  );
}

const nothing: ReadonlySet<number> = new Set();

/** What a case owes, and which of it is left out of this receipt: at first nothing. */
function useOwed(caseId: string | undefined) {
  const { data, error } = useQuery(
    desk.money.assess.queryOptions({ input: caseId === undefined ? skipToken : { caseId } }),
  );
  const [leaving, setLeaving] = useState<{ readonly of: string | undefined; readonly lines: ReadonlySet<number> }>({
    of: caseId,
    lines: nothing,
  });
  const left = leaving.of === caseId ? leaving.lines : nothing;

  function toggle(line: number): void {
    const lines = new Set(left);
    if (!lines.delete(line)) lines.add(line);
    setLeaving({ of: caseId, lines });
  }

  return { fees: data?.fees, error, left, toggle };
}
