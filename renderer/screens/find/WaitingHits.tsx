import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';
import { Row, Text } from '../../parts/layout/primitives.ts';

/** Files that wait to be received and fit what is typed: they are no cases yet, so they stand apart. */
export function WaitingHits({ text }: { readonly text: string }) {
  const { intake } = useTexts();
  const { go } = usePlace();
  const found = useQuery({
    ...desk.intake.list.queryOptions({ input: { text, limit: 3 } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const rows = text === '' ? [] : (found.data?.rows ?? []);
  const [first] = rows;
  useShortcuts([
    {
      keys: 'Alt+O',
      label: intake.open,
      run: () => go({ screen: 'intake', ...(first === undefined ? {} : { intakeId: first.intakeId }) }),
    },
  ]);
  if (first === undefined) return null;
  return (
    <Row as="section" gap={2} align="center" wrap size="note" shrink={false} aria-label={intake.findHits}>
      <Text tone="secondary">{intake.findHits}:</Text>
      {rows.map(({ intakeId, applicantName, code }) => (
        <Button key={intakeId} size="small" onClick={() => go({ screen: 'intake', intakeId })}>
          {[applicantName || intake.unnamed, code].filter((part) => part !== '').join(' · ')}
          {intakeId === first.intakeId && <KeyCap keys="Alt+O" />}
        </Button>
      ))}
    </Row>
  );
}
