import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useContext } from 'react';
import { rem } from '../../look/theme.ts';
import { Field } from '../../parts/controls/Field.tsx';
import { KeyCap, ariaKeys } from '../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { PanelTitle } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { PersonFields } from './PersonFields.tsx';
import { FieldScope, focusField, useFieldId } from './field-id.ts';
import type { PersonForm } from './reception-form.ts';
import type { FormPartProps } from './reception-state.ts';

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
    <Box
      component="section"
      aria-label={texts.submitter}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: rem(8),
        borderTop: '1px solid var(--hairline)',
        paddingTop: 2,
      }}
    >
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
    </Box>
  );
}
