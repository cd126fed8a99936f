import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { fold } from '../../../electron/domain/base/vietnamese.ts';
import { desk } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { Labelled, describedBy } from '../../parts/controls/Field.tsx';
import { useTexts } from '../../text/texts.ts';

export type Unit = { readonly code: string; readonly name: string; readonly fullName: string; readonly type: string };

type UnitFieldProps = {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (unit: Unit | undefined) => void;
};

/** One of the city's units by its name, marks or not, in any order of words, or by its code. */
function matching(units: readonly Unit[], text: string): Unit[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  return units.filter((unit) => {
    const where = `${fold(unit.fullName)} ${unit.code}`;
    return words.every((word) => where.includes(word));
  });
}

export function UnitField({ value, error, onChange }: UnitFieldProps) {
  const { firstRun } = useTexts();
  const id = useId();
  const { data } = useQuery(desk.office.units.queryOptions({ input: {}, staleTime: Infinity }));
  const units = data?.units ?? [];
  const chosen = units.find((unit) => unit.code === value) ?? null;
  return (
    <Labelled id={id} label={firstRun.unit} hint={firstRun.unitHint(units.length)} error={error}>
      <Autocomplete
        id={id}
        options={units}
        value={chosen}
        onChange={(_event, unit) => onChange(unit ?? undefined)}
        getOptionLabel={(unit) => unit.fullName}
        getOptionKey={(unit) => unit.code}
        isOptionEqualToValue={(one, other) => one.code === other.code}
        filterOptions={(options, { inputValue }) =>
          matching(options, chosen?.fullName === inputValue ? '' : inputValue)
        }
        noOptionsText={firstRun.unitNone}
        autoHighlight
        openOnFocus={false}
        forcePopupIcon={false}
        sx={{
          '& .MuiOutlinedInput-root': { padding: `0 ${rem(28)} 0 0` },
          '& .MuiOutlinedInput-input.MuiAutocomplete-input': { padding: `${rem(8)} ${rem(11)}` },
        }}
        slots={{ paper: Paper }}
        slotProps={{ paper: { sx: { border: '1px solid var(--control)' } } }}
        renderInput={({ id: inputId, slotProps }) => (
          <OutlinedInput
            fullWidth
            autoFocus
            id={inputId}
            ref={slotProps.input.ref}
            endAdornment={slotProps.input.endAdornment}
            onMouseDown={slotProps.input.onMouseDown}
            error={error !== undefined}
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
