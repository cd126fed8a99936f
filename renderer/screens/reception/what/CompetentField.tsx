import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Labelled, describedBy } from '../../../parts/controls/Field.tsx';
import { useTexts } from '../../../text/texts.ts';
import type { ReceptionForm } from '../reception-form.ts';
import { Block } from '../../../parts/layout/primitives.ts';

type Competent = NonNullable<ReceptionForm['competent']>;
type CompetentFieldProps = { readonly value: Competent | null; readonly onChange: (value: Competent | null) => void };

/** Opened by one key: nine files in ten are decided here. */
export function CompetentField({ value, onChange }: CompetentFieldProps) {
  const { reception } = useTexts();
  const [open, setOpen] = useState(false);
  if (open || value !== null) return <Chooser value={value} onChange={onChange} />;
  return (
    <Block shrink={false}>
      <ActionButton keys="Alt+U" label={reception.competent.open} onAct={() => setOpen(true)} />
    </Block>
  );
}

/** A commune of the whole country by any words of its name, or another agency as typed. */
function Chooser({ value, onChange }: CompetentFieldProps) {
  const { competent } = useTexts().reception;
  const id = useId();
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
  const options: readonly Competent[] = (found.data?.units ?? []).map(({ code, fullName, province }) => ({
    code,
    name: `${fullName}, ${province}`,
  }));
  return (
    <Labelled id={id} label={competent.label} hint={competent.hint}>
      <Autocomplete
        id={id}
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
        slots={{ paper: Paper }}
        slotProps={{ paper: { sx: { border: '1px solid var(--control)' } } }}
        renderInput={({ id: inputId, slotProps }) => (
          <OutlinedInput
            fullWidth
            autoFocus={value === null}
            id={inputId}
            ref={slotProps.input.ref}
            endAdornment={slotProps.input.endAdornment}
            onMouseDown={slotProps.input.onMouseDown}
            inputProps={{ ...slotProps.htmlInput, 'aria-describedby': describedBy(inputId, true, false) }}
          />
        )}
      />
    </Labelled>
  );
}
