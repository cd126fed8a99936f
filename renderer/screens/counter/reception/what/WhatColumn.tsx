import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { desk, goodForMs } from '../../../../desk/client.ts';
import { rem } from '../../../../look/theme.ts';
import { narrowerThan } from '../../../../look/tokens.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { AcceptedBox } from '../paper/AcceptedBox.tsx';
import { CompetentField } from './CompetentField.tsx';
import { ComponentTable } from '../../case-fields/what/ComponentTable.tsx';
import { DeskActs } from '../paper/DeskActs.tsx';
import { ExpectedFees } from '../promise/ExpectedFees.tsx';
import { HowFields } from '../../case-fields/what/HowFields.tsx';
import { OwnFieldsBlock } from './OwnFieldsBlock.tsx';
import { ProcedureNotes } from './ProcedureNotes.tsx';
import { ProcedurePicker } from '../../case-fields/what/ProcedurePicker.tsx';
import { PromiseBox } from '../promise/PromiseBox.tsx';
import { fieldId, focusField } from '../../case-fields/field-id.ts';
import { sheetMoment } from '../../case-fields/paper-sheet.ts';
import type { Scan } from '../../../../scanner/scan-listeners.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';
import { competentOf, previewInput, readTermOf } from '../../case-fields/receive-input.ts';
import { TermField } from '../promise/TermField.tsx';
import { chosenTerm, isRead, termChoices } from '../promise/term-choices.ts';
import { useDeadline } from '../promise/useDeadline.ts';
import type { DeskSlipHook } from '../paper/useDeskSlip.ts';
import { arePapersTyped, isTermTyped, withTypedChoice } from '../../case-fields/what/typed-procedure.ts';
import { useProcedureDetail } from '../../case-fields/what/useProcedureDetail.ts';
import { caseOfFiler } from '../../case-fields/what/usual-components.ts';
import type { ReceptionHook } from '../useReception.ts';
import { Block, Column, Row } from '../../../../parts/layout/primitives.ts';

type WhatColumnProps = {
  readonly hook: ReceptionHook;
  readonly slip: DeskSlipHook;
  readonly errorOf: (path: string) => string | undefined;
  readonly now: string;
  /** What reception does with a scan, for what stands above it and has no use for one. */
  readonly onScan: (scan: Scan) => void;
};

