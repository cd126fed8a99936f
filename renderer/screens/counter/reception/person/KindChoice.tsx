import Box from '@mui/material/Box';
import { rem } from '../../../../look/theme.ts';
import { useTexts } from '../../../../text/texts.ts';
import { fieldId } from '../../case-fields/field-id.ts';
import type { PersonForm } from '../../case-fields/reception-form.ts';

const kinds = ['citizen', 'business', 'household-business'] as const;

/** Nearly always a citizen: so it is a word in the heading, and a choice when it is not. */
export function KindChoice({
  kind,
  onChange,
}: {
  readonly kind: PersonForm['kind'];
  readonly onChange: (kind: PersonForm['kind']) => void;
}) {
  const { reception } = useTexts();
  return (
    <Box
      component="select"
      id={fieldId('applicant.kind')}
      aria-label={reception.who.kind}
      value={kind}
      onChange={(event) => onChange(kinds.find((one) => one === event.target.value) ?? 'citizen')}
      sx={{
        font: 'inherit',
        fontSize: rem(12),
        fontWeight: 500,
        color: 'text.secondary',
        bgcolor: 'background.paper',
        border: '1px solid var(--hairline)',
        borderRadius: '6px',
        padding: `${rem(1)} ${rem(4)}`,
        fieldSizing: 'content',
        maxWidth: rem(150),
        cursor: 'pointer',
      }}
    >
      {kinds.map((one) => (
        <option key={one} value={one}>
          {reception.who.kinds[one]}
        </option>
      ))}
    </Box>
  );
}
