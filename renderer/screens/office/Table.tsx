import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { rem } from '../../look/theme.ts';

type TableProps = {
  readonly label: string;
  readonly columns: readonly string[];
  /** The key of the row that the screen's keys act on. */
  readonly marked?: string | undefined;
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

/** A small table of facts; rows are read, what can be done stands in their last cell. */
export function Table({ label, columns, rows, marked }: TableProps) {
  const cell = {
    textAlign: 'left',
    padding: `${rem(8)} ${rem(10)}`,
    borderBottom: '1px solid var(--hairline)',
    verticalAlign: 'top',
  };
  return (
    <Box component="table" aria-label={label} sx={{ borderCollapse: 'collapse', width: '100%' }}>
      <thead>
        <tr>
          {columns.map((name) => (
            <Box
              key={name}
              component="th"
              scope="col"
              sx={{ ...cell, fontSize: rem(12), fontWeight: 600, color: 'text.secondary' }}
            >
              {name}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <Box
            component="tr"
            key={key}
            aria-current={key === marked || undefined}
            sx={key === marked ? { bgcolor: 'var(--brand-soft)', boxShadow: 'inset 3px 0 var(--brand)' } : {}}
          >
            {cells.map((content, index) => (
              <Box key={columns[index]} component="td" sx={cell}>
                {content}
              </Box>
            ))}
          </Box>
        ))}
      </tbody>
    </Box>
  );
}
