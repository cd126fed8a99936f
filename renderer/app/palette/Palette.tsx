import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import { printedNumber } from '../../../electron/domain/base/numbering.ts';
import { fold, initials } from '../../../electron/domain/base/vietnamese.ts';
import { desk, queries } from '../../desk/client.ts';
import type { SavedFilter } from '../../../electron/contract/common/office/saved-filter.ts';
import { type Place, placeOfFilter, usePlace } from '../../desk/places.ts';
import { Field } from '../../parts/controls/Field.tsx';
import { matchesWords } from '../../parts/controls/word-match.ts';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { RegistryContext, type Shortcut } from '../../parts/keys/shortcuts.ts';
import { Text } from '../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../parts/list/ChoiceList.tsx';
import { useListCursor } from '../../parts/list/cursor.ts';
import { useTexts } from '../../text/texts.ts';
import {
  type UsedActs,
  findUsedActs,
  isLookedFor,
  keepUsedActs,
  mostUsedFirst,
  nameOfAct,
  paletteKeys,
  usedOnce,
  weightOf,
} from './used-acts.ts';

/** Fewer letters name too many cases. */
const caseLetters = 2;
const mostCases = 6;
/** So much of what is used, and so many cases, stand above the rest of an empty box. */
const mostInFront = 6;

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
  /** Whether cases, and the lists of them, are looked for too. */
  readonly cases: boolean;
  /** The screen one stands at, and what this person uses there and everywhere. */
  readonly screen: string;
  readonly used: UsedActs;
  readonly onUsed: (act: Shortcut) => void;
  /** Cases that were opened since this person signed in, the latest first: their numbers, and nothing else of them. */
  readonly opened: readonly { readonly caseId: string; readonly number: string }[];
  readonly onClose: () => void;
};

/** One box for everything: an act of this screen, another screen, a saved filter of any list, or a case, by a few letters; Enter does it. */
export function Palette({ acts, cases, screen, used, onUsed, opened, onClose }: PaletteProps) {
  const { common, frame, petition, savedFilters } = useTexts();
  const { go } = usePlace();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useQuery({
    ...desk.case.search.queryOptions({ input: { text, limit: mostCases }, gcTime: 30_000 }),
    enabled: cases && text.length >= caseLetters,
    placeholderData: keepPreviousData,
  });
  const mine = useQuery({
    ...desk.preference.mine.queryOptions({ input: {}, staleTime: Infinity }),
    enabled: cases,
  });
  const hits = text.length >= caseLetters ? (found.data?.hits ?? []) : [];
  const doableActs = mostUsedFirst(doable(acts), used, screen).map((act) => ({
    key: `${act.keys} ${act.label}`,
    label: act.label,
    names: [act.label],
    keys: act.keys,
    run: () => {
      onUsed(act);
      act.run();
    },
    isUsed: weightOf(act, used, screen) > 0,
  }));
  const listNames: Readonly<Record<SavedFilter['screen'], string>> = {
    find: frame.find,
    register: frame.register,
    petition: petition.title,
    'my-work': frame.myWork,
  };
  // Those of the list in front have a key there, and stand among its acts. No name is remembered: it may be a citizen's.
  const filters = (mine.data?.filters ?? [])
    .map((filter) => ({ filter, label: savedFilters.call(filter.name) }))
    .filter(({ filter, label }) => filter.screen !== screen || acts.every((act) => act.label !== label))
    .map(({ filter, label }) => ({
      key: `filter ${filter.screen} ${filter.name}`,
      label,
      names: [filter.name, label],
      note: listNames[filter.screen],
      run: () => go(placeOfFilter(filter)),
      isUsed: false,
    }));
  const meant = [...doableActs, ...filters]
    .map((item) => ({ ...item, fits: text === '' ? 0 : Math.min(...item.names.map((name) => fitOf(text, name))) }))
    .filter(({ fits }) => fits !== noFit)
    // What fits better first, and of what fits alike what is used more.
    .toSorted((a, b) => a.fits - b.fits);
  const front = text === '' ? Math.min(mostInFront, meant.filter(({ isUsed }) => isUsed).length) : meant.length;
  const items: readonly Item[] = [
    ...meant.slice(0, front),
    ...(text === '' ? opened.slice(0, mostInFront) : []).map(({ caseId, number }) => ({
      key: caseId,
      label: number,
      note: frame.paletteOpened,
      run: () => go({ screen: 'case', caseId }),
    })),
    ...meant.slice(front),
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

/** So many cases that were opened are remembered, until this person leaves. */
const mostOpened = 12;

/** What the palette knows of this person: which acts they use, by key and by the palette alike, and the cases they opened since they signed in. */
export function usePaletteMemory(username: string, place: Place) {
  const registry = useContext(RegistryContext);
  // Nothing is drawn of it until the palette is opened.
  const used = useRef<UsedActs | null>(null);
  const [caseIds, setCaseIds] = useState<readonly string[]>([]);
  const inFront = place.screen === 'case' ? place.caseId : undefined;
  if (inFront !== undefined && caseIds[0] !== inFront)
    setCaseIds([inFront, ...caseIds.filter((caseId) => caseId !== inFront)].slice(0, mostOpened));

  function note(act: Shortcut): void {
    used.current = usedOnce(used.current ?? findUsedActs(username), nameOfAct(act, place.screen));
    keepUsedActs(username, used.current);
  }
  const noteKey = useEffectEvent((act: Shortcut) => {
    if (act.helpOnly !== true && act.repeats !== true && isLookedFor(act)) note(act);
  });
  useEffect(() => registry?.watch(noteKey), [registry]);

  /** Numbers as the screens still know them: none is kept for this. */
  function opened(): readonly { readonly caseId: string; readonly number: string }[] {
    return caseIds.flatMap((caseId) => {
      const view = queries.getQueryData(desk.case.get.queryKey({ input: { caseId } }));
      return view === undefined || caseId === inFront ? [] : [{ caseId, number: printedNumber(view.state.number) }];
    });
  }

  return { used: () => (used.current ??= findUsedActs(username)), note, opened };
}

/** What may be done now, what is on this screen first; of two keys for one act the first. */
function doable(acts: readonly Shortcut[]): readonly Shortcut[] {
  const may = acts.filter(
    ({ helpOnly, disabled, repeats, keys }) =>
      helpOnly !== true && disabled !== true && repeats !== true && keys !== paletteKeys,
  );
  const inOrder = [
    ...may.filter(({ everywhere }) => everywhere !== true),
    ...may.filter(({ everywhere }) => everywhere === true),
  ];
  const labels = inOrder.map(({ label }) => label);
  return inOrder.filter(({ label }, at) => labels.indexOf(label) === at);
}

const noFit = 3;

/** How well a label fits what is typed: it begins so, its words do, or their first letters are these («tn» is Tiếp nhận). The less the better. */
function fitOf(typed: string, label: string): number {
  if (fold(label).startsWith(fold(typed))) return 0;
  if (matchesWords(typed, label)) return 1;
  return initials(label).startsWith(fold(typed).replaceAll(' ', '')) ? 2 : noFit;
}
