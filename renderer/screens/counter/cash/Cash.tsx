import { useContext, useState } from 'react';
import { useFocusReturn } from '../../../parts/keys/focus.ts';
import { ActiveContext } from '../../../parts/keys/shortcuts.ts';
import { Collecting } from './Collecting.tsx';
import { DaySheet } from './day/DaySheet.tsx';
import { MonthSheet } from './month/MonthSheet.tsx';

/** Money at the counter: whose it is, what is due, what is given, the drawer it goes into, and what the day came to. */
export function Cash({ caseId: given }: { readonly caseId?: string }) {
  const [mode, setMode] = useState<'collect' | 'day' | 'month'>('collect');
  const [caseId, setCaseId] = useState(given);
  const [asked, setAsked] = useState(given);
  const active = useContext(ActiveContext);
  const focusReturn = useFocusReturn(active && mode === 'collect');

  function collect(wanted: string): void {
    setCaseId(wanted);
    setMode('collect');
  }

  if (given !== asked) {
    setAsked(given);
    if (given !== undefined) collect(given);
  }
  return (
    <>
      {/* Kept behind the day sheet, with what was ticked and typed; only its keys are silent. */}
      <ActiveContext value={active && mode === 'collect'}>
        <div hidden={mode !== 'collect'} {...focusReturn} style={{ height: '100%' }}>
          <Collecting
            caseId={caseId}
            onCase={setCaseId}
            onDay={() => setMode('day')}
            onMonth={() => setMode('month')}
          />
        </div>
      </ActiveContext>
      {mode === 'day' && (
        <DaySheet onBack={() => setMode('collect')} onCase={collect} onMonth={() => setMode('month')} />
      )}
      {mode === 'month' && <MonthSheet onBack={() => setMode('collect')} onCase={collect} />}
    </>
  );
}
