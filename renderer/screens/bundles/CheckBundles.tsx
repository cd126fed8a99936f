import Box from '@mui/material/Box';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type DeskClient, desk, queries } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { useTexts } from '../../text/texts.ts';
import { BundleLines } from './BundleLine.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Sides } from './Sides.tsx';
import { outcomeOfScan } from './bundle-words.ts';

type Checked = Awaited<ReturnType<DeskClient['bundle']['check']>>;
type CheckBundlesProps = { readonly scans: readonly string[]; readonly onScans: (scans: readonly string[]) => void };

const most = 500;

/** All bundles of my desk are scanned; what is left over is missing, what is too many belongs elsewhere. One key writes it down. */
export function CheckBundles({ scans, onScans }: CheckBundlesProps) {
  const { bundles } = useTexts();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const { data, error } = useQuery(
    desk.bundle.check.queryOptions({ input: { scans: [...scans] }, staleTime: 0, placeholderData: keepPreviousData }),
  );
  const settle = useMutation(
    desk.bundle.check.mutationOptions({
      onSuccess: ({ elsewhere, missing }) => {
        setDone(bundles.settled(elsewhere.length, missing.length));
        onScans([]);
        for (const group of [desk.bundle, desk.case]) void queries.invalidateQueries({ queryKey: group.key() });
      },
    }),
  );

  function add(code: string) {
    const scan = code.toUpperCase();
    setDone('');
    if (scans.includes(scan)) return setTrouble(bundles.again(scan));
    setTrouble(null);
    onScans([scan, ...scans].slice(0, most));
  }

  function clear() {
    setTrouble(null);
    setDone('');
    onScans([]);
  }

  const outcome = data === undefined ? undefined : outcomeOfScan(scans[0], data, bundles);
  return (
    <Sides
      left={
        <>
          <ScanBox focusOn={`check ${scans.length}`} error={trouble} onCode={add} onTrouble={setTrouble} />
          {trouble === null && <StatusLine tone={outcome?.tone ?? 'good'}>{outcome?.words ?? done}</StatusLine>}
          {data !== undefined && <Counts data={data} scanned={scans.length} />}
          <Box sx={{ color: 'text.secondary', fontSize: rem(13) }}>
            {scans.length === 0 || data === undefined
              ? bundles.checkHelp
              : bundles.settleNote(data.elsewhere.length, data.missing.length)}
          </Box>
          <FaultNote error={error ?? settle.error} />
          <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
            <ActionButton
              keys="Ctrl+Enter"
              label={bundles.settle}
              onAct={() => settle.mutate({ scans: [...scans], settle: true })}
              filled
              disabled={scans.length === 0 || settle.isPending}
            />
            <ActionButton keys="Alt+X" label={bundles.clear} onAct={clear} disabled={scans.length === 0} />
          </Box>
        </>
      }
    >
      {data !== undefined && <Difference data={data} />}
    </Sides>
  );
}

function Counts({ data, scanned }: { readonly data: Checked; readonly scanned: number }) {
  const { bundles } = useTexts();
  const { here, missing, elsewhere } = data;
  const facts = [
    [bundles.onDesk, here.length + missing.length],
    [bundles.scanned, scanned],
    [bundles.here, here.length],
    [bundles.foreign, elsewhere.length],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', gap: rem(8), margin: 0 }}
    >
      {facts.map(([name, count]) => (
        <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
          <Box component="dt" sx={{ fontSize: rem(12), color: 'text.secondary' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ margin: 0, fontSize: rem(22), fontWeight: 700, lineHeight: 1.25 }}>
            {count}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Difference({ data }: { readonly data: Checked }) {
  const { bundles } = useTexts();
  const { here, missing, elsewhere, unknown } = data;
  return (
    <Box sx={{ display: 'grid', gridTemplateRows: 'minmax(0, 3fr) minmax(0, 2fr)', gap: rem(12), minHeight: 0 }}>
      <Panel title={bundles.missingList} aside={String(missing.length)} focusable>
        {missing.length > 0 && <BundleLines rows={missing} label={bundles.missingList} />}
        {missing.length === 0 && here.length > 0 && <EmptyState title={bundles.allSeen} />}
        {missing.length === 0 && here.length === 0 && (
          <EmptyState title={bundles.nothingOnDesk}>{bundles.nothingOnDeskHelp}</EmptyState>
        )}
      </Panel>
      <Panel title={bundles.foreignList} aside={String(elsewhere.length)} focusable>
        {unknown.map((scan) => (
          <Box key={scan} sx={{ color: 'var(--late)', fontWeight: 500, padding: `${rem(4)} 0` }}>
            ! {bundles.unknown(scan)}
          </Box>
        ))}
        {elsewhere.length > 0 && <BundleLines rows={elsewhere} label={bundles.foreignList} />}
        {elsewhere.length === 0 && unknown.length === 0 && (
          <EmptyState title={bundles.nothingForeign}>{bundles.nothingForeignHelp}</EmptyState>
        )}
      </Panel>
    </Box>
  );
}
