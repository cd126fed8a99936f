import type { CaseState } from '../../../electron/contract/case/case.ts';
import { openStatuses } from '../../../electron/domain/case/status.ts';
import { minuteOf, useKnownStatus } from '../../desk/status.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { formatDateTime, formatMoment } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { dueWords } from './case-words.ts';
import { Block, Row, Text } from '../../parts/layout/primitives.ts';

/** The promise as it is said aloud, how far it is, and why it is this date. */
export function CasePromise({ state }: { readonly state: CaseState }) {
  const { caseFile } = useTexts();
  const { language } = useSettings();
  const now = useKnownStatus(minuteOf);
  const waiting = openStatuses.has(state.status) && state.finishedAt === null;
  const due = state.dueAt !== null && waiting ? dueWords(now, state.dueAt, caseFile) : undefined;
  return (
    <Row ground="brand" radius={10} padding={3.5} gap={5} wrap align="center">
      <Block minWidth={0} grow>
        <Row tone="secondary" size="note" gap={2} align="center">
          {caseFile.due} {due !== undefined && <Chip tone={due.tone}>{due.words}</Chip>}
        </Row>
        <Text size="number" weight={700}>
          {state.dueAt === null ? caseFile.noDue : formatMoment(state.dueAt, language)}
        </Text>
        {state.finishedAt !== null && <div>{caseFile.finishedAt(formatDateTime(state.finishedAt))}</div>}
        {state.returnedAt !== null && <div>{caseFile.returnedAt(formatDateTime(state.returnedAt))}</div>}
      </Block>
      {state.dueAt !== null && state.steps.length > 0 && (
        <Text as="ol" marked size="note" tone="secondary" flex={`1 1 ${rem(220)}`} aria-label={caseFile.explanation}>
          {state.steps.map((step, index) => (
            <li key={index}>{language === 'vi' ? step.text : step.textEn}</li>
          ))}
        </Text>
      )}
    </Row>
  );
}
