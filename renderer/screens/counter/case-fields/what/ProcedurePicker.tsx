import OutlinedInput from '@mui/material/OutlinedInput';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { otherProcedure } from '../../../../../electron/contract/catalogue/office-list.ts';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import { desk, goodForMs } from '../../../../desk/client.ts';
import { rem } from '../../../../look/theme.ts';
import { isComposing } from '../../../../parts/keys/shortcuts.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type FoundProcedures, nameOf, withOther } from './with-other.ts';
import { PickerList } from './PickerList.tsx';
import { useFieldId } from '../field-id.ts';
import type { ReceptionForm } from '../reception-form.ts';
import { Block, Text } from '../../../../parts/layout/primitives.ts';

type ProcedurePickerProps = {
  /** What was typed for one citizen is not shown for the next; the box itself stays, and with it the cursor. */
  readonly draftId: string;
  readonly chosen: ReceptionForm['procedure'];
  readonly error: string | undefined;
  readonly onChoose: (procedure: ProcedureDetail) => void;
  /** What stands in no list may be received too: its name is what was typed. */
  readonly others?: boolean;
};

const limit = 8;

const nothingYet: FoundProcedures = { procedures: [], meant: true };

function findInput(text: string) {
  return desk.procedure.find.queryOptions({ input: { text, limit }, staleTime: goodForMs });
}

/** Type a few letters, Enter: the ARIA combobox with a list, answered while typing. */
export function ProcedurePicker({ draftId, chosen, error, onChoose, others = false }: ProcedurePickerProps) {
  const { reception } = useTexts();
  const texts = reception.what;
  const inputId = useFieldId()('procedureCode');
  const listId = `${inputId}-list`;
  const queries = useQueryClient();
  const [typed, setTyped] = useState<{ readonly draftId: string; readonly text: string | null }>({
    draftId,
    text: null,
  });
  const text = typed.draftId === draftId ? typed.text : null;
  const setText = (next: string | null) => setTyped({ draftId, text: next });
  const [active, setActive] = useState(0);
  const asked = useRef(0);
  const open = text !== null;
  const found = useQuery({ ...findInput(text ?? ''), enabled: open, placeholderData: keepPreviousData });
  const settled = !found.isPlaceholderData && found.data !== undefined;
  // The last choice stands behind the answer to these very letters: before it, it would be another's place.
  const hits = open ? withOther(found.data ?? nothingYet, others && settled ? (text ?? '') : '') : [];

  async function choose(code: string) {
    const turn = (asked.current += 1);
    const detail = await queries
      .fetchQuery(desk.procedure.get.queryOptions({ input: { code } }))
      .catch(() => undefined);
    if (turn !== asked.current || detail === undefined) return;
    setText(null);
    onChoose(code === otherProcedure ? { ...detail, name: nameOf(text ?? '') } : detail);
  }

  /** Enter may come before the answer to the last letter: it waits for that answer, never takes an older one. */
  async function chooseActive() {
    const answer = await queries.fetchQuery(findInput(text ?? '')).catch(() => undefined);
    const all = answer === undefined ? [] : withOther(answer, others ? (text ?? '') : '');
    const hit = all[Math.min(active, all.length - 1)];
    if (hit !== undefined) await choose(hit.code);
  }

  function move(step: number) {
    if (!open) setText('');
    else if (hits.length > 0) setActive((active + step + hits.length) % hits.length);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    const plain = !event.ctrlKey && !event.altKey;
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: open && plain ? () => void chooseActive() : undefined,
      Escape: open ? () => setText(null) : undefined,
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  const shown = text ?? chosen?.name ?? '';
  return (
    <Block css={{ position: 'relative' }}>
      <OutlinedInput
        fullWidth
        id={inputId}
        autoComplete="off"
        value={shown}
        error={error !== undefined}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onFocus={(event) => (event.target as HTMLInputElement).select()}
        onBlur={() => setText(null)}
        endAdornment={
          !open && chosen !== null ? (
            <Text as="span" tone="secondary" weight={400} nowrap paddingLeft={2}>
              {chosen.code === otherProcedure ? texts.other : `${chosen.code} · ${chosen.field}`}
            </Text>
          ) : undefined
        }
        inputProps={{
          role: 'combobox',
          'aria-label': texts.find,
          'aria-expanded': open,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          'aria-activedescendant': open && hits.length > 0 ? `${listId}-${active}` : undefined,
          'aria-invalid': error !== undefined || undefined,
          'aria-describedby': `${inputId}-hint`,
          spellCheck: false,
          style: { textOverflow: 'ellipsis' },
        }}
        sx={{ minHeight: rem(40) }}
      />
      <Text
        lines={2}
        size="small"
        tone={error === undefined ? 'secondary' : 'late'}
        marginTop={1}
        id={`${inputId}-hint`}
      >
        {error ?? (chosen === null ? texts.findHint : chosen.name.length > 44 ? chosen.name : '')}
      </Text>
      <PickerList
        id={listId}
        open={open}
        hits={hits}
        active={active}
        text={text ?? ''}
        settled={settled}
        onActive={setActive}
        onChoose={(code) => void choose(code)}
      />
    </Block>
  );
}
