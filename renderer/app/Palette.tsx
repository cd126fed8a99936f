import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fold, initials } from '../../electron/domain/base/vietnamese.ts';
import { desk } from '../desk/client.ts';
import { usePlace } from '../desk/places.ts';
import { Field } from '../parts/controls/Field.tsx';
import { matchesWords } from '../parts/controls/word-match.ts';
import { Dialog } from '../parts/dialog/Dialog.tsx';
import { KeyCap } from '../parts/keys/KeyCap.tsx';
import type { Shortcut } from '../parts/keys/shortcuts.ts';
import { Text } from '../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../parts/list/ChoiceList.tsx';
import { useListCursor } from '../parts/list/cursor.ts';
import { useTexts } from '../text/texts.ts';

/** Fewer letters name too many cases. */
const caseLetters = 2;
const mostCases = 6;

type Item = {
  readonly key: string;
  readonly label: string;
  readonly keys?: string;
  readonly note?: string;
  readonly run: () => void;
};

type PaletteProps = {
  /** What can be done where one stands, and where one can go: the keys of the screen in front, as F1 lists them. */
  readonly acts: readonly Shortcut[];
  /** Whether cases are looked for too. */
  readonly cases: boolean;
  readonly onClose: () => void;
};

/** One box for everything: an act of this screen, another screen, or a case, by a few letters; Enter does it. */
export function Palette({ acts, cases, onClose }: PaletteProps) {
  const { common, frame } = useTexts();
  const { go } = usePlace();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useQuery({
    ...desk.case.search.queryOptions({ input: { text, limit: mostCases }, gcTime: 30_000 }),
    enabled: cases && text.length >= caseLetters,
    placeholderData: keepPreviousData,
  });
  const hits = text.length >= caseLetters ? (found.data?.hits ?? []) : [];
  const items: readonly Item[] = [
    ...doable(acts)
      .filter(({ label }) => text === '' || isMeant(text, label))
      .map(({ keys, label, run }) => ({ key: `${keys} ${label}`, label, keys, run })),
    ...hits.map(({ caseId, number, applicantName, procedureName }) => ({
      key: caseId,
      label: `${number} · ${applicantName}`,
      note: procedureName,
      run: () => go({ screen: 'case', caseId }),
    })),
  ];
  const cursor = useListCursor(items.length, { page: 8, acts: { Enter: () => choose(items[cursor.current]) } });

  function choose(item: Item | undefined): void {
    if (item === undefined) return;
    onClose();
    // After the dialog has given the focus back: what the act itself looks at keeps it.
    requestAnimationFrame(() => item.run());
  }

  return (
    <Dialog title={frame.palette} onClose={onClose} act={null} closeLabel={common.close}>
      <Field
        label={frame.paletteSay}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          cursor.reset();
        }}
        inputProps={{
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': 'palette',
          'aria-activedescendant': items.length === 0 ? undefined : `palette-${cursor.current}`,
          onKeyDown: cursor.onKeyDown,
        }}
      />
      {items.length === 0 ? (
        <Text tone="secondary" role="status">
          {frame.paletteNone}
        </Text>
      ) : (
        <ChoiceList id="palette" label={frame.palette} current={cursor.current} maxHeight={360}>
          {items.map((item, index) => (
            <Choice
              key={item.key}
              id={`palette-${index}`}
              current={index === cursor.current}
              onCurrent={() => cursor.setRow(index)}
              onChoose={() => choose(item)}
              columns="minmax(0, 1fr) auto"
              columnGap={3}
              padding={[1, 2]}
            >
              <div>
                <Text weight={500}>{item.label}</Text>
                {item.note !== undefined && (
                  <Text size="small" tone="secondary" lines={1}>
                    {item.note}
                  </Text>
                )}
              </div>
              {item.keys !== undefined && <KeyCap keys={item.keys} quiet />}
            </Choice>
          ))}
        </ChoiceList>
      )}
    </Dialog>
  );
}

/** What may be done now, what is on this screen first; of two keys for one act the first. */
function doable(acts: readonly Shortcut[]): readonly Shortcut[] {
  const may = acts.filter(
    ({ helpOnly, disabled, repeats, keys }) =>
      helpOnly !== true && disabled !== true && repeats !== true && keys !== 'Ctrl+K',
  );
  const inOrder = [
    ...may.filter(({ everywhere }) => everywhere !== true),
    ...may.filter(({ everywhere }) => everywhere === true),
  ];
  const labels = inOrder.map(({ label }) => label);
  return inOrder.filter(({ label }, at) => labels.indexOf(label) === at);
}

/** By the beginnings of its words, or by their first letters: «tn» is Tiếp nhận. */
function isMeant(typed: string, label: string): boolean {
  return matchesWords(typed, label) || initials(label).startsWith(fold(typed).replaceAll(' ', ''));
}