/** What is asked for: the procedure, its papers, its fee and the promise; and the one act of the screen. */
export function WhatColumn({ hook, slip, errorOf, now, onScan }: WhatColumnProps) {
  const { reception, intake, kit } = useTexts();
  const texts = reception.what;
  const { form, dispatch, accepted, setNote } = hook;
  const fromPaper = form.fromKit?.on === true;
  const code = form.procedure?.code;
  const detail = useProcedureDetail(form);
  const acceptedAt = sheetMoment(form.fromKit) ?? now;
  const deadline = useDeadline(code, form.channel, acceptedAt, competentOf(form), readTermOf(form));
  const procedure = code === undefined ? undefined : detail.data;

  // The table stands only after the choice is drawn; then the cursor goes where the next key is wanted.
  const toTable = useRef(false);
  // Counted: what stands there already may be chosen again, and nothing of it changes.
  const [choice, setChoice] = useState(0);
  useEffect(() => {
    if (!toTable.current || procedure === undefined) return;
    toTable.current = false;
    focusField(arePapersTyped(procedure) ? 'typedPapers' : 'components');
  }, [procedure, choice]);
  // Who files by an authorisation hands it in: its case is chosen once, and stays as the clerk leaves it.
  const byFiler = procedure === undefined ? undefined : caseOfFiler(procedure, form);
  const chosenFor = useRef('');
  useEffect(() => {
    const file = `${form.draftId} ${code ?? ''}`;
    if (byFiler === undefined || procedure === undefined || chosenFor.current === file) return;
    chosenFor.current = file;
    dispatch({ type: 'case-toggled', procedure, words: byFiler });
    setNote(texts.cases.byFiler(byFiler));
  }, [byFiler, procedure, form.draftId, code, dispatch, setNote, texts]);
  const fees = useFees(form).data;
  const on = { day: acceptedAt.slice(0, 10), channel: form.channel };
  const choices = procedure === undefined ? [] : withTypedChoice(termChoices(procedure, on), procedure);
  const term = chosenTerm(choices, form.term?.key);

  const beside = procedure !== undefined && (
    <Row wrap gap={2} align="center" justify="flex-end">
      <OwnFieldsBlock
        procedure={procedure}
        hook={hook}
        errorOf={errorOf}
        onScan={onScan}
        key={`${form.draftId} ${procedure.code}`}
      />
      <CompetentField
        value={form.competent ?? null}
        onChange={(competent) => dispatch({ type: 'changed', change: { competent } })}
      />
    </Row>
  );

  return (
    <Panel
      title={texts.title}
      aside={<KeyCap keys="Ctrl+P" />}
      sx={{ overflow: 'hidden', [narrowerThan('reception')]: { overflow: 'auto' } }}
    >
      <ProcedurePicker
        draftId={form.draftId}
        chosen={form.procedure}
        others
        error={errorOf('procedureCode')}
        onChoose={(chosen) => {
          dispatch({ type: 'procedure-chosen', procedure: chosen });
          toTable.current = true;
          setChoice((times) => times + 1);
        }}
      />
      <Column
        gap={2.5}
        minHeight={0}
        grow
        marginTop={1.5}
        css={{
          overflowY: 'auto',
          [narrowerThan('reception')]: { minHeight: 'auto', flexShrink: 0, overflowY: 'visible' },
        }}
      >
        {code === undefined && accepted !== null && (
          <AcceptedBox
            key={accepted.received.caseId}
            accepted={accepted}
            onUndone={hook.undone}
            next={fromPaper ? kit.nextPaper : reception.accepted.next}
          />
        )}
        {code === undefined && accepted === null && <EmptyState title={texts.noProcedure} />}
        {procedure !== undefined && (
          <>
            <ProcedureNotes procedure={procedure} channel={form.channel} />
            {arePapersTyped(procedure) ? (
              <Field
                label={texts.typedPapers}
                hint={texts.typedPapersHint}
                id={fieldId('typedPapers')}
                value={form.typedPapers ?? ''}
                onChange={(event) => dispatch({ type: 'changed', change: { typedPapers: event.target.value } })}
                error={errorOf('typed.components')}
              />
            ) : (
              <ComponentTable procedure={procedure} form={form} dispatch={dispatch} caseAsked={hook.caseAsked}>
                {beside}
              </ComponentTable>
            )}
            {arePapersTyped(procedure) && (
              <Row justify="flex-end" shrink={false}>
                {beside}
              </Row>
            )}
            <TermField choices={choices} form={form} dispatch={dispatch} errorOf={errorOf} />
            <PromiseBox
              answer={deadline}
              noTerm={procedure.noTerm}
              awaited={isTermTyped(procedure) && (form.term?.value ?? '').trim() === ''}
              verified={term === undefined ? procedure.termVerified : isRead(term)}
            />
            <ExpectedFees procedure={procedure} fees={fees?.fees} />
          </>
        )}
      </Column>
      {/* What is on paper was received already: it is not guided or refused any more. */}
      {!fromPaper && <DeskActs form={form} slip={slip} />}
      <Row
        wrap
        gap={2.5}
        align="flex-end"
        shrink={false}
        paddingTop={2.5}
        css={{
          '& .MuiButton-root': { minHeight: rem(48) },
          // The one act stays in sight while the column scrolls.
          [narrowerThan('reception')]: {
            position: 'sticky',
            bottom: rem(-16),
            paddingBottom: rem(12),
            backgroundColor: 'var(--panel)',
          },
        }}
      >
        <HowFields form={form} dispatch={dispatch} errorOf={errorOf}>
          {form.channel === 'post' && (
            <Block width={150}>
              <Field
                label={intake.trackingNumber}
                id={fieldId('trackingNumber')}
                value={form.trackingNumber}
                onChange={(event) => dispatch({ type: 'changed', change: { trackingNumber: event.target.value } })}
                error={errorOf('trackingNumber')}
              />
            </Block>
          )}
        </HowFields>
        {/* Where the fields take the line, the act stands at its usual end of the next. */}
        <Block marginLeft="auto">
          <ActionButton keys="Ctrl+Enter" label={reception.accept} onAct={() => void hook.accept()} filled>
            {hook.accepting ? reception.accepting : reception.accept}
          </ActionButton>
        </Block>
      </Row>
    </Panel>
  );
}

/** What the file would cost as the form stands: by its channel, its sets and its pages. */
function useFees(form: ReceptionForm) {
  const input = previewInput(form);
  return useQuery(
    desk.procedure.fees.queryOptions({
      input: {
        code: input?.procedureCode ?? '-',
        channel: form.channel,
        ...(input?.quantity === undefined ? {} : { quantity: input.quantity }),
        ...(input?.pages === undefined ? {} : { pages: input.pages }),
        ...(input?.copies === undefined ? {} : { copies: input.copies }),
      },
      enabled: input !== undefined,
      staleTime: goodForMs,
    }),
  );
}
