import { saysSomething } from '../../../../electron/contract/base/values.ts';
import ButtonBase from '@mui/material/ButtonBase';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MissedApology, PreparedApology } from '../../../../electron/contract/counter/work/apology.ts';
import { desk, queries } from '../../../desk/client.ts';
import { useFaultSentence } from '../../../desk/fault.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { useRested } from '../../../parts/controls/rested.ts';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { formatDateTime, readMoment } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

export type ApologySent = {
  readonly number: string;
  readonly dueAt: string;
  readonly printJobId: string | null;
  readonly paperFault: string | null;
};

type Told = '' | 'phone' | 'sms' | 'email' | 'zalo' | 'in-person';

/** The paper shows at once where the reason will stand. */
const dots = '…………';

type ApologySheetProps = {
  readonly apology: PreparedApology;
  /** The promised day is over. */
  readonly overdue: boolean;
  readonly reasons: readonly string[];
  /** Whether bare digits choose a reason; Alt with the digit does so everywhere. */
  readonly digits: boolean;
  readonly onSent: (sent: ApologySent) => void;
};

/** The act that moves the promise: what is typed for it, the paper that it would print, and what is wrong. */
function useApology({ caseId, number, proposal }: PreparedApology, onSent: (sent: ApologySent) => void) {
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(proposal === null ? '' : formatDateTime(proposal.newDueAt));
  const [told, setTold] = useState<Told>('');
  const [tried, setTried] = useState(false);
  const newDueAt = readMoment(date);
  const [written, dated] = [saysSomething(reason), /^\d{4}-/.test(newDueAt)];
  const asked = { caseId, reason: useRested(written ? reason : dots), newDueAt: useRested(newDueAt) };
  const paper = useQuery({
    ...desk.work.apologyPaper.queryOptions({ input: asked, staleTime: 0 }),
    enabled: dated,
    placeholderData: keepPreviousData,
  });
  const extend = useMutation(
    desk.case.act.mutationOptions({
      onSuccess: ({ dueAt, printJobId, paperFault }) => {
        for (const group of [desk.case, desk.print, desk.paper])
          void queries.invalidateQueries({ queryKey: group.key() });
        onSent({ number, dueAt: dueAt ?? newDueAt, printJobId, paperFault: paperFault?.message ?? null });
      },
    }),
  );

  function send() {
    setTried(true);
    if (!written || !dated || extend.isPending) return;
    const act = { type: 'extend' as const, reason, newDueAt, ...(told === '' ? {} : { told }) };
    extend.mutate({ caseId, act, print: true });
  }

  return {
    reason,
    setReason,
    date,
    setDate,
    told,
    setTold,
    send,
    extend,
    paper,
    isReasonMissing: tried && !written,
    isDateMissing: tried && !dated,
    dateFault: dated ? paper.error : null,
  };
}

/** One apology: why, until when, how the citizen was told, and the paper as it will print. */
export function ApologySheet({ apology: prepared, overdue, reasons, digits, onSent }: ApologySheetProps) {
  const { apology, caseFile, common } = useTexts();
  const { language } = useSettings();
  const sentenceOf = useFaultSentence();
  const { proposal } = prepared;
  const { reason, setReason, date, setDate, told, setTold, send, extend, paper, ...wrong } = useApology(
    prepared,
    onSent,
  );
  const dateError = wrong.isDateMissing ? common.issues['invalid'] : (sentenceOf(wrong.dateFault) ?? undefined);
  return (
    <>
      {/* What the cursor comes to is scrolled above the act, which stays in sight. */}
      <Panel
        title={prepared.applicantName}
        sx={{ minHeight: 0, overflow: 'auto', gap: rem(10), scrollPaddingBottom: rem(84) }}
      >
        <Text size="note" tone="secondary">
          {overdue ? apology.introOverdue : apology.intro}
        </Text>
        <ApologyFacts row={prepared} />
        <UsualReasons reasons={reasons} chosen={reason} digits={digits} onChoose={setReason} />
        <Field
          label={apology.reason}
          value={reason}
          error={wrong.isReasonMissing ? common.issues['required'] : undefined}
          multiline
          minRows={2}
          onChange={(event) => setReason(event.target.value)}
        />
        <Field
          label={apology.newDate}
          value={date}
          hint={proposal === null ? apology.noProposal : apology.newDateHint}
          error={dateError}
          onChange={(event) => setDate(event.target.value)}
        />
        {proposal !== null && (
          <Text as="ul" marked size="small" aria-label={apology.how}>
            {proposal.steps.map(({ text, textEn }) => (
              <li key={text}>{language === 'vi' ? text : textEn}</li>
            ))}
          </Text>
        )}
        <SelectField
          label={apology.told}
          value={told}
          onChange={(event) => setTold(event.target.value as Told)}
          choices={[
            { value: '', label: apology.notTold },
            ...Object.entries(caseFile.hows).map(([value, label]) => ({ value, label })),
          ]}
        />
        <FaultNote error={extend.error} />
        <Block
          ground="panel"
          line="top"
          css={{
            // In sight whatever is scrolled: it is what the officer came for.
            position: 'sticky',
            bottom: 0,
            paddingBlock: rem(10),
          }}
        >
          <ActionButton keys="Ctrl+Enter" label={apology.act} onAct={send} filled disabled={extend.isPending} />
        </Block>
      </Panel>
      <Panel title={apology.paper} sx={{ minHeight: 0, overflow: 'auto' }} focusable>
        {paper.data !== undefined && <PaperView pages={paper.data.pages} />}
      </Panel>
    </>
  );
}

