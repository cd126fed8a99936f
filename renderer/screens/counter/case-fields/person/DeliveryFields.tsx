import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { useFieldId } from '../field-id.ts';
import type { FormPartProps } from '../reception-state.ts';

const kinds = ['desk', 'post', 'electronic'] as const;

/** How the result goes to the applicant; to their own address until another one is typed. */
export function DeliveryChoice({ form, dispatch }: Omit<FormPartProps, 'errorOf'>) {
  const { reception, common } = useTexts();
  const fieldId = useFieldId();
  const { applicant, delivery } = form;
  return (
    <SelectField
      label={reception.who.delivery}
      id={fieldId('resultDelivery.kind')}
      value={delivery.kind}
      onChange={(event) => {
        const kind = kinds.find((one) => one === event.target.value) ?? 'desk';
        const address = delivery.address || applicant.address;
        dispatch({ type: 'changed', change: { delivery: { kind, address } } });
      }}
      choices={kinds.map((value) => ({ value, label: common.deliveries[value] }))}
    />
  );
}

/** Where to, when it goes by post. */
export function DeliveryAddress({ form, dispatch, errorOf }: FormPartProps) {
  const texts = useTexts().reception.who;
  const fieldId = useFieldId();
  const { delivery } = form;
  if (delivery.kind !== 'post') return null;
  return (
    <Field
      label={texts.deliveryAddress}
      id={fieldId('resultDelivery.address')}
      value={delivery.address}
      onChange={(event) =>
        dispatch({ type: 'changed', change: { delivery: { ...delivery, address: event.target.value } } })
      }
      error={errorOf('resultDelivery.address')}
      multiline
      maxRows={3}
    />
  );
}
