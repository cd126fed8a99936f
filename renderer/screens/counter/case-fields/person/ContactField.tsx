import { Field } from '../../../../parts/controls/Field.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { useFieldId } from '../field-id.ts';
import { tidied } from '../receive-input.ts';
import type { FormPartProps } from '../reception-state.ts';

const keyboards = { phone: 'tel', email: 'email' } as const;

/** Where the applicant is reached. */
export function ContactField({
  name,
  form,
  dispatch,
  errorOf,
  onLeave,
}: FormPartProps & { readonly name: 'phone' | 'email' }) {
  const texts = useTexts().reception.who;
  const fieldId = useFieldId();
  return (
    <Field
      label={texts[name]}
      id={fieldId(`applicant.${name}`)}
      value={form.applicant[name]}
      onChange={(event) => dispatch({ type: 'person-typed', who: 'applicant', change: { [name]: event.target.value } })}
      onBlur={() => {
        const tidy = tidied(name, form.applicant[name]);
        if (tidy !== form.applicant[name])
          dispatch({ type: 'person-typed', who: 'applicant', change: { [name]: tidy } });
        onLeave?.(`applicant.${name}`);
      }}
      error={errorOf(`applicant.${name}`)}
      inputProps={{ inputMode: keyboards[name] }}
    />
  );
}
