import { useEffect, useState } from 'react';
import { queries } from '../../desk/client.ts';
import { changeSettings, useSettings } from '../../look/settings.ts';
import { sound } from '../../look/sound.ts';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Text } from '../../parts/layout/primitives.ts';
import { useTexts } from '../../text/texts.ts';

/** Turns the sounds off and on, also over a dialog, at the first run and at a locked desk. */
export const soundKeys = 'Alt+Shift+M';

/** The acts of a counter, by the group of their call: what is kept by itself, set up or signed into makes no sound. */
const heardGroups: readonly unknown[] = ['case', 'certification', 'money', 'intake', 'petition', 'handOver', 'bundle'];

/** Each act of the counter is heard when it is done and when it is refused; one key turns that off, for this computer. */
export function SoundKey() {
  const { frame } = useTexts();
  const { sound: chosen } = useSettings();
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      queries.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        const { mutationKey } = event.mutation.options;
        const [path] = mutationKey ?? [];
        if (!Array.isArray(path) || !heardGroups.includes(path[0])) return;
        if (event.action.type === 'success') sound('done');
        if (event.action.type === 'error') sound('refused');
      }),
    [],
  );

  function turn(): void {
    const next = chosen === 'on' ? 'off' : 'on';
    changeSettings({ sound: next });
    setSaid(frame.soundIs[next]);
    // Heard, that one knows what was turned on.
    sound('done');
  }

  useShortcuts([{ keys: 'Alt+Shift+M', label: frame.soundTurn, run: turn, everywhere: true, always: true }]);
  return (
    <Text heard role="status" aria-live="polite">
      {said}
    </Text>
  );
}
