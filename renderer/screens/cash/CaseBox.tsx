import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { desk, deskClient } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { isComposing } from '../../parts/keys/shortcuts.ts';
import { useScanner } from '../../scanner/useScanner.ts';
import { useTexts } from '../../text/texts.ts';
import { idOfScan } from '../find/find-text.ts';
import { Column, Grid, Text } from '../../parts/layout/primitives.ts';

const limit = 8;
const listId = 'cash-hits';

export type CaseBoxHandle = { readonly focus: () => void };
type CaseBoxProps = { readonly onChoose: (caseId: string) => void; readonly ref: Ref<CaseBoxHandle> };

/** Whose money it is: a receipt under the scanner opens its case at once, anything typed is searched. */
export function CaseBox({ onChoose, ref }: CaseBoxProps) {
  const { cash, reception } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [row, setRow] = useState(0);
  const [note, setNote] = useState('');
  const text = typed.trim();
  const found = useQuery({
    ...desk.case.search.queryOptions({ input: { text, limit }, gcTime: 30_000 }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const hits = text === '' ? [] : (found.data?.hits ?? []);
  const current = Math.min(row, Math.max(0, hits.length - 1));

  useImperativeHandle(ref, () => ({
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  }));

  function search(wanted: string): void {
    setTyped(wanted);
    setRow(0);
    setNote('');
  }

  function choose(caseId: string): void {
    search('');
    onChoose(caseId);
  }

  async function openByCode(code: string): Promise<void> {
    search(code);
    const answer = await deskClient.case.search({ text: code, limit: 2 }).catch(() => undefined);
    const [hit, second] = answer?.hits ?? [];
    if (hit !== undefined && (second === undefined || hit.number === code)) choose(hit.caseId);
    else if (answer !== undefined && hit === undefined) setNote(cash.box.notHere(code));
  }

  useScanner({
    onScan: (scan) => (scan.shape === 'code' ? void openByCode(scan.text) : search(idOfScan(scan.text))),
    onInputMethod: () => setNote(reception.inputMethodOn),
  });

  /** Enter takes the answer to what is typed now, waiting for it if it is still under way. */
  async function chooseCurrent(): Promise<void> {
    if (text === '') return;
    const { data } = found.isPlaceholderData || found.data === undefined ? await found.refetch() : found;
    const hit = data?.hits[Math.min(row, (data?.hits.length ?? 1) - 1)];
    if (hit !== undefined) choose(hit.caseId);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setRow(Math.max(0, Math.min(hits.length - 1, current + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      void chooseCurrent();
    }
  }

  const nothing = text !== '' && found.data !== undefined && !found.isPlaceholderData && hits.length === 0;
  return (
    <Column gap={1} shrink={false}>
      <Field
        label={cash.box.label}
        hint={cash.box.hint}
        ref={input}
        value={typed}
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
        sx={{ fontSize: rem(16) }}
        inputProps={{
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': hits.length > 0,
          'aria-controls': listId,
          'aria-activedescendant': hits.length > 0 ? `${listId}-${current}` : undefined,
          maxLength: 200,
        }}
      />
      <StatusLine tone={note === '' ? 'plain' : 'late'}>{note === '' && nothing ? cash.box.none : note}</StatusLine>
      <FaultNote error={found.error} />
      <div id={listId} role="listbox" aria-label={cash.box.hits} hidden={hits.length === 0}>
        {hits.map((hit, at) => (
          <Grid
            columns="minmax(0, 1fr) auto"
            columnGap={2}
            padding={[1.5, 2.5]}
            radius={6}
            css={{ ...(at === current && { backgroundColor: 'var(--brand-soft)' }), cursor: 'pointer' }}
            key={hit.caseId}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === current}
            onMouseMove={() => setRow(at)}
            onClick={() => choose(hit.caseId)}
          >
            <Text weight={600}>
              {hit.applicantName}{' '}
              <Text as="span" weight={400} tone="secondary">
                {hit.idNumberMasked}
              </Text>
            </Text>
            <StatusChip status={hit.status} />
            <Text lines={1} size="note" across>
              {hit.number} · {hit.procedureName}
            </Text>
          </Grid>
        ))}
      </div>
    </Column>
  );
}
