import { useFormContext } from 'react-hook-form';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Grid } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
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
  const { register } = useFormContext<OfficeValues>();
  return (
    <Panel title={texts.title} shrink={false}>
      <Grid {...halves}>
        <SelectField
          {...register('certificationNumbers')}
          label={texts.numbers}
          choices={certificationNumbers.map((value) => ({ value, label: texts.numbersOf[value] }))}
        />
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
