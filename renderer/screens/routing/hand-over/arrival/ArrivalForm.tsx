import { useContext, useEffect } from 'react';
import { printedNumber } from '../../../../../electron/domain/base/numbering.ts';
import { faultOf, useIssueSentence } from '../../../../desk/fault.ts';
import { usePlace } from '../../../../desk/places.ts';
import { useSettings } from '../../../../look/settings.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { ConfirmReasons, reasonsAsked } from '../../../../parts/dialog/ConfirmReasons.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { ActiveContext, useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../../parts/layout/Columns.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Column, Row, Text } from '../../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { useScanner } from '../../../../scanner/useScanner.ts';
import { formatDateTime, formatMoment } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { FieldScope, focusField, useFieldId } from '../../../counter/case-fields/field-id.ts';
import { AgencyField } from '../../../counter/case-fields/what/AgencyField.tsx';
import { ComponentTable } from '../../../counter/case-fields/what/ComponentTable.tsx';
import { HowFields } from '../../../counter/case-fields/what/HowFields.tsx';
import { ProcedurePicker } from '../../../counter/case-fields/what/ProcedurePicker.tsx';
import { useProcedureDetail } from '../../../counter/case-fields/what/useProcedureDetail.ts';
import { type ArrivalHook, arrivalScope } from './useArrival.ts';
import { WhoPanel } from '../../../counter/case-fields/person/WhoPanel.tsx';

type ArrivalProps = { readonly hook: ArrivalHook };
type PartProps = ArrivalProps & { readonly errorOf: (path: string) => string | undefined };

/** A file that another centre received and this office decides: its paper, who, and what; one key (NĐ 118/2025 Điều 20 k1b). */
export function ArrivalForm({ hook }: ArrivalProps) {
  const { handOver, reception } = useTexts();
  const active = useContext(ActiveContext);
  const sentenceOf = useIssueSentence();
  useEffect(() => {
    if (active) focusField('code', arrivalScope);
  }, [active]);
  useScanner({
    onScan: ({ shape, text }) => {
      if (shape === 'card') void hook.onCard(text);
      else if (shape === 'code' && !text.startsWith('BG.')) hook.onCode(text);
      else hook.setTrouble(handOver.arrival.scanReceipt);
    },
    onInputMethod: () => hook.setTrouble(reception.inputMethodOn),
  });
  const errorOf = (path: string) => sentenceOf(hook.issues.get(path));
  return (
    <FieldScope value={arrivalScope}>
      <Columns columns="minmax(0, 27fr) minmax(0, 28fr) minmax(0, 45fr)">
        <FromPaper hook={hook} errorOf={errorOf} />
        <WhoPanel form={hook.form} dispatch={hook.dispatch} errorOf={errorOf} />
        <What hook={hook} errorOf={errorOf} />
      </Columns>
    </FieldScope>
  );
}

/** What is on the receipt that came with it, and when it came. */
function FromPaper({ hook, errorOf }: PartProps) {
  const { arrival } = useTexts().handOver;
  const fieldId = useFieldId();
  const { came, change } = hook;
  const moment = (name: 'acceptedAt' | 'dueAt' | 'arrivedAt', hint?: string) => (
    <Field
      label={arrival[name]}
      id={fieldId(name)}
      value={came[name] ?? formatDateTime(hook.now)}
      onChange={(event) => change({ [name]: event.target.value })}
      error={errorOf(name)}
      inputProps={{ placeholder: arrival.momentForm }}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <Panel title={arrival.paper} gap={2}>
      {hook.done !== undefined && <Done hook={hook} done={hook.done} />}
      {hook.trouble !== null && <FaultNote error={hook.trouble} />}
      <Field
        label={arrival.code}
        id={fieldId('code')}
        value={came.code}
        onChange={(event) => hook.typeCode(event.target.value)}
        error={errorOf('code')}
        hint={arrival.codeHint}
      />
      <AgencyField
        label={arrival.unit}
        hint={arrival.unitHint}
        id={fieldId('receivingUnit')}
        value={came.unit}
        onChange={(unit) => change({ unit })}
        error={errorOf('receivingUnit')}
      />
      {moment('acceptedAt')}
      {moment('dueAt', arrival.dueHint)}
      {moment('arrivedAt', arrival.arrivedHint)}
    </Panel>
  );
}

