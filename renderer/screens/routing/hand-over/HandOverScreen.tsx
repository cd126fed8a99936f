import { useState } from 'react';
import { rem } from '../../../look/theme.ts';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { useTexts } from '../../../text/texts.ts';
import { ArrivalForm } from './arrival/ArrivalForm.tsx';
import { useArrival } from './arrival/useArrival.ts';
import { MakeList } from './MakeList.tsx';
import { SignList } from './SignList.tsx';
import { Column, Row } from '../../../parts/layout/primitives.ts';

type Side = 'make' | 'sign' | 'arrive';

/** Papers from hand to hand: lists to be made, lists that the other side has to sign, and files that another centre received. */
export function HandOverScreen() {
  const { handOver } = useTexts();
  const [side, setSide] = useState<Side>('make');
  const [number, setNumber] = useState<string>();
  // Here, so that a look at a list loses nothing of a file half typed.
  const arrival = useArrival();
  useShortcuts([
    { keys: 'Alt+1', label: handOver.sides.make, run: () => setSide('make') },
    { keys: 'Alt+2', label: handOver.sides.sign, run: () => setSide('sign') },
    { keys: 'Alt+3', label: handOver.sides.arrive, run: () => setSide('arrive') },
  ]);

  function openList(scanned: string) {
    setNumber(scanned);
    setSide('sign');
  }

  return (
    <Column height="100%" gap={2}>
      <Row gap={2} align="center">
        <Segmented
          label={handOver.title}
          hideLabel
          value={side}
          onChange={setSide}
          choices={[
            { value: 'make', label: handOver.sides.make },
            { value: 'sign', label: handOver.sides.sign },
            { value: 'arrive', label: handOver.sides.arrive },
          ]}
        />
        <KeyCap keys="Alt+1" /> <KeyCap keys="Alt+2" /> <KeyCap keys="Alt+3" />
      </Row>
      {side === 'arrive' ? (
        <ArrivalForm hook={arrival} />
      ) : (
        <Columns columns={`minmax(0, ${rem(290)}) minmax(0, 1fr) minmax(0, 1fr)`}>
          {side === 'make' ? <MakeList onListScanned={openList} /> : <SignList number={number} onNumber={setNumber} />}
        </Columns>
      )}
    </Column>
  );
}
