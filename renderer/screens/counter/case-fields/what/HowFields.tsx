import type { ReactNode } from 'react';
import { Channel } from '../../../../../electron/contract/base/values.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { copiesOf } from '../receive-input.ts';
import { copiesExample } from './copies-text.ts';
import { useFieldId } from '../field-id.ts';
import type { FormPartProps } from '../reception-state.ts';
import { Block } from '../../../../parts/layout/primitives.ts';

type HowFieldsProps = FormPartProps & {
  /** Fields of the screen's own, before the pages. */
  readonly children?: ReactNode;
};

/** How the file comes, in how many sets, and what of it is to be copied: boxes of one line. */
export function HowFields({ form, dispatch, errorOf, children }: HowFieldsProps) {
  const { reception, common } = useTexts();
  const texts = reception.what;
  const fieldId = useFieldId();

  const count = (name: 'quantity', width: number) => (
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

  /** Each paper as it was understood, before it is money: or how to write it. */
  const understood = () => {
    const lines = copiesOf(form);
    // Blank, the example stands in the field itself, and the fee says what it counts.
    if (lines === undefined) return form.copies?.trim() === '' ? undefined : texts.copiesHow(copiesExample);
    return lines.map(texts.copyLine).join(' · ');
  };

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
      {form.copies !== undefined && (
        <Block width={form.counts === 'copies' ? 132 : 260}>
          <Field
            label={form.counts === 'copies' ? texts.copyCount : texts.pagesAndCopies}
            id={fieldId('copies')}
            value={form.copies}
            onChange={(event) => dispatch({ type: 'changed', change: { copies: event.target.value } })}
            error={errorOf('copies')}
            hint={form.counts === 'copies' && !/\D/.test(form.copies.trim()) ? undefined : understood()}
            inputProps={{ placeholder: form.counts === 'copies' ? '' : copiesExample }}
          />
        </Block>
      )}
    </>
  );
}