type DoneProps = ArrivalProps & { readonly done: NonNullable<ArrivalHook['done']> };

/** The last one that was taken in: what was promised, and what the time comes to from the arrival. */
function Done({ hook, done }: DoneProps) {
  const { arrival } = useTexts().handOver;
  const { language } = useSettings();
  const { go } = usePlace();
  return (
    <Column as="section" border="brand" ground="brand" radius={10} padding={3} gap={1} aria-label={arrival.done}>
      <div role="status" aria-live="polite">
        <Text size="note" weight={600} tone="brand">
          <span aria-hidden>✓ </span>
          {arrival.done} · {hook.doneFor}
        </Text>
        <Text size="lead" weight={700} breaks>
          {done.code}
        </Text>
        {printedNumber(done.number) !== done.code && (
          <Text size="note" tone="secondary" breaks>
            {arrival.numberHere(printedNumber(done.number))}
          </Text>
        )}
        <Text weight={600}>{arrival.promised(formatMoment(done.dueAt, language))}</Text>
        {done.lawDueAt !== done.dueAt && (
          <Text size="note" tone={done.lawDueAt > done.dueAt ? 'soon' : 'secondary'}>
            {arrival.byLaw(formatMoment(done.lawDueAt, language), done.lawDueAt > done.dueAt)}
          </Text>
        )}
      </div>
      <Row>
        <ActionButton
          keys="Alt+Shift+O"
          label={arrival.open}
          onAct={() => go({ screen: 'case', caseId: done.caseId })}
          disabled={hook.failure !== null}
        />
      </Row>
    </Column>
  );
}

/** What was asked for, the papers that came, and the one act. */
function What({ hook, errorOf }: PartProps) {
  const { reception, handOver } = useTexts();
  const { arrival } = handOver;
  const { go } = usePlace();
  const { form, dispatch, failure } = hook;
  const detail = useProcedureDetail(form);
  const known = faultOf(failure);
  useShortcuts([{ keys: 'Ctrl+P', label: reception.what.find, run: () => focusField('procedureCode', arrivalScope) }]);
  return (
    <Panel title={reception.what.title} aside={<KeyCap keys="Ctrl+P" />} scroll={false}>
      <ProcedurePicker
        draftId={form.draftId}
        chosen={form.procedure}
        error={errorOf('procedureCode')}
        onChoose={(procedure) => dispatch({ type: 'procedure-chosen', procedure })}
      />
      <Column gap={2} minHeight={0} grow marginTop={1.5} scroll>
        {detail.data === undefined ? (
          <EmptyState title={arrival.noProcedure} />
        ) : (
          <ComponentTable procedure={detail.data} form={form} dispatch={dispatch} />
        )}
      </Column>
      <Text size="small" tone="secondary" shrink={false}>
        {arrival.fees}
      </Text>
      <FaultNote error={reasonsAsked(failure) === undefined ? failure : null} />
      <ConfirmReasons
        error={hook.sending ? null : failure}
        onConfirm={(confirm) => void hook.submit(confirm)}
        onClose={hook.forgetFailure}
      />
      {known?.code === 'foreign-known' && (
        <Row paddingTop={1.5}>
          <ActionButton
            keys="Alt+Shift+O"
            label={arrival.openKnown}
            onAct={() => go({ screen: 'case', caseId: String(known.data['caseId']) })}
          />
        </Row>
      )}
      <Row wrap gap={2.5} align="flex-end" shrink={false} paddingTop={2}>
        <HowFields form={{ ...form, copies: undefined }} dispatch={dispatch} errorOf={errorOf} />
        <Block marginLeft="auto">
          <ActionButton keys="Ctrl+Enter" label={arrival.act} onAct={() => void hook.submit()} filled>
            {hook.sending ? arrival.acting : arrival.act}
          </ActionButton>
        </Block>
      </Row>
    </Panel>
  );
}
