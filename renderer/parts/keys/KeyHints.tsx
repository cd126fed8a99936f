import { Row } from '../layout/primitives.ts';
import { KeyCap } from './KeyCap.tsx';

type KeyHintsProps = {
  /** Key and what it does, in a word or two. */
  readonly hints: readonly (readonly [keys: string, does: string])[];
};

/** Keys that a list takes and no button shows, where the eye is on it; a screen reader hears them by F1. */
export function KeyHints({ hints }: KeyHintsProps) {
  return (
    <Row wrap gap={3} align="center" size="small" tone="secondary" aria-hidden>
      {hints.map(([keys, does]) => (
        <Row key={keys} gap={1} align="center">
          <KeyCap keys={keys} />
          <span>{does}</span>
        </Row>
      ))}
    </Row>
  );
}
