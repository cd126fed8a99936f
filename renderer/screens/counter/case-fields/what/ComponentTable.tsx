import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import { rem } from '../../../../look/theme.ts';
import { narrowerThan } from '../../../../look/tokens.ts';
import { useTexts } from '../../../../text/texts.ts';
import { CaseField } from './CaseField.tsx';
import { ComponentRow, rowColumns, rowHeight } from './ComponentRow.tsx';
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
import { Block, Grid, Row, Text } from '../../../../parts/layout/primitives.ts';

type ComponentTableProps = {
  readonly procedure: ProcedureDetail;
  readonly form: ReceptionForm;
  readonly dispatch: (action: ReceptionAction) => void;
  readonly caseAsked?: number;
  /** Stands beside the name of the paper in hand, so that the papers have the height. */
  readonly children?: ReactNode;
};

/** In pixels at 100 %, and how many rows stand there at least, or what there is: below that the column scrolls. */
const headHeight = 30;
const groupHeight = 24;
const rowsShown = 6;

/** Digits typed one after the other within this are one number: 1 then 2 is twelve. */
const oneNumberMs = 800;

/**
 * What is handed in. One Tab stop; arrows move, Space ticks, a digit counts originals and Shift with a digit copies.
 * Many rows scroll inside; the cases of the citizen decide which stand there.
 */
export function ComponentTable({ procedure, form, dispatch, caseAsked, children }: ComponentTableProps) {
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
  const [isInside, setInside] = useState(false);
  const inHand = ordered[Math.min(current, ordered.length - 1)];
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

  // A case that comes behind the choice (of who files by an authorisation) draws papers in other groups, or the first of them: the cursor goes on standing at a paper.
  const wasEmpty = useRef(ordered.length === 0);
  useEffect(() => {
    const cameFirst = wasEmpty.current && ordered.length > 0;
    wasEmpty.current = ordered.length === 0;
    const stands = document.activeElement;
    const lost = isInside && stands === document.body;
    if (!lost && !(cameFirst && stands?.id === fieldId('citizenCases'))) return;
    const rows = box.current?.querySelectorAll<HTMLElement>('[data-row]');
    rows?.item(lost ? Math.min(current, rows.length - 1) : 0)?.focus();
  });

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
        css={{
          // Letters of 150 % make each row higher, and the room for them with it.
          minHeight: rem(
            leastHeight(groups.map((group) => ({ rows: group.components.length, named: wordsOf(group) !== '' }))),
          ),
          flexShrink: 1,
          flexGrow: 0,
          position: 'relative',
          scrollPaddingTop: rem(headHeight),
          [narrowerThan('reception')]: { flexShrink: 0, maxHeight: rem(300) },
        }}
        ref={box}
        role="group"
        aria-label={texts.component}
        onFocus={() => setInside(true)}
        onBlur={() => setInside(false)}
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
              <Text
                size="small"
                weight={600}
                tone="secondary"
                ground="ground"
                padding={[0, 2]}
                lines={1}
                title={wordsOf(group)}
                css={{ height: rem(groupHeight), lineHeight: rem(groupHeight) }}
              >
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
      <Row columnGap={3} align="flex-start" justify="space-between" shrink={false} marginTop={-1.5}>
        {/* Some names are 700 letters long: what is longer scrolls. The row itself says it to a screen reader. */}
        <Text
          size="small"
          tone={isInside ? undefined : 'secondary'}
          aria-hidden
          // The mouse scrolls it; Tab has nothing to do here.
          tabIndex={-1}
          css={{ height: rem(48), lineHeight: rem(16), overflowY: 'auto', flex: '1 1 0', minWidth: 0 }}
        >
          {isInside && inHand !== undefined && inHand.name !== (inHand.short || inHand.name)
            ? inHand.name
            : texts.tableKeys}
        </Text>
        {children}
      </Row>
    </>
  );
}

/** The names of the columns, the first rows, and what is said above their groups. */
function leastHeight(groups: readonly { readonly rows: number; readonly named: boolean }[]): number {
  let height = headHeight;
  let left = rowsShown;
  for (const { rows, named } of groups) {
    if (left <= 0) break;
    height += (named ? groupHeight : 0) + rowHeight * Math.min(left, rows);
    left -= rows;
  }
  // A table that asks for the case first has a line of its own.
  return Math.max(height, headHeight + 2 * rowHeight);
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
      css={{ position: 'sticky', top: 0, zIndex: 1, height: rem(headHeight) }}
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
