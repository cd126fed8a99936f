import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { rem } from '../../../look/theme.ts';
import { Labelled, describedBy } from '../../../parts/controls/Field.tsx';
import type { ReceptionForm } from '../reception-form.ts';

/** A commune of the list by its code; another agency has its name and no code. */
export type Agency = NonNullable<ReceptionForm['competent']>;

type AgencyFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: Agency | null;
  readonly onChange: (value: Agency | null) => void;
  readonly id?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
};

/** A commune of the whole country by any words of its name, or another agency as typed. */
export function AgencyField({ label, hint, value, onChange, id, error, autoFocus = false }: AgencyFieldProps) {
  const own = useId();
  const fieldId = id ?? own;
  const [text, setText] = useState(value?.name ?? '');
  // What was chosen from the list needs no list any more; what is typed may still be a commune.
  const chosen = value !== null && value.code !== '' && value.name === text;
  const found = useQuery(
    desk.office.findUnits.queryOptions({
      input: { text },
      enabled: text.trim().length > 1 && !chosen,
      placeholderData: keepPreviousData,
    }),
  );
  const options: readonly Agency[] = (found.data?.units ?? []).map(({ code, fullName, province }) => ({
    code,
    name: `${fullName}, ${province}`,
  }));
  return (
    <Labelled id={fieldId} label={label} hint={hint} error={error}>
      <Autocomplete
        id={fieldId}
        freeSolo
        options={options}
        value={value}
        inputValue={text}
        onInputChange={(_event, typed, reason) => {
          setText(typed);
          // What is typed and not chosen is the name of an agency.
          if (reason !== 'input') return;
          onChange(typed.trim() === '' ? null : { code: '', name: typed });
        }}
        onChange={(_event, chosen) => {
          if (chosen !== null && typeof chosen !== 'string') onChange(chosen);
          if (chosen === null) onChange(null);
        }}
        getOptionLabel={(one) => (typeof one === 'string' ? one : one.name)}
        getOptionKey={(one) => (typeof one === 'string' ? one : one.code)}
        isOptionEqualToValue={(one, other) => typeof other !== 'string' && one.code === other.code}
        filterOptions={(all) => all}
        // As high as the boxes beside it.
        sx={{
          '& .MuiOutlinedInput-root': { padding: `0 ${rem(28)} 0 0` },
          '& .MuiOutlinedInput-input.MuiAutocomplete-input': { padding: `${rem(8)} ${rem(11)}` },
        }}
        slots={{ paper: Paper }}
        slotProps={{ paper: { sx: { border: '1px solid var(--control)' } } }}
        renderInput={({ id: inputId, slotProps }) => (
          <OutlinedInput
            fullWidth
            autoFocus={autoFocus}
            id={inputId}
            error={error !== undefined}
            ref={slotProps.input.ref}
            endAdornment={slotProps.input.endAdornment}
            onMouseDown={slotProps.input.onMouseDown}
            inputProps={{
              ...slotProps.htmlInput,
              'aria-invalid': error !== undefined || undefined,
              'aria-describedby': describedBy(inputId, true, error !== undefined),
            }}
          />
        )}
      />
    </Labelled>
  );
}
