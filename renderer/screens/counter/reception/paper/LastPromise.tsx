import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { printedNumber } from '../../../../../electron/domain/base/numbering.ts';
import { usePlace } from '../../../../desk/places.ts';
import { useSettings } from '../../../../look/settings.ts';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Column, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatMoment, formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';
import type { Accepted } from '../useReception.ts';

type LastPromiseProps = {
  readonly passed: Accepted | null;
  /** Who stands here now: the next letter or scan of theirs puts the last one's promise away. */
  readonly form: ReceptionForm;
};

/** Long enough to be read aloud. */
const shownMs = 15_000;

/** Whoever went comes back and asks when: one key shows what was promised them, and nothing of them stays in sight. */
export function LastPromise({ passed, form }: LastPromiseProps) {
  const { reception } = useTexts();
  const texts = reception.lastPromise;
  const { language } = useSettings();
  const { go } = usePlace();
  const [askedAt, setAskedAt] = useState<ReceptionForm | null>(null);
  const shown = passed !== null && askedAt === form;
  const hide = () => setAskedAt(null);
  useEffect(() => {
    if (askedAt === null) return undefined;
    const timer = window.setTimeout(() => setAskedAt(null), shownMs);
    return () => window.clearTimeout(timer);
  }, [askedAt]);
  useShortcuts([
    { keys: 'Ctrl+H', label: texts.show, run: () => setAskedAt(shown ? null : form), disabled: passed === null },
    ...(shown ? [{ keys: 'Escape', label: texts.hide, run: hide }] : []),
  ]);
  if (!shown) return null;
  const { received, fullName } = passed;
  const owed = received.fees.reduce((sum, fee) => sum + (fee.amount ?? 0), 0);
  return (
    <Row
      as="section"
      border="brand"
      radius={10}
      ground="brand"
      padding={[2, 4]}
      columnGap={6}
      rowGap={2}
      align="center"
      wrap
      shrink={false}
      aria-label={texts.title}
    >
      <Row role="status" aria-live="polite" columnGap={6} rowGap={1} align="center" wrap grow>
        <Column>
          <Text size="note" tone="secondary">
            {texts.title}
          </Text>
          <Text weight={600}>{fullName}</Text>
        </Column>
        <Text size="number" weight={700}>
          {printedNumber(received.number)}
        </Text>
        <Column>
          <Text size="note" tone="secondary">
            {reception.accepted.due}
          </Text>
          <Text size="number" weight={700}>
            {formatMoment(received.dueAt, language)}
          </Text>
        </Column>
        {owed > 0 && (
          <div>
            {reception.fee.title}: <strong>{formatMoney(owed)}</strong>
          </div>
        )}
      </Row>
      <Button size="small" onClick={() => go({ screen: 'case', caseId: received.caseId })}>
        {reception.accepted.open}
      </Button>
      <Button size="small" onClick={hide}>
        {texts.hide} <KeyCap keys="Escape" />
      </Button>
    </Row>
  );
}
