import { printedNumber } from '../../../../electron/domain/base/numbering.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { rem } from '../../../look/theme.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { useTexts } from '../../../text/texts.ts';
import { ReceiptNote } from '../case-fields/ReceiptNote.tsx';
import { CaseAlerts } from '../correction/CaseAlerts.tsx';
import { Correction } from '../correction/Correction.tsx';
import type { Reissued } from '../correction/useCorrection.ts';
import { askedItems } from './acts/asked-papers.ts';
import { CaseActions, CaseNotNow } from './acts/CaseActions.tsx';
import { caseFromAhead } from './case-ahead.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHolding } from './CaseHolding.tsx';
import { CaseInquiries } from './CaseInquiries.tsx';
import { CaseLegs } from './CaseLegs.tsx';
import { CasePapers } from './papers/CasePapers.tsx';
import { CaseProposal } from './CaseProposal.tsx';
import { CaseReasons } from './CaseReasons.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { Column, Block, Row, Text } from '../../../parts/layout/primitives.ts';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { formatDate, formatDateTime, formatMoment, formatWeekday } from '../../../text/format.ts';
import { isIn } from '../../../../electron/contract/base/case-status.ts';
import { minuteOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { useSettings } from '../../../look/settings.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { citizenDueWords, dueWords } from '../../../text/case-words.ts';

/** One case: who and what, the promise and how it came, what happened, what may happen, and its papers. */
export function Case({ caseId, square }: { readonly caseId: string; readonly square?: string | undefined }) {
  const { caseFile } = useTexts();
  const { back } = usePlace();
  const { data: view, error } = useQuery(desk.case.get.queryOptions({ input: { caseId }, ...caseFromAhead(caseId) }));
  const [correcting, setCorrecting] = useState(false);
  const [reissued, setReissued] = useState<Reissued | null>(null);
  useShortcuts(correcting ? [] : [{ keys: 'Escape', label: caseFile.back, run: back }]);
  if (view === undefined) return <FaultNote error={error} />;
  /** Its reception was taken back: nobody has it, and nothing is still to come. */
  const isVoid = view.state.undone === true;
  if (correcting) {
    return (
      <Correction
        state={view.state}
        onClose={() => setCorrecting(false)}
        onDone={(done) => {
          setCorrecting(false);
          setReissued(done);
        }}
      />
    );
  }
  return (
    <Columns
      whole
      columns={`minmax(0, ${rem(330)}) minmax(0, 1fr) minmax(0, ${rem(372)})`}
      rows="auto minmax(0, 1fr)"
      narrowAt="rows"
      narrow="paired"
    >
      <Column across gap={1.5}>
        <CaseHeader state={view.state} />
        {square !== undefined && <ReceiptNote square={square} />}
        <CaseAlerts state={view.state} reissued={reissued} />
      </Column>
      <CaseFacts state={view.state} />
      <Column gap={3} minHeight={0} scroll role="region" aria-label={caseFile.title} tabIndex={0}>
        {!isVoid && <CasePromise state={view.state} />}
        {!isVoid && <CaseHolding state={view.state} />}
        <CaseLegs legs={view.state.legs} />
        <CaseProposal proposal={view.state.proposal} />
        <CaseInquiries inquiries={view.state.inquiries} />
        <CaseReasons confirmations={view.state.confirmations} />
        <CaseActions
          actions={view.availableActions}
          state={view.state}
          items={askedItems(view.actions)}
          onCorrect={() => setCorrecting(true)}
        />
        <CaseTimeline actions={view.actions} state={view.state} />
        {!isVoid && <CaseNotNow actions={view.availableActions} />}
      </Column>
      <CasePapers
        caseId={caseId}
        procedureCode={view.state.procedure.code}
        documents={view.documents}
        undone={isVoid}
      />
    </Columns>
  );
}

/** Code, person, procedure, status, at one glance. */
function CaseHeader({ state }: { readonly state: CaseStateView }) {
  const { caseFile, kit } = useTexts();
  const { back } = usePlace();
  const { official, local } = state.number;
  return (
    <Row as="header" across align="center" gap={4}>
      <Button onClick={back} aria-keyshortcuts="Escape" sx={{ flexShrink: 0 }}>
        ← {caseFile.back} <KeyCap keys="Esc" />
      </Button>
      <Block grow minWidth={0}>
        <Row align="center" gap={3} wrap>
          <Typography variant="h1" component="h1">
            {printedNumber(state.number)}
          </Typography>
          <StatusChip status={state.status} undone={state.undone} />
          <Text size="small" tone="secondary">
            {official === null ? caseFile.temporaryNumber : official === local ? '' : caseFile.localNumber(local)}
          </Text>
        </Row>
        <div>
          <strong>{state.applicant.fullName}</strong> · {state.procedure.name} ({state.procedure.code})
        </div>
        {state.enteredLater !== null && (
          <Text size="note" weight={500} tone="soon">
            <span aria-hidden>✎ </span>
            {kit.enteredLater(state.enteredLater.byName, formatDateTime(state.enteredLater.at))}
          </Text>
        )}
      </Block>
    </Row>
  );
}

/** While papers are awaited nothing is promised: what the citizen has to keep is said instead, and counted in days. */
function AwaitedPapers({
  awaiting,
  now,
}: {
  readonly awaiting: NonNullable<CaseStateView['awaiting']>;
  readonly now: string;
}) {
  const { caseFile } = useTexts();
  const { language } = useSettings();
  const { since, until } = awaiting;
  const due = until === null ? undefined : citizenDueWords(now, until, caseFile);
  return (
    <Column ground="soon" border="soon" radius={10} padding={3.5} gap={1}>
      <Row tone="secondary" size="note" gap={2} align="center">
        {caseFile.awaited.title} {due !== undefined && <Chip tone={due.tone}>{due.words}</Chip>}
      </Row>
      {until !== null && (
        <Text size="number" weight={700}>
          {caseFile.awaited.until(formatWeekday(until, language), formatDate(until))}
        </Text>
      )}
      <Text size="note" tone="secondary">
        {caseFile.awaited.paused(formatDateTime(since))}
      </Text>
    </Column>
  );
}

/** The promise as it is said aloud, how far it is, and why it is this date. */
function CasePromise({ state }: { readonly state: CaseStateView }) {
  const { caseFile } = useTexts();
  const { language } = useSettings();
  const now = useKnownStatus(minuteOf);
  if (state.awaiting !== null) return <AwaitedPapers awaiting={state.awaiting} now={now} />;
  const waiting = isIn(state.status, 'open') && state.finishedAt === null;
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
        {state.clockStoppedAt !== null && (
          <Text tone="soon" weight={500}>
            {caseFile.clockStands(formatDateTime(state.clockStoppedAt))}
          </Text>
        )}
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
