import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Role } from '../../../electron/contract/office/office.ts';
import type { StepRole } from '../../../electron/contract/routing/process.ts';
import { fold } from '../../../electron/domain/base/vietnamese.ts';
import { mayCall } from '../../../electron/domain/office/call-roles.ts';
import { desk } from '../../desk/client.ts';
import { useTexts } from '../../text/texts.ts';
import { Labelled, describedBy } from '../controls/Field.tsx';
import { Text } from '../layout/primitives.ts';

type ColleagueFieldProps = {
  readonly label: string;
  /** What the work asks of a person: nobody else is offered. */
  readonly role: StepRole;
  /** Who cannot be meant, as who has it now. */
  readonly except?: string | null;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  /** The username; while nobody is chosen what was typed, so that it is never silently left out. */
  readonly onChange: (to: string) => void;
};

/** A colleague by any words of their name, with or without marks; two of one name are told apart by their user names. */
export function ColleagueField({ label, role, except, hint, error, autoFocus, onChange }: ColleagueFieldProps) {
  const { holding, common } = useTexts();
  const texts = holding.colleague;
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<NamedColleague | null>(null);
  const { data, isPending } = useQuery(desk.account.colleagues.queryOptions({ input: {} }));
  const options = (data?.accounts ?? []).filter(
    (one) => mayCall(one.role, role) && one.username !== (except ?? undefined),
  );
  const wrong = text.trim() !== '' && chosen === null && error !== undefined ? texts.choose : error;
  const hints = [texts.hint(common.roles[role]), hint].filter((part) => part !== undefined).join(' ');
  return (
    <Labelled id={id} label={label} hint={hints} error={wrong}>
      <Autocomplete
        id={id}
        options={options}
        value={chosen}
        inputValue={text}
        autoHighlight
        sx={{ '& .MuiOutlinedInput-root.MuiInputBase-root': { paddingTop: 0, paddingBottom: 0 } }}
        clearOnBlur={false}
        loading={isPending}
        loadingText={texts.waiting}
        noOptionsText={texts.nobodyFound}
        openText={texts.open}
        closeText={texts.close}
        clearText={texts.clear}
        onKeyDown={(event) => {
          // Ctrl+Enter is the dialog's: it must not choose whoever stands first in an open list.
          if (event.ctrlKey || event.metaKey || event.altKey) event.defaultMuiPrevented = true;
        }}
        onInputChange={(_event, typed, reason) => {
          setText(typed);
          if (reason !== 'input') return;
          setChosen(null);
          onChange(typed.trim());
        }}
        onChange={(_event, one) => {
          setChosen(one);
          onChange(one?.username ?? '');
        }}
        getOptionLabel={({ fullName }) => fullName}
        getOptionKey={({ username }) => username}
        isOptionEqualToValue={(one, other) => one.username === other.username}
        filterOptions={(all, { inputValue }) =>
          chosen === null ? all.filter((one) => matchesColleague(one, inputValue)) : all
        }
        slots={{ paper: Paper }}
        slotProps={{ paper: { sx: { border: '1px solid var(--control)' } } }}
        renderOption={({ key, ...item }, { fullName, username, role: own }) => (
          <li key={key} {...item}>
            <Text as="span" grow weight={500}>
              {fullName}
            </Text>
            <Text as="span" tone="secondary" size="small" marginLeft={2}>
              {common.roles[own]} · {username}
            </Text>
          </li>
        )}
        renderInput={({ id: inputId, slotProps }) => (
          <OutlinedInput
            fullWidth
            autoFocus={autoFocus ?? false}
            error={wrong !== undefined}
            id={inputId}
            ref={slotProps.input.ref}
            endAdornment={slotProps.input.endAdornment}
            onMouseDown={slotProps.input.onMouseDown}
            inputProps={{
              ...slotProps.htmlInput,
              'aria-invalid': wrong !== undefined || undefined,
              'aria-describedby': describedBy(inputId, true, wrong !== undefined),
            }}
          />
        )}
      />
    </Labelled>
  );
}

export type NamedColleague = { readonly username: string; readonly fullName: string; readonly role: Role };

/** Every word that was typed begins a word of the name, marks or none, in any order; or the user name begins so. */
function matchesColleague({ fullName, username }: Pick<NamedColleague, 'fullName' | 'username'>, typed: string) {
  const names = fold(fullName).split(' ');
  const words = fold(typed).split(' ');
  return (
    words.every((word) => names.some((name) => name.startsWith(word))) ||
    username.startsWith(typed.trim().toLocaleLowerCase('vi'))
  );
}
