import Button from '@mui/material/Button';
import { useContext } from 'react';
import { Field } from '../../../parts/controls/Field.tsx';
import { KeyCap, ariaKeys } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { PanelTitle } from '../../../parts/layout/Panel.tsx';
import { useTexts } from '../../../text/texts.ts';
import { PersonFields } from './PersonFields.tsx';
import { FieldScope, focusField, useFieldId } from '../field-id.ts';
import type { PersonForm } from '../reception-form.ts';
import type { FormPartProps } from '../reception-state.ts';
import { Column } from '../../../parts/layout/primitives.ts';

/** Opens and closes the fields of who files for somebody else; the cursor goes to whom the next key is about. */
export function SubmitterButton({ form, dispatch }: Omit<FormPartProps, 'errorOf'>) {
  const texts = useTexts().reception.who;
  const scope = useContext(FieldScope);
  const open = form.submitter !== null;

  function toggle() {
    dispatch({ type: open ? 'submitter-closed' : 'submitter-opened' });
    window.setTimeout(() => focusField(open ? 'applicant.idNumber' : 'submitter.idNumber', scope), 0);
  }
  useShortcuts([{ keys: 'Alt+N', label: texts.submitterOpen, run: toggle }]);

  return (
    <Button variant="text" size="small" onClick={toggle} aria-expanded={open} aria-keyshortcuts={ariaKeys('Alt+N')}>
      {open ? texts.submitterClose : texts.submitterOpen} <KeyCap keys="Alt+N" />
    </Button>
  );
}

/** Who stands at the counter for somebody else, and the paper that lets them. */
export function SubmitterFields({ form, dispatch, errorOf }: FormPartProps) {
  const texts = useTexts().reception.who;
  const fieldId = useFieldId();
  const { submitter } = form;
  if (submitter === null) return null;

  function change(changed: Partial<PersonForm>) {
    dispatch({ type: 'person-typed', who: 'submitter', change: changed });
  }

  return (
    <Column as="section" gap={2} line="top" paddingTop={2} aria-label={texts.submitter}>
      <PanelTitle>{texts.submitter}</PanelTitle>
      <PersonFields who="submitter" person={submitter} errorOf={errorOf} onChange={change} />
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
