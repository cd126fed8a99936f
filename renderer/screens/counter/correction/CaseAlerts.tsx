import { printedNumber } from '../../../../electron/domain/base/numbering.ts';
import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { mayCall } from '../../../../electron/domain/common/office/call-roles.ts';
import { minuteOf, useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { usePlace } from '../../../desk/places.ts';
import { useSettings } from '../../../look/settings.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { counterWords } from '../../../text/case-words.ts';
import { formatDateTime, formatMoment } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import type { Reissued } from './useCorrection.ts';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';

/** What a case has to say before anything else: that a paper in a hand is void, and that a wrong result waits. */
export function CaseAlerts({ state, reissued }: { readonly state: CaseStateView; readonly reissued: Reissued | null }) {
  const texts = useTexts();
  const { correction } = texts;
  const { language } = useSettings();
  const number = printedNumber(state.number);
  const { contentMissing, contradictions } = state;
  const isPlain = state.superseded.length === 0 && state.reissues.length === 0 && state.error === null;
  if (isPlain && !contentMissing && contradictions.length === 0) return null;
  return (
    <Column gap={1}>
      {reissued !== null && (
        <OutcomeLine tone="good">
          {correction.done(number, reissued.reissue)}{' '}
          {/* Of the promise as it stands now: withdrawn or closed meanwhile there is none. */}
          {state.dueAt === reissued.dueAt &&
            correction.doneDue(formatMoment(reissued.dueAt, language), reissued.dueAt !== reissued.dueBefore)}{' '}
          {correction.takeBack}
        </OutcomeLine>
      )}
      {reissued !== null && reissued.paperFault !== null && <FaultNote error={reissued.paperFault.message} />}
      {contentMissing && <FaultNote error={correction.contentMissing} />}
      {contradictions.map(({ entry, type, at, actorName, counter, aside, open, decided }) => {
        const what = wordOf(texts.caseFile.done[type as keyof typeof texts.caseFile.done] ?? type);
        const say = aside ? correction.apart : correction.apartKept;
        const words = (decided ? correction.apartDecided : say)(
          actorName,
          // One username may work at both.
          counterWords(counter, texts),
          formatDateTime(at),
          what,
        );
        if (open) return <FaultNote key={entry} error={words} />;
        return (
          <Text key={entry} size="note" tone="secondary">
            {words} {!decided && correction.apartDone}
          </Text>
        );
      })}
      {contradictions.some(({ open }) => open) && <ToDecide />}
      {state.superseded.length > 0 && (
        <Text size="note" tone="secondary">
          {state.superseded.map(({ number: old, at, reason }) => (
            <span key={old}>{correction.superseded(old, formatDateTime(at), reason)} </span>
          ))}
          {correction.inForce(number)}
        </Text>
      )}
      {state.reissues.length > 0 && (
        <Text size="note" tone="secondary">
          {state.reissues.map(({ at, reason }, index) => (
            <span key={at}>{correction.reissuedAt(index + 1, formatDateTime(at), reason)} </span>
          ))}
        </Text>
      )}
      <WrongResult error={state.error} />
    </Column>
  );
}

/** Who decides, and for them the way to it. */
function ToDecide() {
  const { correction } = useTexts();
  const { go } = usePlace();
  const user = useKnownStatus(userOf);
  if (user === null || !mayCall(user.role, 'supervisor')) return <Text weight={500}>{correction.apartDo}</Text>;
  return (
    <div>
      <ActionButton
        keys="Alt+V"
        label={correction.apartDecide}
        onAct={() => go({ screen: 'my-work', conflicts: true })}
      />
    </div>
  );
}

/** What was done, without whom and why: `Chuyển xử lý` of `Chuyển xử lý: {to}`. */
function wordOf(sentence: string): string {
  return sentence.split(/[:{]/)[0]?.trim() ?? sentence;
}

/** The clock of a wrong result: three working days from the report (NĐ 118/2025 Điều 23 k1). */
function WrongResult({ error }: { readonly error: CaseStateView['error'] }) {
  const { correction } = useTexts();
  const now = useKnownStatus(minuteOf);
  if (error === null) return null;
  const { correctedAt, dueAt, what } = error;
  const late = correctedAt === null && dueAt !== null && now > dueAt;
  const until = dueAt === null ? '…' : formatDateTime(dueAt);
  const words =
    correctedAt === null
      ? late
        ? correction.wrongResultLate(until)
        : correction.wrongResult(until)
      : correction.wrongResultDone(formatDateTime(correctedAt));
  return (
    <Row gap={2} wrap align="center">
      <Chip tone={correctedAt !== null ? 'good' : late ? 'late' : 'soon'}>{words}</Chip>
      <Text as="span" size="note">
        {what}
      </Text>
      <Text as="span" size="small" tone="secondary">
        {correction.wrongResultRule}
      </Text>
    </Row>
  );
}
