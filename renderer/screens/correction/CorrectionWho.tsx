import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { ContactField } from '../reception/ContactField.tsx';
import { DeliveryAddress, DeliveryChoice } from '../reception/DeliveryFields.tsx';
import { PersonFields } from '../reception/PersonFields.tsx';
import { SubmitterButton, SubmitterFields } from '../reception/SubmitterFields.tsx';
import type { CorrectionHook } from './useCorrection.ts';
import { Column } from '../../parts/layout/primitives.ts';

type CorrectionWhoProps = {
  readonly hook: CorrectionHook;
  readonly errorOf: (path: string) => string | undefined;
};

/** Whose file it is and how the result goes to them, as it was written down. */
export function CorrectionWho({ hook, errorOf }: CorrectionWhoProps) {
  const texts = useTexts().reception.who;
  const { form, dispatch } = hook;
  const part = { form, dispatch, errorOf };
  return (
    <Panel title={texts.title} aside={<KeyCap keys="Alt+1" />}>
      <Column gap={2}>
        <PersonFields
          who="applicant"
          person={form.applicant}
          errorOf={errorOf}
          onChange={(change) => dispatch({ type: 'person-typed', who: 'applicant', change })}
        />
        <ContactField name="phone" {...part} />
        <ContactField name="email" {...part} />
        <DeliveryChoice {...part} />
        <DeliveryAddress {...part} />
        <SubmitterButton form={form} dispatch={dispatch} />
        <SubmitterFields {...part} />
      </Column>
    </Panel>
  );
}
