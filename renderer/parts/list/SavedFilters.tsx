import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type SavedFilter, mostFilters } from '../../../electron/contract/common/office/preference.ts';
import { desk } from '../../desk/client.ts';
import { useTexts } from '../../text/texts.ts';
import { FaultNote } from '../controls/FaultNote.tsx';
import { Field } from '../controls/Field.tsx';
import { Dialog } from '../dialog/Dialog.tsx';
import { KeyCap, ariaKeys } from '../keys/KeyCap.tsx';
import { useShortcuts } from '../keys/shortcuts.ts';
import { Block, Row, Text } from '../layout/primitives.ts';

type SavedFiltersProps = {
  readonly screen: SavedFilter['screen'];
  /** What is asked for now, under a name; null where there is nothing to keep. */
  readonly named: ((name: string) => SavedFilter) | null;
  readonly onCall: (filter: SavedFilter) => void;
};

/** The filters of a list that somebody named for themselves, each with a key; Ctrl+S names what is asked for now. They are kept with the person at the desk. */
export function SavedFilters({ screen, named, onCall }: SavedFiltersProps) {
  const { filters: texts } = useTexts();
  const [naming, setNaming] = useState(false);
  const { data } = useQuery(desk.preference.mine.queryOptions({ input: {}, staleTime: Infinity }));
  const all = data?.filters ?? [];
  const mine = all.filter((filter) => filter.screen === screen);
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
      {naming && <FiltersDialog all={all} mine={mine} named={named} onClose={() => setNaming(false)} />}
    </Row>
  );
}

type FiltersDialogProps = Pick<SavedFiltersProps, 'named'> & {
  readonly all: readonly SavedFilter[];
  readonly mine: readonly SavedFilter[];
  readonly onClose: () => void;
};

function FiltersDialog({ all, mine, named, onClose }: FiltersDialogProps) {
  const { filters: texts } = useTexts();
  const [name, setName] = useState('');
  const keep = useMutation(desk.preference.keep.mutationOptions());

  function save(): void {
    if (named === null || name.trim() === '') return;
    const filter = named(name.trim());
    // The same name again is another filter under it, at the same key.
    const at = all.findIndex((one) => one.screen === filter.screen && one.name === filter.name);
    const next = at === -1 ? [...all, filter] : all.with(at, filter);
    keep.mutate({ filters: next }, { onSuccess: onClose });
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
      <FaultNote error={keep.error} />
      {mine.length > 0 && (
        <Block as="ul">
          {mine.map((filter, at) => (
            <Row as="li" key={filter.name} align="center" gap={2} line="top" padding={[1, 0]}>
              <KeyCap keys={`Alt+Shift+${at + 1}`} />
              <Text grow>{filter.name}</Text>
              <Button
                size="small"
                aria-label={`${texts.remove}: ${filter.name}`}
                onClick={() => keep.mutate({ filters: all.filter((one) => one !== filter) })}
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
