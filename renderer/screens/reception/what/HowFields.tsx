import type { ReactNode } from 'react';
import { Channel } from '../../../../electron/contract/values.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { useTexts } from '../../../text/texts.ts';
import { useFieldId } from '../field-id.ts';
import type { FormPartProps } from '../reception-state.ts';
import { Block } from '../../../parts/layout/primitives.ts';

type HowFieldsProps = FormPartProps & {
  /** Whether a fee is counted by the page. */
  readonly byPages: boolean;
  /** Fields of the screen's own, before the pages. */
  readonly children?: ReactNode;
};

/** How the file comes, in how many sets and of how many pages: boxes of one line. */
export function HowFields({ form, dispatch, errorOf, byPages, children }: HowFieldsProps) {
  const { reception, common } = useTexts();
  const texts = reception.what;
  const fieldId = useFieldId();

  const count = (name: 'quantity' | 'pages', width: number) => (
    <Block width={width}>
      <Field
        label={texts[name]}
        id={fieldId(name)}
        value={form[name]}
        onChange={(event) => dispatch({ type: 'changed', change: { [name]: event.target.value } })}
        error={errorOf(name)}
        inputProps={{ inputMode: 'numeric' }}
      />
    </Block>
  );

  return (
    <>
      <Block width={128}>
        <SelectField
          label={texts.channel}
          id={fieldId('channel')}
          value={form.channel}
          onChange={(event) => dispatch({ type: 'changed', change: { channel: Channel.parse(event.target.value) } })}
          choices={Channel.options.map((value) => ({ value, label: common.channels[value] }))}
        />
      </Block>
      {count('quantity', 72)}
      {children}
      {byPages && count('pages', 132)}
    </>
  );
}
