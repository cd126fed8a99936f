import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { ChoiceField } from '../../../../parts/controls/ChoiceField.tsx';
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
export function AgencyField({ value, onChange, ...field }: AgencyFieldProps) {
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
    <ChoiceField
      {...field}
      free
      options={options}
      value={value}
      text={text}
      keyOf={({ code }) => code}
      nameOf={({ name }) => name}
      onText={(typed, byHand) => {
        setText(typed);
        // What is typed and not chosen is the name of an agency.
        if (byHand) onChange(typed.trim() === '' ? null : { code: '', name: typed });
      }}
      onChoose={onChange}
    />
  );
}
