import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, queries } from '../../desk.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { StatusLine } from '../../parts/StatusLine.tsx';
import { useKnownStatus } from '../../status.ts';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { TermDialog } from './TermDialog.tsx';

/** What the supplied data lack or are not sure of: time limits to set first, everything else to check. */
export function Doubts() {
  const { office } = useTexts();
  const { user } = useKnownStatus();
  const [setting, setSetting] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const { data, error } = useQuery(desk.procedure.unverified.queryOptions({ input: {} }));
  const entries = data?.entries ?? [];
  const missing = entries.filter(({ kind }) => kind === 'term-missing');
  const others = entries.filter(({ kind }) => kind !== 'term-missing');
  const maySet = user?.role === 'supervisor';

  function done(code: string): void {
    setSetting(undefined);
    setOutcome(office.termSet(code));
    void queries.invalidateQueries({ queryKey: desk.procedure.key() });
  }

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
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {missing.map(({ code, what }) => (
            <Box
              component="li"
              key={code}
              sx={{
                display: 'flex',
                gap: 3,
                alignItems: 'center',
                padding: `${rem(8)} 0`,
                borderBottom: '1px solid var(--hairline)',
              }}
            >
              <Box sx={{ flexGrow: 1, minWidth: 0 }}>
                <strong>{code}</strong> {what}
              </Box>
              {maySet && (
                <Button onClick={() => setSetting(code)} aria-label={office.setTermOf(code)} sx={{ flexShrink: 0 }}>
                  {office.setTerm}
                </Button>
              )}
            </Box>
          ))}
        </Box>
      </Panel>
      <Panel title={office.unverified(others.length)} sx={{ gap: 2 }} focusable>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{office.unverifiedText}</Box>
        <Box component="ul" sx={{ margin: 0, paddingLeft: rem(18), fontSize: rem(13) }}>
          {others.map(({ kind, code, what }, index) => (
            <li key={`${kind} ${code} ${index}`}>
              <strong>{code}</strong> {what}
            </li>
          ))}
        </Box>
      </Panel>
      {setting !== undefined && <TermDialog code={setting} onClose={() => setSetting(undefined)} onDone={done} />}
    </Box>
  );
}
