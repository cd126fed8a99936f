import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MissedApology, PreparedApology } from '../../../electron/contract/case/apology.ts';
import { desk, queries } from '../../desk/client.ts';
import { useFaultSentence } from '../../desk/fault.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { SelectField } from '../../parts/controls/SelectField.tsx';
import { useRested } from '../../parts/controls/rested.ts';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { PaperView } from '../../parts/paper/PaperView.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { readMoment } from '../case/act-fields.ts';

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
  readonly reasons: readonly string[];
  /** Whether bare digits choose a reason; Alt with the digit does so everywhere. */
  readonly digits: boolean;
  readonly onSent: (sent: ApologySent) => void;
};

/** One apology: why, until when, how the citizen was told, and the paper as it will print. */
export function ApologySheet({ apology: prepared, reasons, digits, onSent }: ApologySheetProps) {
  const { apology, caseFile, common } = useTexts();
  const { language } = useSettings();
  const sentenceOf = useFaultSentence();
  const { caseId, number, proposal } = prepared;
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(proposal === null ? '' : formatDateTime(proposal.newDueAt));
  const [told, setTold] = useState<Told>('');
  const [tried, setTried] = useState(false);
  const newDueAt = readMoment(date);
  const [written, dated] = [reason.trim().length >= 3, /^\d{4}-/.test(newDueAt)];
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

  function reasonKeys(index: number): readonly string[] {
    const keys = `Alt+${index + 1}`;
    return digits ? [keys, String(index + 1)] : [keys];
  }

  useShortcuts(
    reasons.flatMap((usual, index) =>
      reasonKeys(index).map((keys) => ({ keys, label: apology.chooseReason(usual), run: () => setReason(usual) })),
    ),
  );

  const dateError = tried && !dated ? common.issues['invalid'] : undefined;
  const refused = dated ? (sentenceOf(paper.error) ?? undefined) : undefined;
  return (
    <>
      <Panel title={prepared.applicantName} sx={{ minHeight: 0, overflow: 'auto', gap: rem(10) }}>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{apology.intro}</Box>
        <ApologyFacts row={prepared} />
        <Box role="group" aria-label={apology.usual}>
          {reasons.map((usual, index) => (
            <ButtonBase
              key={usual}
              aria-pressed={reason === usual}
              onClick={() => setReason(usual)}
              sx={{
                font: 'inherit',
                fontSize: rem(13),
                width: '100%',
                justifyContent: 'flex-start',
                textAlign: 'left',
                gap: rem(8),
                padding: `${rem(3)} ${rem(6)}`,
                borderRadius: '6px',
                bgcolor: reason === usual ? 'var(--brand-soft)' : 'transparent',
                fontWeight: reason === usual ? 600 : 400,
              }}
            >
              <KeyCap keys={digits ? String(index + 1) : `Alt+${index + 1}`} /> {usual}
            </ButtonBase>
          ))}
        </Box>
        <Field
          label={apology.reason}
          value={reason}
          error={tried && !written ? common.issues['required'] : undefined}
          multiline
          minRows={2}
          onChange={(event) => setReason(event.target.value)}
        />
        <Field
          label={apology.newDate}
          value={date}
          hint={proposal === null ? apology.noProposal : apology.newDateHint}
          error={dateError ?? refused}
          onChange={(event) => setDate(event.target.value)}
        />
        {proposal !== null && (
          <Box component="ul" aria-label={apology.how} sx={{ margin: 0, paddingLeft: rem(18), fontSize: rem(12) }}>
            {proposal.steps.map(({ text, textEn }) => (
              <li key={text}>{language === 'vi' ? text : textEn}</li>
            ))}
          </Box>
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
        <Box
          sx={{
            // In sight whatever is scrolled: it is what the officer came for.
            position: 'sticky',
            bottom: 0,
            bgcolor: 'background.paper',
            paddingBlock: rem(10),
            borderTop: '1px solid var(--hairline)',
          }}
        >
          <ActionButton keys="Ctrl+Enter" label={apology.act} onAct={send} filled disabled={extend.isPending} />
        </Box>
      </Panel>
      <Panel title={apology.paper} sx={{ minHeight: 0, overflow: 'auto' }}>
        {paper.data !== undefined && <PaperView pages={paper.data.pages} />}
      </Panel>
    </>
  );
}

/** A promise no apology can move: why, and what is left to do. */
export function MissedSheet({ missed }: { readonly missed: MissedApology }) {
  const { apology } = useTexts();
  const { language } = useSettings();
  return (
    <Panel title={missed.applicantName} sx={{ minHeight: 0, overflow: 'auto', gap: rem(10) }}>
      <ApologyFacts row={missed} />
      <Box>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{apology.late}</Box>
        <Box sx={{ color: 'var(--late)', fontWeight: 600 }}>
          ! {language === 'vi' ? missed.reason : missed.reasonEn}
        </Box>
      </Box>
      <Box>{apology.lateNext}</Box>
    </Panel>
  );
}

type Row = Omit<MissedApology, 'reason' | 'reasonEn'>;

/** Whose file it is, whom to call and what was promised. */
function ApologyFacts({ row }: { readonly row: Row }) {
  const { apology } = useTexts();
  const facts = [
    [apology.procedure, row.procedureName],
    [apology.oldDue, formatDateTime(row.dueAt)],
    [apology.phone, row.phone ?? apology.noPhone],
    [apology.holder, row.holderName ?? apology.nobody],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        margin: 0,
        display: 'grid',
        gridTemplateColumns: `${rem(90)} minmax(0, 1fr)`,
        columnGap: rem(8),
        rowGap: rem(2),
        fontSize: rem(13),
        '& dt': { color: 'text.secondary' },
        '& dd': { margin: 0, fontWeight: 500 },
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}
