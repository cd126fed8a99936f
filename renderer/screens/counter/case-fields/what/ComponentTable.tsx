import { useRef, useState } from 'react';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import { rem } from '../../../../look/theme.ts';
import { narrowerThan } from '../../../../look/tokens.ts';
import { useTexts } from '../../../../text/texts.ts';
import { CaseField } from './CaseField.tsx';
import { ComponentRow, rowColumns } from './ComponentRow.tsx';
import { useFieldId } from '../field-id.ts';
import type { ReceptionForm } from '../reception-form.ts';
import type { ReceptionAction } from '../reception-state.ts';
import {
  type Component,
  type ComponentCounts,
  type ComponentGroup,
  groupComponents,
  receivedOf,
} from './usual-components.ts';
import { usualCounts } from '../../../../../electron/domain/catalogue/components.ts';
import { Block, Grid, Text } from '../../../../parts/layout/primitives.ts';

type ComponentTableProps = {
  readonly procedure: ProcedureDetail;
  readonly form: ReceptionForm;
  readonly dispatch: (action: ReceptionAction) => void;
  readonly caseAsked?: number;
};

/** Digits typed one after the other within this are one number: 1 then 2 is twelve. */
const oneNumberMs = 800;

/**
 * What is handed in. One Tab stop; arrows move, Space ticks, a digit counts originals and Shift with a digit copies.
 * Many rows scroll inside; the cases of the citizen decide which stand there.
 */
export function ComponentTable({ procedure, form, dispatch, caseAsked }: ComponentTableProps) {
  const { reception } = useTexts();
  const texts = reception.what;
  const fieldId = useFieldId();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const groups = groupComponents(procedure, form);
  const { received, all } = receivedOf(procedure, form);
  const wordsOf = ({ kind, heading }: ComponentGroup) =>
    [texts.groups[kind], heading].filter((part) => part !== '').join(' · ');
  const ordered = groups.flatMap((group) => group.components);
  const rowOf = new Map(ordered.map((component, row) => [component.index, row]));

  function moveTo(row: number) {
    const wanted = Math.max(0, Math.min(ordered.length - 1, row));
    setCurrent(wanted);
    box.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`)?.focus();
  }

  /** A paper of a case that the citizen is not goes with its tick; the cursor stays in the table. */
  function keepCursor() {
    window.setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const rows = box.current?.querySelectorAll<HTMLElement>('[data-row]');
      rows?.item(Math.min(current, rows.length - 1))?.focus();
    }, 0);
  }

  const { set, tick, digit } = useTicks(form, dispatch, keepCursor);

  return (
    <>
      <CaseField
        procedure={procedure}
        form={form}
        dispatch={dispatch}
        isFirst={ordered.length === 0}
        asked={caseAsked}
      />
      <Block
        scroll
        // Four rows at least, or what there is: below that the column scrolls.
        minHeight={Math.max(132, Math.min(196, 40 + 40 * ordered.length + 26 * (groups.length - 1)))}
        css={{
          flexShrink: 1,
          flexGrow: 0,
          position: 'relative',
          scrollPaddingTop: rem(34),
          [narrowerThan('reception')]: { flexShrink: 0, maxHeight: rem(300) },
        }}
        ref={box}
        role="group"
        aria-label={texts.component}
      >
        <TableHead ticked={texts.ticked(received, all)} />
        {groups.length === 0 && (
          <Text size="note" tone="secondary" padding={[2, 2]}>
            {texts.cases.first}
          </Text>
        )}
        {groups.map((group) => (
          <div key={String(group.components[0]?.index)} role="group" aria-label={wordsOf(group) || texts.component}>
            {wordsOf(group) !== '' && (
              <Text size="small" weight={600} tone="secondary" ground="ground" padding={[1, 2]}>
                {wordsOf(group)}
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
    </>
  );
}

/** What a key does with the counts of a paper. `onUnticked`: it may leave the table with its tick. */
function useTicks(form: ReceptionForm, dispatch: (action: ReceptionAction) => void, onUnticked: () => void) {
  const lastDigit = useRef({ at: 0, index: -1, kind: '' });

  function untick(index: number) {
    dispatch({ type: 'component-unticked', index });
    onUnticked();
  }

  function set(index: number, counts: ComponentCounts) {
    if (counts.originals + counts.copies === 0) untick(index);
    else dispatch({ type: 'component-ticked', index, counts });
  }

  function tick(index: number, usual: Component) {
    if (form.components[String(index)] === undefined)
      dispatch({ type: 'component-ticked', index, counts: usualCounts(usual) });
    else untick(index);
  }

  function digit(index: number, kind: keyof ComponentCounts, typed: number, at: number) {
    const last = lastDigit.current;
    const goesOn = last.index === index && last.kind === kind && at - last.at < oneNumberMs;
    const before = form.components[String(index)] ?? { originals: 0, copies: 0 };
    const longer = before[kind] * 10 + typed;
    lastDigit.current = { at, index, kind };
    set(index, { ...before, [kind]: goesOn && longer <= 999 ? longer : typed });
  }

  return { set, tick, digit };
}

/** The names of the columns, which stay in sight; each field says its own to a screen reader. */
function TableHead({ ticked }: { readonly ticked: string }) {
  const texts = useTexts().reception.what;
  return (
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
          · {ticked}
        </Text>
      </span>
      <Text textAlign="center" nowrap>
        {texts.originals}
      </Text>
      <Text textAlign="center">{texts.copies}</Text>
    </Grid>
  );
}
