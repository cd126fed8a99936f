import ButtonBase from '@mui/material/ButtonBase';
import type { IntakeRow } from '../../../../../electron/contract/counter/intake/intake.ts';
import { usePlace } from '../../../../desk/places.ts';
import { rem } from '../../../../look/theme.ts';
import { KeyCap, ariaKeys } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { shortMoment } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

const keys = 'Alt+F';

/** Who comes back with what was missing goes on with the file that waits for it, by one key: it is asked for papers once. */
export function WaitingFiles({ rows }: { readonly rows: readonly IntakeRow[] }) {
  const { intake } = useTexts();
  const { go } = usePlace();
  const [first] = rows;
  const take = (row: IntakeRow | undefined) => row !== undefined && go({ screen: 'reception', intakeId: row.intakeId });
  useShortcuts([{ keys, label: intake.goOn, run: () => take(first), disabled: first === undefined }]);
  if (first === undefined) return null;
  return (
    <section aria-label={intake.ofPerson}>
      {rows.map((row) => (
        <ButtonBase
          key={row.intakeId}
          onClick={() => take(row)}
          {...(row === first ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
          sx={{
            display: 'block',
            width: '100%',
            font: 'inherit',
            fontSize: rem(13),
            textAlign: 'left',
            marginBottom: rem(6),
            padding: `${rem(6)} ${rem(10)}`,
            borderRadius: '8px',
            border: '1px solid var(--brand)',
            bgcolor: 'var(--brand-soft)',
          }}
        >
          <Row as="span" weight={600} gap={1} align="center">
            <Text as="span" grow minWidth={0} lines={2}>
              {intake.goOn}: {row.procedureName}
            </Text>
            {row === first && <KeyCap keys={keys} />}
          </Row>
          <Text as="span" size="small">
            {row.askedAt === null
              ? `${intake.kinds[row.kind]} · ${intake.since(shortMoment(row.since))}`
              : intake.askedSince(shortMoment(row.askedAt))}
          </Text>
        </ButtonBase>
      ))}
    </section>
  );
}
