import { useState } from 'react';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { Block } from '../../../../parts/layout/primitives.ts';
import { useFieldId } from '../../case-fields/field-id.ts';
import { type Agency, AgencyField } from '../../case-fields/what/AgencyField.tsx';

type CompetentFieldProps = { readonly value: Agency | null; readonly onChange: (value: Agency | null) => void };

/** Opened by one key: nine files in ten are decided here. */
export function CompetentField({ value, onChange }: CompetentFieldProps) {
  const { competent } = useTexts().reception;
  const fieldId = useFieldId();
  const [open, setOpen] = useState(false);
  if (open || value !== null)
    return (
      <Block flex="1 1 100%" minWidth={0}>
        <AgencyField
          id={fieldId('competent')}
          label={competent.label}
          hint={competent.hint}
          value={value}
          onChange={onChange}
          autoFocus={value === null}
        />
      </Block>
    );
  return (
    <Block
      shrink={false}
      css={{ '& .MuiButton-root': { minHeight: rem(28), padding: `${rem(1)} ${rem(8)}`, fontSize: rem(12) } }}
    >
      <ActionButton keys="Alt+7" label={competent.open} onAct={() => setOpen(true)} />
    </Block>
  );
}
