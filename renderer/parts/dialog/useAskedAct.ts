import { useState } from 'react';

/** One of several acts, asked for: its dialog stands open, and what came of the last one is said. */
export function useAskedAct<Act extends string>() {
  const [asked, setAsked] = useState<Act | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  return {
    asked,
    ask: setAsked,
    outcome,
    /** For the dialog of the act. */
    closing: {
      onClose: () => setAsked(undefined),
      onDone: (sentence: string) => {
        setAsked(undefined);
        setOutcome(sentence);
      },
    },
  };
}
