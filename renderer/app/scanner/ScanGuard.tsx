import { useEffect, useState } from 'react';
import { Block } from '../../parts/layout/primitives.ts';
import { OutcomeLine } from '../../parts/controls/OutcomeLine.tsx';
import { addScanListener, currentScanListener, isBehindDialog, keepForScreen } from '../../scanner/scan-listeners.ts';
import { startScannerLinks } from '../../scanner/links.ts';
import { listenForScans } from '../../scanner/listen.ts';
import { useTexts } from '../../text/texts.ts';

/**
 * Hears the scanner in the whole window, from the first run to the locked screen: a card falls into no field, also where no screen takes
 * scans. There it says so, until the next key; before a screen stands it is kept for it.
 */
export function ScanGuard() {
  const { reception, scanner } = useTexts();
  const [said, setSaid] = useState({ text: '', isKept: false });
  useEffect(() => listenForScans(currentScanListener), []);
  useEffect(() => startScannerLinks(), []);
  useEffect(
    () =>
      addScanListener(
        () => ({
          onScan: (scan) => {
            const isKept = keepForScreen(scan);
            setSaid({ text: scanner[isKept ? 'kept' : isBehindDialog() ? 'dialogFirst' : 'notHere'], isKept });
          },
          onInputMethod: () => setSaid({ text: reception.inputMethodOn, isKept: false }),
          onOther: () => setSaid({ text: scanner.other, isKept: false }),
        }),
        'last',
      ),
    [reception, scanner],
  );
  useEffect(() => {
    if (said.text === '') return undefined;
    const clear = () => setSaid({ text: '', isKept: false });
    for (const name of ['keydown', 'pointerdown'] as const) window.addEventListener(name, clear, { once: true });
    return () => {
      for (const name of ['keydown', 'pointerdown'] as const) window.removeEventListener(name, clear);
    };
  }, [said]);
  if (said.text === '') return null;
  return (
    <Block
      padding={[2, 4]}
      radius={8}
      border={said.isKept ? 'brand' : 'late'}
      css={{
        position: 'fixed',
        zIndex: 2000,
        bottom: 'calc(var(--bar, 2.5rem) + 2.5rem)',
        left: '50%',
        transform: 'translateX(-50%)',
        background: 'var(--panel)',
      }}
    >
      <OutcomeLine tone={said.isKept ? 'good' : 'late'}>{said.text}</OutcomeLine>
    </Block>
  );
}
