import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { useTexts } from '../../../text/texts.ts';
import { CheckBundles } from './CheckBundles.tsx';
import { MissingBundles } from './MissingBundles.tsx';
import { TakeBundles, type Taken } from './TakeBundles.tsx';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';

type Mode = 'take' | 'check' | 'missing';

/** Papers on their own way: taken by a scan, counted on a desk, looked for when they did not come. */
export function Bundles() {
  const { bundles, myWork } = useTexts();
  const { go } = usePlace();
  const active = useContext(ActiveContext);
  const [mode, setMode] = useState<Mode>('take');
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [scans, setScans] = useState<readonly string[]>([]);
  const { data } = useQuery({
    ...desk.bundle.missing.queryOptions({ input: {}, staleTime: 0 }),
    enabled: active,
  });
  useShortcuts([
    { keys: 'Alt+1', label: bundles.modes.take, run: () => setMode('take') },
    { keys: 'Alt+2', label: bundles.modes.check, run: () => setMode('check') },
    { keys: 'Alt+3', label: bundles.modes.missing, run: () => setMode('missing') },
    { keys: 'Escape', label: bundles.back, run: () => go({ screen: 'my-work' }) },
  ]);
  const count = data === undefined ? '' : myWork.count(data.count, data.more);
  return (
    <Column height="100%" gap={2}>
      <Row gap={2} align="center">
        <Segmented
          label={bundles.title}
          hideLabel
          value={mode}
          onChange={setMode}
          choices={[
            { value: 'take', label: bundles.modes.take },
            { value: 'check', label: bundles.modes.check },
            { value: 'missing', label: count === '' ? bundles.modes.missing : bundles.missingCount(count) },
          ]}
        />
        <KeyCap keys="Alt+1" /> <KeyCap keys="Alt+2" /> <KeyCap keys="Alt+3" />
        <Block grow />
        <Text tone="secondary" size="note">
          {bundles.back} <KeyCap keys="Esc" />
        </Text>
      </Row>
      {mode === 'take' && <TakeBundles taken={taken} onTaken={setTaken} />}
      {mode === 'check' && <CheckBundles scans={scans} onScans={setScans} />}
      {mode === 'missing' && <MissingBundles />}
    </Column>
  );
}
