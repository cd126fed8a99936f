import Checkbox from '@mui/material/Checkbox';
import type { PackKind } from '../../../../../electron/contract/catalogue/data-pack.ts';
import { Row } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type PackKindsChoiceProps = {
  readonly label: string;
  readonly kinds: readonly PackKind[];
  readonly chosen: readonly PackKind[];
  readonly onChange: (chosen: readonly PackKind[]) => void;
};

/** Which kinds of a pack are meant; the last one stays, for nothing at all is no choice. */
export function PackKindsChoice({ label, kinds, chosen, onChange }: PackKindsChoiceProps) {
  const { dataPacks } = useTexts();
  return (
    <Row wrap gap={2} shrink={false} role="group" aria-label={label}>
      {kinds.map((kind) => (
        <Row as="label" align="center" gap={0.5} key={kind} size="note">
          <Checkbox
            size="small"
            checked={chosen.includes(kind)}
            onChange={(event) => {
              const next = kinds.filter((one) => (one === kind ? event.target.checked : chosen.includes(one)));
              if (next.length > 0) onChange(next);
            }}
          />
          {dataPacks.kinds[kind]}
        </Row>
      ))}
    </Row>
  );
}
