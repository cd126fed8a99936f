import type { ReactNode } from 'react';
import { Column, Surface, Text } from '../../../../parts/layout/primitives.ts';
import { far } from './far.ts';

/** Parts beside each other as far as letters leave room for it, below each other where a person made them larger. */
export const beside = { alignItems: 'stretch' } as const;

type PartProps = {
  readonly title: string;
  readonly note?: ReactNode;
  /** More below it, whose words lead somewhere. */
  readonly foot?: ReactNode;
  readonly large?: boolean;
  /** Beside others: its share of the room, which is also the least it needs, in letters. */
  readonly room?: number;
  readonly children: ReactNode;
};

export function WallPart({ title, note = '', foot, large = false, room, children }: PartProps) {
  return (
    <Surface
      ground="panel"
      padding={3}
      radius={10}
      css={{
        ...(room === undefined ? {} : { flex: `${room} 1 ${room * 6.5}rem`, minWidth: 'min-content' }),
        // On paper there is no ground to stand out from, and two lists beside each other are one sheet.
        '@media print': {
          breakInside: 'avoid',
          border: '1px solid var(--hairline)',
          ...(room === undefined ? {} : { flexBasis: 0 }),
        },
      }}
    >
      <Column as="section" gap={2} aria-label={title}>
        <Text weight={700} css={{ fontSize: far(large ? 25 : 20) }}>
          {title}
        </Text>
        {children}
        {note !== '' && <Text css={{ fontSize: far(18), lineHeight: 1.25 }}>{note}</Text>}
        {foot}
      </Column>
    </Surface>
  );
}
