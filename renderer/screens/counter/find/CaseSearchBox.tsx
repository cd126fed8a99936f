import { rem, typeSizes } from '../../../look/theme.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { noRow } from '../../../parts/list/cursor.ts';
import type { useCaseSearch } from './useCaseSearch.ts';

type CaseSearchBoxProps = {
  readonly search: ReturnType<typeof useCaseSearch>;
  readonly label: string;
  readonly hint: string;
  /** The id of the list beneath it. */
  readonly listId: string;
  readonly size: 'lead' | 'title';
};

/** The box of `useCaseSearch`. It keeps the focus while arrows move in the list beneath it. */
export function CaseSearchBox({ search, label, hint, listId, size }: CaseSearchBoxProps) {
  const { box, typed, rows, current, search: look, onKeyDown } = search;
  const open = rows.length > 0;
  return (
    <Field
      label={label}
      hint={hint}
      ref={box}
      value={typed}
      onChange={(event) => look(event.target.value)}
      onKeyDown={onKeyDown}
      sx={{ fontSize: rem(typeSizes[size]), flexShrink: 0 }}
      inputProps={{
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': open,
        'aria-controls': listId,
        'aria-activedescendant': open && current !== noRow ? `${listId}-${current}` : undefined,
        maxLength: 400,
      }}
    />
  );
}
