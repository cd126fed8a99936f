import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import { type ReactNode, useId } from 'react';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { Labelled, describedBy } from './Field.tsx';
import { matchesWords } from './word-match.ts';

type ChoiceFieldProps<Option> = {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  readonly autoFocus?: boolean;
  readonly options: readonly Option[];
  /** What was chosen of them, and what stands in the box. */
  readonly value: Option | null;
  readonly text: string;
  readonly keyOf: (option: Option) => string;
  readonly nameOf: (option: Option) => string;
  /** What an option is found by, as words; left out where whoever gives the options has looked for them. */
  readonly wordsOf?: (option: Option) => string;
  /** An option in the list; its name when nothing is said. */
  readonly show?: (option: Option) => ReactNode;
  /** Said where nothing is found, and while the options are waited for. */
  readonly none?: string;
  readonly waiting?: string | undefined;
  /** What is typed counts as it stands: the list only helps. */
  readonly free?: boolean;
  /** What is typed and names nothing stays, to be seen and put right. */
  readonly keepsTyped?: boolean;
  /** A key of the mouse shows the whole list. */
  readonly opens?: boolean;
  /** The box says something else now; `byHand` where somebody typed it, and it was not chosen. */
  readonly onText: (text: string, byHand: boolean) => void;
  readonly onChoose: (option: Option | null) => void;
};

/** As high as the boxes beside it. */
const asHighAsOthers = {
  '& .MuiOutlinedInput-root': { padding: `0 ${rem(40)} 0 0` },
  '& .MuiOutlinedInput-input.MuiAutocomplete-input': { padding: `${rem(8)} ${rem(11)}` },
};
const withTwoButtons = { '& .MuiOutlinedInput-root.MuiInputBase-root': { paddingTop: 0, paddingBottom: 0 } };

/** One of many, found by any words of its name, with or without marks. */
export function ChoiceField<Option>(props: ChoiceFieldProps<Option>) {
  const { label, hint, error, id, autoFocus = false, options, value, text } = props;
  const { keyOf, nameOf, wordsOf, show = nameOf, none, waiting, free = false, opens = false } = props;
  const { keepsTyped = free, onText, onChoose } = props;
  const { list } = useTexts().common;
  const own = useId();
  const fieldId = id ?? own;
  const wrong = error !== undefined;

  function found(all: Option[]): Option[] {
    const isChosen = value !== null && nameOf(value) === text;
    return wordsOf === undefined || isChosen ? all : all.filter((one) => matchesWords(text, wordsOf(one)));
  }

  return (
    <Labelled id={fieldId} label={label} hint={hint} error={error}>
      <Autocomplete<Option, false, false, boolean>
        id={fieldId}
        freeSolo={free}
        options={options}
        value={value}
        inputValue={text}
        autoHighlight={!free}
        clearOnBlur={!keepsTyped}
        forcePopupIcon={opens}
        loading={waiting !== undefined}
        loadingText={waiting}
        noOptionsText={none}
        openText={list.open}
        closeText={list.close}
        clearText={list.clear}
        onKeyDown={(event) => {
          // Ctrl+Enter is the dialog's: it must not choose what stands first in an open list.
          if (event.ctrlKey || event.metaKey || event.altKey) event.defaultMuiPrevented = true;
        }}
        onInputChange={(_event, typed, reason) => onText(typed, reason === 'input')}
        onChange={(_event, one) => {
          if (typeof one !== 'string') onChoose(one);
        }}
        getOptionLabel={(one) => (typeof one === 'string' ? one : nameOf(one))}
        getOptionKey={(one) => (typeof one === 'string' ? one : keyOf(one))}
        isOptionEqualToValue={(one, other) => typeof other !== 'string' && keyOf(one) === keyOf(other)}
        filterOptions={found}
        sx={opens ? withTwoButtons : asHighAsOthers}
        slots={{ paper: Paper }}
        slotProps={{ paper: { sx: { border: '1px solid var(--control)' } } }}
        renderOption={({ key, ...item }, one) => (
          <li key={key} {...item}>
            {show(one)}
          </li>
        )}
        renderInput={({ id: inputId, slotProps }) => (
          <OutlinedInput
            fullWidth
            autoFocus={autoFocus}
            error={wrong}
            id={inputId}
            ref={slotProps.input.ref}
            endAdornment={slotProps.input.endAdornment}
            onMouseDown={slotProps.input.onMouseDown}
            inputProps={{
              ...slotProps.htmlInput,
              'aria-invalid': wrong || undefined,
              'aria-describedby': describedBy(inputId, true, wrong),
            }}
          />
        )}
      />
    </Labelled>
  );
}