type UsualReasonsProps = Pick<ApologySheetProps, 'reasons' | 'digits'> & {
  readonly chosen: string;
  readonly onChoose: (reason: string) => void;
};

/** The reasons that are usual, each by its key. */
function UsualReasons({ reasons, chosen, digits, onChoose }: UsualReasonsProps) {
  const { apology } = useTexts();
  useShortcuts(
    reasons.flatMap((usual, index) =>
      keysOfReason(index, digits).map((keys) => ({
        keys,
        label: apology.chooseReason(usual),
        run: () => onChoose(usual),
      })),
    ),
  );
  return (
    <div role="group" aria-label={apology.usual}>
      {reasons.map((usual, index) => (
        <ButtonBase
          key={usual}
          aria-pressed={chosen === usual}
          onClick={() => onChoose(usual)}
          sx={{
            font: 'inherit',
            fontSize: rem(13),
            width: '100%',
            justifyContent: 'flex-start',
            textAlign: 'left',
            gap: rem(8),
            padding: `${rem(3)} ${rem(6)}`,
            borderRadius: '6px',
            bgcolor: chosen === usual ? 'var(--brand-soft)' : 'transparent',
            fontWeight: chosen === usual ? 600 : 400,
          }}
        >
          <KeyCap keys={digits ? String(index + 1) : `Alt+${index + 1}`} /> {usual}
        </ButtonBase>
      ))}
    </div>
  );
}

function keysOfReason(index: number, digits: boolean): readonly string[] {
  const keys = `Alt+${index + 1}`;
  return digits ? [keys, String(index + 1)] : [keys];
}

/** A promise that cannot be moved now: why, and what is left to do. */
export function MissedSheet({ missed }: { readonly missed: MissedApology }) {
  const { apology } = useTexts();
  const { language } = useSettings();
  return (
    <Panel title={missed.applicantName} sx={{ minHeight: 0, overflow: 'auto', gap: rem(10) }}>
      <ApologyFacts row={missed} />
      <div>
        <Text size="note" tone="secondary">
          {apology.late}
        </Text>
        <Text tone="late" weight={600}>
          ! {language === 'vi' ? missed.reason : missed.reasonEn}
        </Text>
      </div>
      <div>{apology.lateNext}</div>
    </Panel>
  );
}

type LateCase = Omit<MissedApology, 'reason' | 'reasonEn'>;

/** Whose file it is, whom to call and what was promised. */
function ApologyFacts({ row }: { readonly row: LateCase }) {
  const { apology } = useTexts();
  const facts = [
    [apology.procedure, row.procedureName],
    [apology.oldDue, formatDateTime(row.dueAt)],
    [apology.phone, row.phone ?? apology.noPhone],
    [apology.holder, row.holderName ?? apology.nobody],
  ] as const;
  return (
    <Grid
      as="dl"
      columns={`${rem(90)} minmax(0, 1fr)`}
      columnGap={2}
      rowGap={0.5}
      size="note"
      css={{ '& dt': { color: 'var(--secondary)' }, '& dd': { margin: 0, fontWeight: 500 } }}
    >
      {facts.map(([name, value]) => (
        <Block css={{ display: 'contents' }} key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Block>
      ))}
    </Grid>
  );
}
