import type { FocusEvent, ReactNode } from 'react';
import { Column } from '../layout/primitives.ts';

type DropBoxProps = {
  /** How far below the upper edge of what it belongs to, which is positioned. */
  readonly top: string;
  readonly hidden?: boolean;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
  readonly children: ReactNode;
};

/** A list that drops down over what stands below its box; nothing moves. */
export function DropBox({ top, hidden = false, onBlur, children }: DropBoxProps) {
  return (
    <Column
      maxHeight={380}
      padding={1}
      radius={8}
      ground="panel"
      border="control"
      css={{
        position: 'absolute',
        zIndex: 5,
        top,
        left: 0,
        right: 0,
        boxShadow: '0 8px 24px rgb(0 0 0 / 16%)',
        ...(hidden && { display: 'none' }),
      }}
      onBlur={onBlur}
    >
      {children}
    </Column>
  );
}
