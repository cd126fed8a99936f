import { useFormContext, useWatch } from 'react-hook-form';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Grid } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { halves } from '../../office-fields/FormRow.tsx';
import {
  type OfficeValues,
  certificationNumbers,
  certificationSigning,
  wallShows,
} from '../../office-fields/office-values.ts';

/** Whose numbers the books of certification have, and who signs when; whether the wall names who holds files. */
export function CertificationPanel() {
  const { office } = useTexts();
  const texts = office.certification;
  const { register, control } = useFormContext<OfficeValues>();
  const [numbers, keeper, own, others] = useWatch({
    control,
    name: ['certificationNumbers', 'certificationKeeper', 'deskCode', 'otherDesks'],
  });
  // One that was named and is no desk any more stays to be seen, and refuses.
  const desks = new Set([own, ...others.map(({ code }) => code), keeper].map((code) => code.trim().toUpperCase()));
  return (
    <Panel title={texts.title} shrink={false}>
      <Grid {...halves}>
        <SelectField
          {...register('certificationNumbers')}
          label={texts.numbers}
          choices={certificationNumbers.map((value) => ({ value, label: texts.numbersOf[value] }))}
        />
        {numbers === 'office' && (
          <SelectField
            {...register('certificationKeeper')}
            label={texts.keeper}
            hint={texts.keeperHint}
            choices={[
              { value: '', label: texts.noKeeper },
              ...[...desks].filter((code) => code !== '').map((code) => ({ value: code, label: code })),
            ]}
          />
        )}
        <SelectField
          {...register('certificationSigning')}
          label={texts.signing}
          choices={certificationSigning.map((value) => ({ value, label: texts.signingOf[value] }))}
        />
        <SelectField
          {...register('wallShows')}
          label={texts.wall}
          choices={wallShows.map((value) => ({ value, label: texts.wallOf[value] }))}
        />
      </Grid>
    </Panel>
  );
}
