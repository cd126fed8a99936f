import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type DeskClient, desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../text/texts.ts';
import { BundleLines } from './BundleLine.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Sides } from './Sides.tsx';
import { outcomeOfScan } from './bundle-words.ts';
import { Grid, Row, Text } from '../../../parts/layout/primitives.ts';

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
          {trouble === null && <OutcomeLine tone={outcome?.tone ?? 'good'}>{outcome?.words ?? done}</OutcomeLine>}
          {data !== undefined && <Counts data={data} scanned={scans.length} />}
          <Text tone="secondary" size="note">
            {scans.length === 0 || data === undefined
              ? bundles.checkHelp
              : bundles.settleNote(data.elsewhere.length, data.missing.length)}
          </Text>
          <FaultNote error={error ?? settle.error} />
          <Row gap={2} wrap>
            <ActionButton
              keys="Ctrl+Enter"
              label={bundles.settle}
              onAct={() => settle.mutate({ scans: [...scans], settle: true })}
              filled
              disabled={scans.length === 0 || settle.isPending}
            />
            <ActionButton keys="Alt+Delete" label={bundles.clear} onAct={clear} disabled={scans.length === 0} />
          </Row>
        </>
      }
    >
      {data !== undefined && <BundleDifference data={data} />}
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
    <Grid as="dl" columns="repeat(4, minmax(0, 1fr))" gap={2}>
      {facts.map(([name, count]) => (
        <Row justify="flex-end" css={{ flexDirection: 'column-reverse' }} key={name}>
          <Text as="dt" size="small" tone="secondary">
            {name}
          </Text>
          <Text as="dd" size="number" weight={700}>
            {count}
          </Text>
        </Row>
      ))}
    </Grid>
  );
}

function BundleDifference({ data }: { readonly data: Checked }) {
  const { bundles } = useTexts();
  const { here, missing, elsewhere, unknown } = data;
  return (
    <Grid rows="minmax(0, 3fr) minmax(0, 2fr)" gap={3} minHeight={0}>
      <Panel title={bundles.missingList} aside={String(missing.length)} focusable>
        {missing.length > 0 && <BundleLines rows={missing} label={bundles.missingList} />}
        {missing.length === 0 && here.length > 0 && <EmptyState title={bundles.allSeen} />}
        {missing.length === 0 && here.length === 0 && (
          <EmptyState title={bundles.nothingOnDesk}>{bundles.nothingOnDeskHelp}</EmptyState>
        )}
      </Panel>
      <Panel title={bundles.foreignList} aside={String(elsewhere.length)} focusable>
        {unknown.map((scan) => (
          <Text tone="late" weight={500} padding={[1, 0]} key={scan}>
            ! {bundles.unknown(scan)}
          </Text>
        ))}
        {elsewhere.length > 0 && <BundleLines rows={elsewhere} label={bundles.foreignList} />}
        {elsewhere.length === 0 && unknown.length === 0 && (
          <EmptyState title={bundles.nothingForeign}>{bundles.nothingForeignHelp}</EmptyState>
        )}
      </Panel>
    </Grid>
  );
}
