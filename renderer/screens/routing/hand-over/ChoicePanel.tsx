import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import { rem } from '../../../look/theme.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { Block } from '../../../parts/layout/primitives.ts';

type ChoicePanelProps<T> = {
  readonly title: string;
  /** Undefined until they are known. */
  readonly items: readonly T[] | undefined;
  readonly error: unknown;
  readonly keyOf: (item: T) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  /** What PageDown and PageUp do, in words. */
  readonly next: string;
  readonly previous: string;
  readonly empty: { readonly title: string; readonly help: string };
  /** What a row says of its item. */
  readonly children: (item: T) => ReactNode;
};

/** What there is to work on, one of it chosen. */
export function ChoicePanel<T>(props: ChoicePanelProps<T>) {
  const { items = [], keyOf, chosen, onChoose, empty } = props;

  function move(step: number) {
    const at = items.findIndex((item) => keyOf(item) === chosen);
    const wanted = items[Math.max(0, Math.min(items.length - 1, at + step))];
    if (wanted !== undefined && keyOf(wanted) !== chosen) onChoose(keyOf(wanted));
  }
  useShortcuts([
    { keys: 'PageDown', label: props.next, run: () => move(1) },
    { keys: 'PageUp', label: props.previous, run: () => move(-1) },
  ]);

  return (
    <Panel
      title={props.title}
      aside={
        <>
          <KeyCap keys="PageUp" /> <KeyCap keys="PageDown" />
        </>
      }
      scroll={false}
    >
      <FaultNote error={props.error} />
      {props.items?.length === 0 && <EmptyState title={empty.title}>{empty.help}</EmptyState>}
      <Block as="ul" margin={[0, -2]} scroll minHeight={0}>
        {items.map((item) => {
          const key = keyOf(item);
          return (
            <li key={key}>
              <ButtonBase
                aria-current={key === chosen ? 'true' : undefined}
                onClick={() => onChoose(key)}
                sx={{
                  width: '100%',
                  display: 'block',
                  textAlign: 'left',
                  font: 'inherit',
                  padding: `${rem(8)} ${rem(10)}`,
                  borderBottom: '1px solid var(--hairline)',
                  borderLeft: '3px solid',
                  borderLeftColor: key === chosen ? 'var(--brand)' : 'transparent',
                  bgcolor: key === chosen ? 'var(--brand-soft)' : 'transparent',
                }}
              >
                {props.children(item)}
              </ButtonBase>
            </li>
          );
        })}
      </Block>
    </Panel>
  );
}
