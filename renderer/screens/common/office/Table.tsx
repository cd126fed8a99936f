import type { ReactNode } from 'react';
import { Block, Text } from '../../../parts/layout/primitives.ts';

type TableProps = {
  readonly label: string;
  readonly columns: readonly string[];
  /** The key of the row that the screen's keys act on. */
  readonly marked?: string | undefined;
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

const cell = { textAlign: 'left', padding: [2, 2.5], line: 'bottom', css: { verticalAlign: 'top' } } as const;
/** The row in front: a ground, and an edge for who sees no grounds. */
const inFront = { ground: 'brand', css: { boxShadow: 'inset 3px 0 var(--brand)' } } as const;

/** A small table of facts; rows are read, what can be done stands in their last cell. */
export function Table({ label, columns, rows, marked }: TableProps) {
  return (
    <Block as="table" width="100%" css={{ borderCollapse: 'collapse' }} aria-label={label}>
      <thead>
        <tr>
          {columns.map((name) => (
            <Text as="th" {...cell} size="small" weight={600} tone="secondary" key={name} scope="col">
              {name}
            </Text>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <Block as="tr" key={key} aria-current={key === marked || undefined} {...(key === marked && inFront)}>
            {cells.map((content, index) => (
              <Text as="td" {...cell} key={columns[index]}>
                {content}
              </Text>
            ))}
          </Block>
        ))}
      </tbody>
    </Block>
  );
}
