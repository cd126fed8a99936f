import type { ReactNode } from 'react';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Column } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import type { FormPartProps } from '../reception-state.ts';
import { ContactField } from './ContactField.tsx';
import { DeliveryAddress, DeliveryChoice } from './DeliveryFields.tsx';
import { PersonFields } from './PersonFields.tsx';
import { SubmitterButton, SubmitterFields } from './SubmitterFields.tsx';

type WhoPanelProps = FormPartProps & {
  /** Whether the e-mail is asked for beside the phone. */
  readonly email?: boolean;
  readonly aside?: ReactNode;
};

/** Whose file it is and how the result goes to them, where it is written down from a paper and nobody stands there. */
export function WhoPanel({ email = false, aside, ...part }: WhoPanelProps) {
  const texts = useTexts().reception.who;
  const { form, dispatch, errorOf } = part;
  return (
    <Panel title={texts.title} aside={aside}>
      <Column gap={2}>
        <PersonFields
          who="applicant"
          person={form.applicant}
          errorOf={errorOf}
          onChange={(change) => dispatch({ type: 'person-typed', who: 'applicant', change })}
        />
        <ContactField name="phone" {...part} />
        {email && <ContactField name="email" {...part} />}
        <DeliveryChoice {...part} />
        <DeliveryAddress {...part} />
        <SubmitterButton form={form} dispatch={dispatch} />
        <SubmitterFields {...part} />
      </Column>
    </Panel>
  );
}
