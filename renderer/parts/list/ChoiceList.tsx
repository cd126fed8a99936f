import { type ComponentProps, type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef } from 'react';
import { Block, Grid } from '../layout/primitives.ts';

type ChoiceListProps = Pick<ComponentProps<typeof Block>, 'margin' | 'grow' | 'minHeight' | 'maxHeight' | 'hidden'> & {
  readonly id: string;
  readonly label: string;
  /** The place of the choice in front. */
  readonly current: number;
  /** The list holds the focus itself; where it does not, the box beside it does and says which choice is in front. */
  readonly holdsFocus?: boolean;
  readonly many?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Asked for when little is left below, by arrows or by the wheel: more may be read then. */
  readonly onNearEnd?: (() => void) | undefined;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: readonly ReactNode[];
};

/** So few choices below the one in front are little. */
const nearEnd = 30;

/** Choices one under the other, one of them in front and in sight. The focus stays on the list or its box; arrows are `useListCursor`. */
export function ChoiceList(props: ChoiceListProps) {
  const { id, label, current, holdsFocus = false, many, children, onNearEnd, ref, ...place } = props;
  const own = useRef<HTMLDivElement>(null);
  const isNear = current >= children.length - nearEnd;
  useEffect(() => {
    if (isNear) onNearEnd?.();
  }, [isNear, onNearEnd]);
  useEffect(() => {
    // Braces matter: Chromium answers a promise, and an effect's answer is called when it ends.
    own.current?.querySelector('[data-in-front]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const focus = holdsFocus
    ? { tabIndex: 0, 'aria-activedescendant': children.length === 0 ? undefined : `${id}-${current}` }
    : {};
  return (
    <Block
      scroll
      minHeight={0}
      {...place}
      {...focus}
      ref={(list) => {
        own.current = list;
        if (typeof ref === 'function') ref(list);
        else if (ref) ref.current = list;
      }}
      id={id}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + 2 * clientHeight > scrollHeight) onNearEnd?.();
      }}
      role="listbox"
      aria-label={label}
      aria-multiselectable={many}
      css={{
        // The choice in front shows the focus: the list itself is larger than what is seen of it.
        '&:focus-visible': { outline: 'none' },
        '&:focus-visible [data-in-front]': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
      }}
    >
      {children}
    </Block>
  );
}

type ChoiceProps = Pick<
  ComponentProps<typeof Grid>,
  'columns' | 'columnGap' | 'align' | 'padding' | 'title' | 'css'
> & {
  /** That of its list, and its place: `${id}-${index}`. */
  readonly id: string;
  readonly current: boolean;
  /** Where several can be chosen. */
  readonly ticked?: boolean;
  /** Already chosen, though another is in front. */
  readonly chosen?: boolean;
  readonly onCurrent?: () => void;
  readonly onChoose: () => void;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
};

/** One choice of a list, as a row of a grid. The mouse takes no focus from the box that has it. */
export function Choice(props: ChoiceProps) {
  const { id, current, ticked, chosen, onCurrent, onChoose, onOpen, children, css, ...grid } = props;
  const edge = current || chosen === true;
  return (
    <Grid
      columns="minmax(0, 1fr)"
      {...grid}
      line="bottom"
      ground={(ticked ?? current) ? 'brand' : undefined}
      css={{
        ...css,
        cursor: 'pointer',
        borderLeft: '3px solid',
        borderLeftColor: edge ? 'var(--brand)' : 'transparent',
      }}
      id={id}
      role="option"
      data-in-front={current || undefined}
      aria-selected={ticked ?? current}
      aria-current={chosen === true ? 'true' : undefined}
      onMouseMove={onCurrent}
      onMouseDown={onCurrent === undefined ? undefined : (event) => event.preventDefault()}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      {children}
    </Grid>
  );
}
