import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { desk } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { rem } from '../../look/theme.ts';
import { Segmented } from '../../parts/controls/Segmented.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { ActiveContext, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';
import { CheckBundles } from './CheckBundles.tsx';
import { MissingBundles } from './MissingBundles.tsx';
import { TakeBundles, type Taken } from './TakeBundles.tsx';

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
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', gap: rem(8) }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
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
        <Box sx={{ flexGrow: 1 }} />
        <Box sx={{ color: 'text.secondary', fontSize: rem(13) }}>
          {bundles.back} <KeyCap keys="Esc" />
        </Box>
      </Box>
      {mode === 'take' && <TakeBundles taken={taken} onTaken={setTaken} />}
      {mode === 'check' && <CheckBundles scans={scans} onScans={setScans} />}
      {mode === 'missing' && <MissingBundles />}
    </Box>
  );
}
