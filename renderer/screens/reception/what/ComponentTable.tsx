import { useRef, useState } from 'react';
import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import { rem } from '../../../look/theme.ts';
import { useTexts } from '../../../text/texts.ts';
import { ComponentRow, rowColumns } from './ComponentRow.tsx';
import { useFieldId } from '../field-id.ts';
import { narrow } from '../narrow.ts';
import type { ReceptionForm } from '../reception-form.ts';
import type { ReceptionAction } from '../reception-state.ts';
import { type ComponentCounts, groupComponents, usualCounts } from './usual-components.ts';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';

type ComponentTableProps = {
  readonly procedure: ProcedureDetail;
  readonly form: ReceptionForm;
  readonly dispatch: (action: ReceptionAction) => void;
};

/** Digits typed one after the other within this are one number: 1 then 2 is twelve. */
const oneNumberMs = 800;

/**
 * What is handed in. One Tab stop; arrows move, Space ticks, a digit counts originals and Shift with a digit copies.
 * Up to 55 rows scroll inside.
 */
export function ComponentTable({ procedure, form, dispatch }: ComponentTableProps) {
  const { reception } = useTexts();
  const texts = reception.what;
  const fieldId = useFieldId();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const lastDigit = useRef({ at: 0, index: -1, kind: '' });
  const groups = groupComponents(procedure, form.channel);
  const ordered = groups.flatMap((group) => group.components);
  const rowOf = new Map(ordered.map((component, row) => [component.index, row]));

  function set(index: number, counts: ComponentCounts) {
    if (counts.originals + counts.copies === 0) dispatch({ type: 'component-unticked', index });
    else dispatch({ type: 'component-ticked', index, counts });
  }

  function tick(index: number, usual: ComponentCounts) {
    if (form.components[String(index)] === undefined)
      dispatch({ type: 'component-ticked', index, counts: usualCounts(usual) });
    else dispatch({ type: 'component-unticked', index });
  }

  function moveTo(row: number) {
    const wanted = Math.max(0, Math.min(ordered.length - 1, row));
    setCurrent(wanted);
    box.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`)?.focus();
  }

  function digit(index: number, kind: keyof ComponentCounts, typed: number, at: number) {
    const last = lastDigit.current;
    const goesOn = last.index === index && last.kind === kind && at - last.at < oneNumberMs;
    const before = form.components[String(index)] ?? { originals: 0, copies: 0 };
    const longer = before[kind] * 10 + typed;
    lastDigit.current = { at, index, kind };
    set(index, { ...before, [kind]: goesOn && longer <= 999 ? longer : typed });
  }

  return (
    <Block
      scroll
      minHeight={96}
      css={{
        flexShrink: 1,
        flexGrow: 0,
        position: 'relative',
        scrollPaddingTop: rem(34),
        [narrow]: { flexShrink: 0, maxHeight: rem(300) },
      }}
      ref={box}
      role="group"
      aria-label={texts.component}
    >
      <Grid
        {...rowColumns}
        ground="panel"
        line="bottom"
        size="small"
        weight={600}
        tone="secondary"
        css={{ position: 'sticky', top: 0, zIndex: 1 }}
        aria-hidden
      >
        <span />
        <span>
          {texts.component}
          <Text as="span" weight={400}>
            {' '}
            · {texts.ticked(Object.keys(form.components).length, ordered.length)}
          </Text>
        </span>
        <Text textAlign="center">{texts.originals}</Text>
        <Text textAlign="center">{texts.copies}</Text>
      </Grid>
      {groups.map((group) => (
        <div key={group.heading ?? ''} role="group" aria-label={group.heading ?? texts.component}>
          {group.heading !== null && (
            <Text size="small" weight={600} tone="secondary" ground="ground" padding={[1, 2]}>
              {group.heading || texts.otherComponents}
            </Text>
          )}
          {group.components.map((component) => {
            const row = rowOf.get(component.index) ?? 0;
            return (
              <ComponentRow
                key={component.index}
                {...(row === 0 ? { id: fieldId('components') } : {})}
                component={component}
                row={row}
                current={row === Math.min(current, ordered.length - 1)}
                counts={form.components[String(component.index)]}
                onFocus={() => setCurrent(row)}
                onMove={(step) => moveTo(row + step)}
                onTick={() => tick(component.index, component)}
                onDigit={(kind, typed, at) => digit(component.index, kind, typed, at)}
                onCounts={(counts) => set(component.index, counts)}
              />
            );
          })}
        </div>
      ))}
    </Block>
  );
}
