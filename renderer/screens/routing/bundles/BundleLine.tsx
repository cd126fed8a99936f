import type { ReactNode } from 'react';
import type { BundleRow } from '../../../../electron/contract/routing/bundle.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { whereWords } from './bundle-words.ts';
import { CounterMark } from '../../../parts/list/CounterMark.tsx';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';

type BundleLineProps = {
  readonly row: BundleRow;
  /** What stands at the right instead of where the papers are. */
  readonly aside?: ReactNode;
};

/** One bundle: its number, whose it is and for what, and where it is. */
export function BundleLine({ row, aside }: BundleLineProps) {
  const { bundles } = useTexts();
  const where = `${whereWords(row.place, bundles)}, ${bundles.since(formatDateTime(row.since))}`;
  return (
    <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" columnGap={3} align="start">
      <Block minWidth={0}>
        <Text weight={600}>{row.number}</Text>
        <CounterMark counter={row.counter} />
        <Text lines={1} size="note" title={`${row.applicantName} · ${row.procedureName}`}>
          {row.applicantName} · {row.procedureName}
        </Text>
      </Block>
      <Text size="note" tone="secondary" textAlign="right" minWidth={0}>
        {aside ?? where}
      </Text>
    </Grid>
  );
}

/** Bundles under each other. */
export function BundleLines({ rows, label }: { readonly rows: readonly BundleRow[]; readonly label: string }) {
  return (
    <Block as="ul" aria-label={label}>
      {rows.map((row) => (
        <Block as="li" padding={[1.5, 0]} line="bottom" key={row.caseId}>
          <BundleLine row={row} />
        </Block>
      ))}
    </Block>
  );
}
