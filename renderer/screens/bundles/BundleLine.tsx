import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { BundleRow } from '../../../electron/contract/routing/bundle.ts';
import { rem } from '../../look/theme.ts';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { placeWords } from './bundle-words.ts';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

type BundleLineProps = {
  readonly row: BundleRow;
  /** What stands at the right instead of where the papers are. */
  readonly aside?: ReactNode;
};

/** One bundle: its number, whose it is and for what, and where it is. */
export function BundleLine({ row, aside }: BundleLineProps) {
  const { bundles } = useTexts();
  const where = `${placeWords(row.place, bundles)}, ${bundles.since(formatDateTime(row.since))}`;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        columnGap: rem(12),
        alignItems: 'start',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{row.number}</Box>
        <Box sx={{ fontSize: rem(13), ...oneLine }} title={`${row.applicantName} · ${row.procedureName}`}>
          {row.applicantName} · {row.procedureName}
        </Box>
      </Box>
      <Box sx={{ fontSize: rem(13), color: 'text.secondary', textAlign: 'right', minWidth: 0 }}>{aside ?? where}</Box>
    </Box>
  );
}

/** Bundles under each other. */
export function BundleLines({ rows, label }: { readonly rows: readonly BundleRow[]; readonly label: string }) {
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={row.caseId} sx={{ padding: `${rem(6)} 0`, borderBottom: '1px solid var(--hairline)' }}>
          <BundleLine row={row} />
        </Box>
      ))}
    </Box>
  );
}
