import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, queries } from '../../desk/client.ts';
import { useKnownStatus, userOf } from '../../desk/status.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { useTexts } from '../../text/texts.ts';
import { type Doubt, DoubtList, type Way } from './DoubtList.tsx';
import { TermDialog } from './TermDialog.tsx';

type DoubtsProps = {
  /** Without a code the editor opens on its picker: a frame is many procedures'. */
  readonly onProcess: (code: string | undefined) => void;
  readonly onLegs: (code: string) => void;
};

/** What the supplied data lack or are not sure of: time limits to set first, then what else the office sets, then what is only to be checked. */
export function Doubts({ onProcess, onLegs }: DoubtsProps) {
  const { office } = useTexts();
  const user = useKnownStatus(userOf);
  const [setting, setSetting] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const { data, error } = useQuery(desk.procedure.unverified.queryOptions({ input: {} }));
  const entries = data?.entries ?? [];
  const missing = entries.filter(({ kind }) => kind === 'term-missing');
  const maySet = user?.role === 'supervisor';

  function done(code: string): void {
    setSetting(undefined);
    setOutcome(office.termSet(code));
    void queries.invalidateQueries({ queryKey: desk.procedure.key() });
  }

  function wayOf({ kind, code }: Doubt): Way | undefined {
    const label = maySet ? office.procedure.set : office.procedure.look;
    switch (kind) {
      case 'term-missing':
      case 'term-unverified':
        return maySet
          ? { label: office.setTerm, spoken: office.setTermOf(code), open: () => setSetting(code) }
          : undefined;
      case 'legs':
        return { label, spoken: `${label}: ${office.procedure.legsOfCode(code)}`, open: () => onLegs(code) };
      case 'process-frame':
        return {
          label,
          spoken: `${label}: ${office.procedure.processOfFrame(code)}`,
          open: () => onProcess(undefined),
        };
      default:
        return undefined;
    }
  }

  const others = entries
    .filter(({ kind }) => kind !== 'term-missing')
    .toSorted((one, other) => Number(wayOf(one) === undefined) - Number(wayOf(other) === undefined));

  return (
    <Box
      sx={{
        height: '100%',
        display: 'grid',
        gap: rem(12),
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
        gridTemplateRows: 'minmax(0, 1fr)',
        '@container screen (max-width: 62rem)': {
          gridTemplateColumns: 'minmax(0, 1fr)',
          gridTemplateRows: 'none',
          gridAutoRows: 'max-content',
          overflow: 'auto',
        },
      }}
    >
      <Panel title={office.missing(missing.length)} sx={{ gap: 2 }} focusable>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>
          {office.missingText} {!maySet && office.onlySupervisor}
        </Box>
        <StatusLine tone="good">{outcome}</StatusLine>
        <FaultNote error={error} />
        {data !== undefined && missing.length === 0 && <EmptyState title={office.noMissing} />}
        <DoubtList entries={missing} wayOf={wayOf} />
      </Panel>
      <Panel title={office.unverified(others.length)} sx={{ gap: 2 }} focusable>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>
          {office.unverifiedText} {office.procedure.doubtKeys}
        </Box>
        <DoubtList entries={others} wayOf={wayOf} />
      </Panel>
      {setting !== undefined && <TermDialog code={setting} onClose={() => setSetting(undefined)} onDone={done} />}
    </Box>
  );
}
