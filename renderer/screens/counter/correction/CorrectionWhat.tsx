import Button from '@mui/material/Button';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { KeyCap, ariaKeys } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { useTexts } from '../../../text/texts.ts';
import { ComponentTable } from '../case-fields/what/ComponentTable.tsx';
import { HowFields } from '../case-fields/what/HowFields.tsx';
import { ProcedurePicker } from '../case-fields/what/ProcedurePicker.tsx';
import { focusField, useFieldId } from '../case-fields/field-id.ts';
import { useProcedureDetail } from '../case-fields/what/useProcedureDetail.ts';
import type { CorrectionHook } from './useCorrection.ts';
import { Block, Column, Row } from '../../../parts/layout/primitives.ts';

type CorrectionWhatProps = {
  readonly hook: CorrectionHook;
  readonly errorOf: (path: string) => string | undefined;
};

/** What was asked for, and why it is corrected; the one act of the screen. */
export function CorrectionWhat({ hook, errorOf }: CorrectionWhatProps) {
  const { reception, common, correction } = useTexts();
  const texts = reception.what;
  const fieldId = useFieldId();
  const { form, dispatch } = hook;
  const detail = useProcedureDetail(form);

  function choose(reason: string) {
    hook.setReason(reason);
    focusField('reason', 'correction');
  }
  useShortcuts([
    { keys: 'Ctrl+P', label: texts.find, run: () => focusField('procedureCode', 'correction') },
    { keys: 'Alt+3', label: correction.reason, run: () => focusField('reason', 'correction') },
    ...correction.reasons.map((reason, index) => ({
      keys: `Alt+${index + 5}`,
      label: reason,
      run: () => choose(reason),
    })),
  ]);

  return (
    <Panel title={texts.title} aside={<KeyCap keys="Ctrl+P" />} sx={{ overflow: 'auto' }}>
      <ProcedurePicker
        draftId={form.draftId}
        chosen={form.procedure}
        error={errorOf('procedureCode')}
        onChoose={(procedure) => dispatch({ type: 'procedure-chosen', procedure })}
      />
      <Column gap={2} minHeight={0} grow marginTop={1.5}>
        {detail.data !== undefined && <ComponentTable procedure={detail.data} form={form} dispatch={dispatch} />}
        <Block grow />
        <Row wrap gap={2.5}>
          <HowFields form={form} dispatch={dispatch} errorOf={errorOf} />
        </Row>
        <Row wrap gap={1.5} role="group" aria-label={correction.reason}>
          {correction.reasons.map((reason, index) => (
            <Button
              key={reason}
              size="small"
              onClick={() => choose(reason)}
              aria-pressed={hook.reason === reason}
              aria-keyshortcuts={ariaKeys(`Alt+${index + 5}`)}
              sx={{ fontWeight: hook.reason === reason ? 700 : 500 }}
            >
              {reason} <KeyCap keys={`Alt+${index + 5}`} />
            </Button>
          ))}
        </Row>
        <Field
          label={correction.reason}
          aside={<KeyCap keys="Alt+3" />}
          id={fieldId('reason')}
          value={hook.reason}
          onChange={(event) => hook.setReason(event.target.value)}
          error={hook.reasonMissing ? common.issues['required'] : undefined}
        />
      </Column>
      <Row justify="flex-end" paddingTop={2.5}>
        <ActionButton
          keys="Ctrl+Enter"
          label={correction.act}
          onAct={hook.submit}
          filled
          disabled={hook.acting || Object.keys(hook.change).length === 0}
        >
          {hook.acting ? correction.acting : correction.act}
        </ActionButton>
      </Row>
    </Panel>
  );
}
