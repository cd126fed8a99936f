import Box from '@mui/material/Box';
import { type KeyboardEvent, useContext, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import { rem } from '../../../../look/theme.ts';
import { KeyCap, ariaKeys } from '../../../../parts/keys/KeyCap.tsx';
import { isComposing, useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../../parts/list/ChoiceList.tsx';
import { DropBox } from '../../../../parts/list/DropBox.tsx';
import { stepOf, within } from '../../../../parts/list/cursor.ts';
import { useTexts } from '../../../../text/texts.ts';
import { FieldScope, focusField, useFieldId } from '../field-id.ts';
import type { ReceptionForm } from '../reception-form.ts';
import type { ReceptionAction } from '../reception-state.ts';
import { citizenCasesOf } from './usual-components.ts';

type CaseFieldProps = {
  readonly procedure: ProcedureDetail;
  readonly form: ReceptionForm;
  readonly dispatch: (action: ReceptionAction) => void;
  /** No paper is asked of everybody: the cursor that goes to the papers comes here. */
  readonly isFirst: boolean;
  /** How often the screen itself has asked for the case: once more opens the list. */
  readonly asked?: number | undefined;
};

const keys = 'Alt+5';

/**
 * Which cases the citizen is: one line that tells those that were chosen, or may be; opened by one key it is the list, where a digit or
 * Space chooses as many as hold. Nothing stands here for a procedure without cases.
 */
export function CaseField({ procedure, form, dispatch, isFirst, asked = 0 }: CaseFieldProps) {
  const { reception } = useTexts();
  const texts = reception.what.cases;
  const fieldId = useFieldId();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [answered, setAnswered] = useState(asked);
  if (answered !== asked) {
    setAnswered(asked);
    setOpen(true);
  }
  const all = citizenCasesOf(procedure);
  const chosen = form.citizenCases ?? [];
  useShortcuts([{ keys, label: texts.ask, run: () => setOpen(true), disabled: all.length === 0 }]);
  if (all.length === 0) return null;
  const told = chosen.length > 0 ? chosen : all.filter(({ of }) => of === null).map(({ words }) => words);

  return (
    <Block css={{ position: 'relative' }} shrink={false}>
      <Box
        component="button"
        type="button"
        id={fieldId(isFirst ? 'components' : 'citizenCases')}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-keyshortcuts={ariaKeys(keys)}
        title={told.join('; ')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
        sx={{
          font: 'inherit',
          color: 'inherit',
          textAlign: 'left',
          display: 'flex',
          alignItems: 'center',
          gap: rem(8),
          width: '100%',
          padding: `${rem(4)} ${rem(8)}`,
          border: '1px solid',
          borderColor: chosen.length > 0 ? 'var(--brand)' : 'var(--control)',
          borderRadius: '6px',
          bgcolor: chosen.length > 0 ? 'var(--brand-soft)' : 'var(--panel)',
          cursor: 'pointer',
          '&:hover': { borderColor: 'var(--brand)' },
        }}
      >
        <Text as="span" weight={600} nowrap>
          {texts.title}:
        </Text>
        <Text
          as="span"
          lines={1}
          grow
          minWidth={0}
          size="note"
          weight={chosen.length > 0 ? 600 : 400}
          tone={chosen.length > 0 ? undefined : 'secondary'}
        >
          {chosen.length > 0 ? chosen.join(' · ') : `${texts.none} · ${told.join(', ')}`}
        </Text>
        <KeyCap keys={keys} />
      </Box>
      {open && (
        <CaseList
          id={listId}
          procedure={procedure}
          chosen={chosen}
          asksFirst={asked > 0}
          onToggle={(words) => dispatch({ type: 'case-toggled', procedure, words })}
          onClose={() => setOpen(false)}
        />
      )}
    </Block>
  );
}

type CaseListProps = {
  readonly id: string;
  readonly procedure: ProcedureDetail;
  readonly chosen: readonly string[];
  readonly asksFirst: boolean;
  readonly onToggle: (words: string) => void;
  readonly onClose: () => void;
};

/** Above the table, which does not move. Cases within a chosen one stand below it; digits are those of the others, so no choice moves them. */
function CaseList({ id, procedure, chosen, asksFirst, onToggle, onClose }: CaseListProps) {
  const { reception } = useTexts();
  const texts = reception.what.cases;
  const scope = useContext(FieldScope);
  const list = useRef<HTMLDivElement>(null);
  const [front, setFront] = useState('');
  // With the list itself and not after it: a digit typed right behind the key is for this list.
  useLayoutEffect(() => list.current?.focus(), []);
  const rows = citizenCasesOf(procedure).filter(({ of }) => of === null || chosen.includes(of));
  const tops = rows.filter(({ of }) => of === null).map(({ words }) => words);
  const at = Math.max(
    0,
    rows.findIndex(({ words }) => words === front),
  );
  const moveTo = (row: number) => setFront(rows[within(rows.length, row)]?.words ?? '');

  function toggle(words: string | undefined) {
    if (words === undefined) return;
    setFront(words);
    onToggle(words);
  }

  function close() {
    onClose();
    focusField('components', scope);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const typed = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const step = stepOf(event, 5);
    const act = { ' ': () => toggle(rows[at]?.words), Enter: close, Escape: close, Tab: close }[event.key];
    if (typed === undefined && step === undefined && act === undefined) return;
    event.preventDefault();
    if (typed !== undefined) toggle(tops[Number(typed) - 1]);
    else if (step !== undefined) moveTo(at + step);
    else act?.();
  }

  return (
    <DropBox
      top={`calc(100% + ${rem(4)})`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {asksFirst && chosen.length === 0 && (
        <Text size="note" weight={600} tone="late" padding={[1, 2]} shrink={false} role="alert">
          {texts.first}
        </Text>
      )}
      <ChoiceList id={id} label={texts.ask} current={at} holdsFocus many onKeyDown={onKeyDown} ref={list}>
        {rows.map(({ words, of }, index) => (
          <Choice
            key={words}
            id={`${id}-${index}`}
            columns={`${rem(18)} minmax(0, 1fr) auto`}
            columnGap={2}
            align="baseline"
            padding={[1.25, 2, 1.25, of === null ? 2 : 8]}
            current={index === at}
            ticked={chosen.includes(words)}
            onCurrent={() => setFront(words)}
            onChoose={() => toggle(words)}
          >
            <Text as="span" weight={700} tone={chosen.includes(words) ? 'brand' : 'secondary'} aria-hidden>
              {chosen.includes(words) ? '☑' : '☐'}
            </Text>
            <Text as="span" weight={chosen.includes(words) ? 600 : 400}>
              {of === null ? words : words.slice(of.length + 2)}
            </Text>
            <DigitCap at={tops.indexOf(words)} />
          </Choice>
        ))}
      </ChoiceList>
      <Text size="tiny" tone="secondary" padding={[1, 2, 0, 2]} shrink={false}>
        {texts.keys}
      </Text>
    </DropBox>
  );
}

function DigitCap({ at }: { readonly at: number }) {
  return at >= 0 && at < 9 ? <KeyCap keys={String(at + 1)} /> : <span />;
}
