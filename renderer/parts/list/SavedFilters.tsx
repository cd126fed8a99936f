import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type SavedFilter, mostFilters } from '../../../electron/contract/common/office/saved-filter.ts';
import { desk } from '../../desk/client.ts';
import { type Place, calledFilter, usePlace } from '../../desk/places.ts';
import { useTexts } from '../../text/texts.ts';
import { FaultNote } from '../controls/FaultNote.tsx';
import { Field } from '../controls/Field.tsx';
import { Dialog } from '../dialog/Dialog.tsx';
import { KeyCap, ariaKeys } from '../keys/KeyCap.tsx';
import { ActiveContext, useShortcuts } from '../keys/shortcuts.ts';
import { Block, Row, Text } from '../layout/primitives.ts';

type SavedFiltersProps = {
  readonly screen: SavedFilter['screen'];
  /** What is asked for now, under a name; null where there is nothing to keep. */
  readonly named: ((name: string) => SavedFilter) | null;
  readonly onCall: (filter: SavedFilter) => void;
};

/** The filters of a list that somebody named for themselves, each with a key; Ctrl+S names what is asked for now. They are kept with the person at the desk. */
export function SavedFilters({ screen, named, onCall }: SavedFiltersProps) {
  const { savedFilters: texts } = useTexts();
  const [naming, setNaming] = useState(false);
  const { mine } = useMine(screen, Infinity);
  useCalled(screen, onCall);
  useShortcuts([
    ...mine.map((filter, at) => ({
      keys: `Alt+Shift+${at + 1}`,
      label: texts.call(filter.name),
      run: () => onCall(filter),
    })),
    { keys: 'Ctrl+S', label: texts.save, run: () => setNaming(true) },
  ]);
  return (
    <Row as="section" aria-label={texts.title} wrap gap={1.5} align="center" shrink={false}>
      {mine.map((filter, at) => (
        <Button
          key={filter.name}
          size="small"
          onClick={() => onCall(filter)}
          aria-keyshortcuts={ariaKeys(`Alt+Shift+${at + 1}`)}
        >
          {filter.name} <KeyCap keys={`Alt+Shift+${at + 1}`} />
        </Button>
      ))}
      <Button size="small" variant="text" onClick={() => setNaming(true)} aria-keyshortcuts={ariaKeys('Ctrl+S')}>
        {texts.save} <KeyCap keys="Ctrl+S" />
      </Button>
      {naming && <FiltersDialog screen={screen} named={named} onClose={() => setNaming(false)} />}
    </Row>
  );
}

/** Calls the filter that this screen was opened with: once, however often somebody comes back to it from what was opened there. */
function useCalled(screen: SavedFilter['screen'], onCall: SavedFiltersProps['onCall']): void {
  const { place } = usePlace();
  const active = useContext(ActiveContext);
  const done = useRef<Place>(undefined);
  const call = useEffectEvent(onCall);
  useEffect(() => {
    const filter = calledFilter(place);
    if (!active || filter?.screen !== screen || done.current === place) return;
    done.current = place;
    call(filter);
  }, [active, place, screen]);
}

/** The saved filters of one list, as far as they are known here. @param staleTime so long (milliseconds) an answer is shown without asking again */
function useMine(screen: SavedFilter['screen'], staleTime: number) {
  const { data, error } = useQuery(desk.preference.mine.queryOptions({ input: {}, staleTime }));
  return { mine: data?.filters.filter((filter) => filter.screen === screen) ?? [], error };
}

type FiltersDialogProps = Pick<SavedFiltersProps, 'screen' | 'named'> & { readonly onClose: () => void };

/**
 * Names what is chosen now, and removes what was named. What is shown may be old or not there yet: another window saved meanwhile, the answer is on its way. So
 * the desk is told the one filter that changes, never a list; for the same reason one `remove` need not wait for another.
 */
function FiltersDialog({ screen, named, onClose }: FiltersDialogProps) {
  const { savedFilters: texts } = useTexts();
  const [name, setName] = useState('');
  const { mine, error } = useMine(screen, 0);
  const keep = useMutation(desk.preference.saveFilter.mutationOptions());
  const remove = useMutation(desk.preference.removeFilter.mutationOptions());

  function save(): void {
    if (named === null || name.trim() === '') return;
    keep.mutate({ filter: named(name.trim()) }, { onSuccess: onClose });
  }

  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      act={{ label: texts.save, onAct: save, disabled: named === null || name.trim() === '' || keep.isPending }}
    >
      <Field
        label={texts.name}
        hint={named === null ? texts.nothing : texts.hint(mostFilters)}
        value={name}
        autoFocus
        onChange={(event) => setName(event.target.value)}
        inputProps={{ maxLength: 40 }}
      />
      <FaultNote error={keep.error ?? remove.error ?? error} />
      {mine.length > 0 && (
        <Block as="ul">
          {mine.map((filter, at) => (
            <Row as="li" key={filter.name} align="center" gap={2} line="top" padding={[1, 0]}>
              <KeyCap keys={`Alt+Shift+${at + 1}`} />
              <Text grow>{filter.name}</Text>
              <Button
                size="small"
                aria-label={`${texts.remove}: ${filter.name}`}
                onClick={() => remove.mutate({ screen, name: filter.name })}
              >
                {texts.remove}
              </Button>
            </Row>
          ))}
        </Block>
      )}
    </Dialog>
  );
}
