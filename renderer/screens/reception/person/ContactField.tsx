import { Field } from '../../../parts/controls/Field.tsx';
import { useTexts } from '../../../text/texts.ts';
import { useFieldId } from '../field-id.ts';
import type { FormPartProps } from '../reception-state.ts';

const keyboards = { phone: 'tel', email: 'email' } as const;

/** Where the applicant is reached. */
export function ContactField({ name, form, dispatch, errorOf }: FormPartProps & { readonly name: 'phone' | 'email' }) {
  const texts = useTexts().reception.who;
  const fieldId = useFieldId();
  return (
    <Field
      label={texts[name]}
      id={fieldId(`applicant.${name}`)}
      value={form.applicant[name]}
      onChange={(event) => dispatch({ type: 'person-typed', who: 'applicant', change: { [name]: event.target.value } })}
      error={errorOf(`applicant.${name}`)}
      inputProps={{ inputMode: keyboards[name] }}
    />
  );
}
