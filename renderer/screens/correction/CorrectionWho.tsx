import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Field } from '../../parts/Field.tsx';
import { ariaKeys, KeyCap } from '../../parts/KeyCap.tsx';
import { Panel, PanelTitle } from '../../parts/Panel.tsx';
import { SelectField } from '../../parts/SelectField.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { focusField, useFieldId } from '../reception/field-id.ts';
import { PersonFields } from '../reception/PersonFields.tsx';
import type { PersonForm, ReceptionForm } from '../reception/reception-form.ts';
import type { CorrectionHook } from './useCorrection.ts';

type CorrectionWhoProps = {
  readonly hook: CorrectionHook;
  readonly errorOf: (path: string) => string | undefined;
};

const deliveryKinds = ['desk', 'post', 'electronic'] as const;

/** Whose file it is and how the result goes to them, as it was written down. */
export function CorrectionWho({ hook, errorOf }: CorrectionWhoProps) {
  const { reception, common } = useTexts();
  const texts = reception.who;
  const fieldId = useFieldId();
  const { form, dispatch } = hook;
  const { applicant, submitter, delivery } = form;

  const change = (changed: Partial<PersonForm>) =>
    dispatch({ type: 'person-typed', who: 'applicant', change: changed });
  const deliver = (changed: Partial<ReceptionForm['delivery']>) =>
    dispatch({ type: 'changed', change: { delivery: { ...delivery, ...changed } } });

  function toggleSubmitter() {
    const opens = submitter === null;
    dispatch({ type: opens ? 'submitter-opened' : 'submitter-closed' });
    window.setTimeout(() => focusField(opens ? 'submitter.idNumber' : 'applicant.idNumber', 'correction'), 0);
  }
  useShortcuts([{ keys: 'Alt+N', label: texts.submitterOpen, run: toggleSubmitter }]);

  const contact = (name: 'phone' | 'email', label: string) => (
    <Field
      label={label}
      id={fieldId(`applicant.${name}`)}
      value={applicant[name]}
      onChange={(event) => change({ [name]: event.target.value })}
      error={errorOf(`applicant.${name}`)}
    />
  );

  return (
    <Panel title={texts.title} aside={<KeyCap keys="Alt+1" />}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: rem(8) }}>
        <PersonFields who="applicant" person={applicant} errorOf={errorOf} onChange={change} />
        {contact('phone', texts.phone)}
        {contact('email', texts.email)}
        <SelectField
          label={texts.delivery}
          id={fieldId('resultDelivery.kind')}
          value={delivery.kind}
          onChange={(event) =>
            deliver({
              kind: deliveryKinds.find((kind) => kind === event.target.value) ?? 'desk',
              address: delivery.address || applicant.address,
            })
          }
          choices={deliveryKinds.map((value) => ({ value, label: common.deliveries[value] }))}
        />
        {delivery.kind === 'post' && (
          <Field
            label={texts.deliveryAddress}
            id={fieldId('resultDelivery.address')}
            value={delivery.address}
            onChange={(event) => deliver({ address: event.target.value })}
            error={errorOf('resultDelivery.address')}
            multiline
            maxRows={3}
          />
        )}
        <Button variant="text" size="small" onClick={toggleSubmitter} aria-keyshortcuts={ariaKeys('Alt+N')}>
          {submitter === null ? texts.submitterOpen : texts.submitterClose} <KeyCap keys="Alt+N" />
        </Button>
        {submitter !== null && (
          <Box component="section" aria-label={texts.submitter} sx={{ display: 'grid', gap: rem(8) }}>
            <PanelTitle>{texts.submitter}</PanelTitle>
            <PersonFields
              who="submitter"
              person={submitter}
              errorOf={errorOf}
              onChange={(changed) => dispatch({ type: 'person-typed', who: 'submitter', change: changed })}
            />
            <Field
              label={texts.authorisation}
              id={fieldId('submitter.authorisation')}
              value={submitter.authorisation}
              onChange={(event) =>
                dispatch({ type: 'person-typed', who: 'submitter', change: { authorisation: event.target.value } })
              }
              error={errorOf('submitter.authorisation')}
            />
          </Box>
        )}
      </Box>
    </Panel>
  );
}
