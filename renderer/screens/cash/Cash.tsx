import { useState } from 'react';
import { Collecting } from './Collecting.tsx';
import { DaySheet } from './DaySheet.tsx';

/** Money at the counter: whose it is, what is due, what is given, the drawer it goes into, and what the day came to. */
export function Cash({ caseId: given }: { readonly caseId?: string }) {
  const [mode, setMode] = useState<'collect' | 'day'>('collect');
  const [caseId, setCaseId] = useState(given);
  const [asked, setAsked] = useState(given);

  function collect(wanted: string): void {
    setCaseId(wanted);
    setMode('collect');
  }

  if (given !== asked) {
    setAsked(given);
    if (given !== undefined) collect(given);
  }
  if (mode === 'day') return <DaySheet onBack={() => setMode('collect')} onCase={collect} />;
  return <Collecting caseId={caseId} onCase={setCaseId} onDay={() => setMode('day')} />;
}
