import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { rem } from '../../../look/theme.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { ActiveContext, isComposing } from '../../../parts/keys/shortcuts.ts';
import { useScanner } from '../../../scanner/useScanner.ts';
import { useTexts } from '../../../text/texts.ts';

type ScanBoxProps = {
  readonly error: string | null;
  readonly onCode: (code: string) => void;
  readonly onTrouble: (words: string) => void;
  /** Enter with nothing typed. */
  readonly onEmptyEnter?: () => void;
  /** Whatever brings the keyboard back to the box when it changes. */
  readonly focusOn: string;
};

/** The box that has the keyboard whatever was done last: a label is scanned, or a number typed. */
export function ScanBox({ error, onCode, onTrouble, onEmptyEnter, focusOn }: ScanBoxProps) {
  const { bundles, reception } = useTexts();
  const active = useContext(ActiveContext);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');

  useEffect(() => {
    if (active) box.current?.focus();
  }, [active, focusOn]);

  useScanner({
    onScan: (scan) => {
      setTyped('');
      if (scan.shape === 'code') onCode(scan.text);
      else onTrouble(bundles.notACode);
      box.current?.focus();
    },
    onInputMethod: () => onTrouble(reception.inputMethodOn),
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const code = typed.trim();
    if (code === '') return onEmptyEnter?.();
    setTyped('');
    onCode(code);
  }

  return (
    <Field
      ref={box}
      label={bundles.scan}
      aside={<KeyCap keys="Enter" />}
      hint={bundles.scanHint}
      error={error}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      inputProps={{ maxLength: 200 }}
      sx={{ fontSize: rem(18), fontWeight: 600 }}
    />
  );
}
