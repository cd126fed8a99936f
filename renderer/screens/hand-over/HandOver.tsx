import { useState } from 'react';
import { rem } from '../../look/theme.ts';
import { Segmented } from '../../parts/controls/Segmented.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Columns } from '../../parts/layout/Columns.tsx';
import { useTexts } from '../../text/texts.ts';
import { MakeList } from './MakeList.tsx';
import { SignList } from './SignList.tsx';
import { Column, Row } from '../../parts/layout/primitives.ts';

type Side = 'make' | 'sign';

/** Papers from hand to hand: lists to be made, and lists that the other side has to sign. */
export function HandOver() {
  const { handOver } = useTexts();
  const [side, setSide] = useState<Side>('make');
  const [number, setNumber] = useState<string>();
  useShortcuts([
    { keys: 'Alt+1', label: handOver.sides.make, run: () => setSide('make') },
    { keys: 'Alt+2', label: handOver.sides.sign, run: () => setSide('sign') },
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
          ]}
        />
        <KeyCap keys="Alt+1" /> <KeyCap keys="Alt+2" />
      </Row>
      <Columns columns={`minmax(0, ${rem(290)}) minmax(0, 1fr) minmax(0, 1fr)`}>
        {side === 'make' ? <MakeList onListScanned={openList} /> : <SignList number={number} onNumber={setNumber} />}
      </Columns>
    </Column>
  );
}
