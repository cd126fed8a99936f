import { useEffect, useState } from 'react';
import { Row, Text } from '../layout/primitives.ts';
import { FaultNote } from './FaultNote.tsx';
import { UndoMinute } from './UndoMinute.tsx';

/** A second click of the same hand is no answer to what it has not read yet. */
const readsFor = 600;

/** A question that waits until it was read before it takes an answer, and is gone once its screen is left. */
function useAsked() {
  const [asked, setAsked] = useState(false);
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (!asked) return undefined;
    const waiting = setTimeout(() => setArmed(true), readsFor);
    return () => {
      clearTimeout(waiting);
      setArmed(false);
      setAsked(false);
    };
  }, [asked]);
  return { asked, armed: asked && armed, ask: () => setAsked(true) };
}

type UndoAskedProps = {
  readonly texts: { readonly undo: string; readonly undoPaperHere: string; readonly undoAsk: string };
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
};

/** Takes back within the minute what left paper behind: the first press asks for the paper, which must stay in nobody's hand, the second says that it is here. */
export function UndoAsked({ texts, error, isBusy, onUndo }: UndoAskedProps) {
  const { asked, armed, ask } = useAsked();
  return (
    <Row gap={2} align="center" wrap>
      <UndoMinute
        label={asked ? texts.undoPaperHere : texts.undo}
        disabled={isBusy || (asked && !armed)}
        onUndo={() => (asked ? onUndo() : ask())}
      />
      {asked && (
        <Text size="small" role="alert">
          {texts.undoAsk}
        </Text>
      )}
      <FaultNote error={error} />
    </Row>
  );
}
