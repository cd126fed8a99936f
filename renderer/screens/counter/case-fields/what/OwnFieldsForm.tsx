import { useState } from 'react';
import type { OwnField } from '../../../../../electron/contract/catalogue/own-fields.ts';
import { todayOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { useIssueSentence } from '../../../../desk/fault.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Block, Grid } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { AddressField } from '../person/AddressField.tsx';
import { useFieldId } from '../field-id.ts';
import { type OwnTyped, ownLeft } from './own-fields.ts';

type OwnFieldsFormProps = {
  readonly fields: readonly OwnField[];
  readonly typed: OwnTyped;
  readonly onChange: (typed: OwnTyped) => void;
  /** What the desk said of a field, by its key; what is typed is told beside its box as soon as the cursor leaves it. */
  readonly wrongOf: (key: string) => string | undefined;
};

/** The own fields of a procedure, three in a line, in its order: Tab goes on, a choice is begun by its first letters. */
export function OwnFieldsForm({ fields, typed, onChange, wrongOf }: OwnFieldsFormProps) {
  const { ownFields } = useTexts();
  const sentenceOf = useIssueSentence();
  const fieldId = useFieldId();
  const today = useKnownStatus(todayOf);
  const [left, setLeft] = useState<ReadonlyMap<string, string>>(new Map());

  function leave(field: OwnField): void {
    const { text, wrong } = ownLeft(field, typed[field.key] ?? '', today);
    const others = [...left].filter(([key]) => key !== field.key);
    setLeft(new Map(wrong === undefined ? others : [...others, [field.key, wrong]]));
    if (text !== (typed[field.key] ?? '')) onChange({ ...typed, [field.key]: text });
  }

  function hintOf({ kind, choices = [] }: OwnField): string | undefined {
    return kind === 'choice' ? choices.join(' / ') : ownFields.hints[kind];
  }

  return (
    <Grid columns="repeat(3, minmax(0, 1fr))" columnGap={2} rowGap={1.5} align="start">
      {fields.map((field, at) => {
        const value = typed[field.key] ?? '';
        const said = left.get(field.key);
        const shared = {
          id: fieldId(`ownFields.${field.key}`),
          label: field.required === true ? `${field.label} *` : field.label,
          error: said === undefined ? wrongOf(field.key) : sentenceOf(said),
          onBlur: () => leave(field),
        };
        const set = (text: string) => onChange({ ...typed, [field.key]: text });
        return (
          <Block key={field.key} minWidth={0}>
            {field.kind === 'address' ? (
              <AddressField {...shared} value={value} onText={set} />
            ) : (
              <Field
                {...shared}
                value={value}
                autoFocus={at === 0}
                onChange={(event) => set(event.target.value)}
                inputProps={{ placeholder: hintOf(field) ?? '' }}
              />
            )}
          </Block>
        );
      })}
    </Grid>
  );
}
