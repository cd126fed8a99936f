import Button from '@mui/material/Button';
import { useEffect, useEffectEvent, useState } from 'react';
import { cleanScan } from '../../../electron/domain/base/scan-text.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { SelectField } from '../../parts/controls/SelectField.tsx';
import { OutcomeLine } from '../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { Column, Row, Text } from '../../parts/layout/primitives.ts';
import { scanShapeOf } from '../../scanner/burst.ts';
import { addScanListener } from '../../scanner/scan-listeners.ts';
import {
  canHid,
  canSerial,
  chooseHidPos,
  chooseSerial,
  forgetScanner,
  setScannerSpeed,
  tryScanner,
  useScannerLinks,
} from '../../scanner/links.ts';
import { speeds } from '../../scanner/ports.ts';
import { useTexts } from '../../text/texts.ts';

/** What the control characters of a scan look like, so that a wrong setting is seen. */
function shown(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f]/g, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)));
}

/** The scanners of this machine: chosen, how they are, and a field to try them in. */
export function ScannerDialog({ onClose }: { readonly onClose: () => void }) {
  const { common, reception, scanner: texts } = useTexts();
  const { links, speed, last } = useScannerLinks();
  const [read, setRead] = useState('');
  const [error, setError] = useState<unknown>(null);
  const onInputMethod = useEffectEvent(() => setRead(reception.inputMethodOn));
  useEffect(() => {
    tryScanner(true);
    const away = addScanListener(() => ({ onScan: ({ text }) => setRead(text), onInputMethod, onOther: setRead }));
    return () => {
      away();
      tryScanner(false);
    };
  }, []);
  const text = last === '' ? read : last;
  const shape = scanShapeOf(cleanScan(text)) ?? 'other';

  function act(work: () => Promise<void>): void {
    setError(null);
    work().catch(setError);
  }

  return (
    <Dialog wide title={texts.title} onClose={onClose} act={null} closeLabel={common.close}>
      <Text tone="secondary">{texts.intro}</Text>
      <Column gap={2}>
        {links.length === 0 && <Text>{texts.none}</Text>}
        {links.map(({ id, name, kind, state }) => (
          <Row key={id} gap={3} align="center" justify="space-between">
            <Text minWidth={0} breaks tone={state === 'open' ? undefined : 'late'}>
              {name} · {texts.kinds[kind]} · {texts.states[state]}
            </Text>
            <Button size="small" onClick={() => act(() => forgetScanner(id))}>
              {texts.forget(name)}
            </Button>
          </Row>
        ))}
        <Row gap={2} wrap>
          {canSerial && <Button onClick={() => act(chooseSerial)}>{texts.addSerial}</Button>}
          {canHid && <Button onClick={() => act(chooseHidPos)}>{texts.addHid}</Button>}
        </Row>
        {!canSerial && <Text tone="secondary">{texts.noSerial}</Text>}
      </Column>
      {canSerial && (
        <SelectField
          label={texts.speed}
          value={String(speed)}
          onChange={(event) => act(() => setScannerSpeed(Number(event.target.value)))}
          choices={speeds.map((one) => ({ value: String(one), label: String(one) }))}
        />
      )}
      <Field label={texts.try} hint={texts.tryHint} value={shown(text)} inputProps={{ readOnly: true }} autoFocus />
      <OutcomeLine tone={text === '' || shape === 'other' ? 'plain' : 'good'}>
        {text === '' ? '' : texts.read[shape]}
      </OutcomeLine>
      <FaultNote error={error} />
    </Dialog>
  );
}
