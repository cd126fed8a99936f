import Button from '@mui/material/Button';
import { useContext } from 'react';
import { Field } from '../../../../parts/controls/Field.tsx';
import { KeyCap, ariaKeys } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { PersonFields } from './PersonFields.tsx';
import { FieldScope, focusField, useFieldId } from '../field-id.ts';
import type { PersonForm } from '../reception-form.ts';
import type { FormPartProps } from '../reception-state.ts';
import { Column } from '../../../../parts/layout/primitives.ts';

/** Opens the fields of who files for somebody else, or goes to them. Alt+N never closes them: what was typed must not go by a key too many. */
export function SubmitterButton({ form, dispatch }: Omit<FormPartProps, 'errorOf'>) {
  const texts = useTexts().reception.who;
  const scope = useContext(FieldScope);
  const open = form.submitter !== null;

  function goTo() {
    if (!open) dispatch({ type: 'submitter-opened' });
    window.setTimeout(() => focusField('submitter.idNumber', scope), 0);
  }
  function close() {
    dispatch({ type: 'submitter-closed' });
    window.setTimeout(() => focusField('applicant.idNumber', scope), 0);
  }
  useShortcuts([{ keys: 'Alt+N', label: open ? texts.submitterGo : texts.submitterOpen, run: goTo }]);

  if (open)
    return (
      <Button variant="text" size="small" onClick={close}>
        {texts.submitterClose}
      </Button>
    );
  return (
    <Button variant="text" size="small" onClick={goTo} aria-keyshortcuts={ariaKeys('Alt+N')}>
      {texts.submitterOpen} <KeyCap keys="Alt+N" />
    </Button>
  );
}

/** Who stands at the counter for somebody else, and the paper that lets them. */
export function SubmitterFields({ form, dispatch, errorOf, onLeave }: FormPartProps) {
  const texts = useTexts().reception.who;
  const fieldId = useFieldId();
  const { submitter } = form;
  if (submitter === null) return null;

  function change(changed: Partial<PersonForm>) {
    dispatch({ type: 'person-typed', who: 'submitter', change: changed });
  }

  return (
    <Column as="section" gap={2} line="top" paddingTop={2} aria-label={texts.submitter}>
      <PanelTitle aside={<SwapButton dispatch={dispatch} />}>{texts.submitter}</PanelTitle>
      <PersonFields
        who="submitter"
        person={submitter}
        errorOf={errorOf}
        onChange={change}
        {...(onLeave === undefined ? {} : { onLeave })}
      />
      <Field
        label={texts.authorisation}
        hint={texts.authorisationHint}
        id={fieldId('submitter.authorisation')}
        value={submitter.authorisation}
        onChange={(event) => change({ authorisation: event.target.value })}
        error={errorOf('submitter.authorisation')}
      />
    </Column>
  );
}

/** Who was scanned first is not always whose file it is. */
function SwapButton({ dispatch }: Pick<FormPartProps, 'dispatch'>) {
  const texts = useTexts().reception.who;
  const swap = () => dispatch({ type: 'persons-swapped' });
  useShortcuts([{ keys: 'Alt+Shift+J', label: texts.swap, run: swap }]);
  return (
    <Button variant="text" size="small" onClick={swap} aria-keyshortcuts={ariaKeys('Alt+Shift+J')}>
      {texts.swap} <KeyCap keys="Alt+Shift+J" />
    </Button>
  );
}
