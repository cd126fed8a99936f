import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { Chip } from '../../parts/Chip.tsx';
import { Field } from '../../parts/Field.tsx';
import { ariaKeys, KeyCap } from '../../parts/KeyCap.tsx';
import { Panel, PanelTitle } from '../../parts/Panel.tsx';
import { SelectField } from '../../parts/SelectField.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { warningsOf } from './card-warnings.ts';
import { Drafts } from './Drafts.tsx';
import { EarlierCases, useEarlier } from './EarlierCases.tsx';
import { fieldId, focusField } from './field-id.ts';
import { KindChoice } from './KindChoice.tsx';
import { Pair, PersonFields } from './PersonFields.tsx';
import { type PersonForm, type ReceptionForm, isUntouched, plainIdNumber } from './reception-form.ts';
import type { ReceptionHook } from './useReception.ts';

type WhoColumnProps = {
  readonly hook: ReceptionHook;
  readonly errorOf: (path: string) => string | undefined;
  readonly today: string;
  readonly onSubmitter: () => void;
};

/** Who stands at the counter: the card fills it in, the desk remembers the rest. */
export function WhoColumn({ hook, errorOf, today, onSubmitter }: WhoColumnProps) {
  const { reception, common } = useTexts();
  const texts = reception.who;
  const { form, dispatch } = hook;
  const { applicant, submitter, delivery } = form;
  const idNumber = plainIdNumber(applicant.idNumber);
  const earlier = useEarlier(idNumber, form.procedure?.code);

  // Once for each citizen: what the clerk deletes afterwards stays deleted.
  const filledFor = useRef('');
  useEffect(() => {
    const known = earlier.data?.person;
    const whom = `${form.draftId} ${idNumber}`;
    if (known === undefined || known === null || earlier.isPlaceholderData || filledFor.current === whom) return;
    filledFor.current = whom;
    dispatch({ type: 'person-known', idNumber, person: known });
  }, [earlier.data, earlier.isPlaceholderData, form.draftId, idNumber, dispatch]);

  const [emailOpen, setEmailOpen] = useState('');
  const emailShown = emailOpen === form.draftId || applicant.email !== '';
  function openEmail() {
    setEmailOpen(form.draftId);
    window.setTimeout(() => focusField('applicant.email'), 0);
  }
  useShortcuts([{ keys: 'Alt+E', label: texts.email, run: openEmail }]);

  function change(changed: Partial<PersonForm>) {
    dispatch({ type: 'person-typed', who: 'applicant', change: changed });
  }

  return (
    <Panel
      title={texts.title}
      aside={
        <>
          <KindChoice kind={applicant.kind} onChange={(kind) => change({ kind })} />
          {form.scanned && <Chip tone="brand">{texts.scanned}</Chip>}
        </>
      }
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: rem(8) }}>
        <PersonFields
          who="applicant"
          person={applicant}
          errorOf={errorOf}
          warnings={warningsOf(form, today)}
          oldIdNumber={form.oldIdNumber}
          onChange={change}
        />
        <Pair>
          <Field
            label={texts.phone}
            id={fieldId('applicant.phone')}
            value={applicant.phone}
            onChange={(event) => change({ phone: event.target.value })}
            error={errorOf('applicant.phone')}
            inputProps={{ inputMode: 'tel' }}
          />
          <SelectField
            label={texts.delivery}
            id={fieldId('resultDelivery.kind')}
            value={delivery.kind}
            onChange={(event) =>
              dispatch({
                type: 'changed',
                change: {
                  delivery: {
                    kind: event.target.value as ReceptionForm['delivery']['kind'],
                    address: delivery.address || applicant.address,
                  },
                },
              })
            }
            choices={(['desk', 'post', 'electronic'] as const).map((value) => ({
              value,
              label: common.deliveries[value],
            }))}
          />
        </Pair>
        {delivery.kind === 'post' && (
          <Field
            label={texts.deliveryAddress}
            id={fieldId('resultDelivery.address')}
            value={delivery.address}
            onChange={(event) =>
              dispatch({ type: 'changed', change: { delivery: { ...delivery, address: event.target.value } } })
            }
            error={errorOf('resultDelivery.address')}
            multiline
            maxRows={3}
          />
        )}
        {emailShown && (
          <Field
            label={texts.email}
            id={fieldId('applicant.email')}
            value={applicant.email}
            onChange={(event) => change({ email: event.target.value })}
            error={errorOf('applicant.email')}
            inputProps={{ inputMode: 'email' }}
          />
        )}
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
            '& .MuiButton-root': {
              padding: `${rem(2)} 0`,
              minHeight: rem(28),
              fontSize: rem(13),
              fontWeight: 500,
              color: 'text.secondary',
              '&:hover': { color: 'text.primary' },
            },
          }}
        >
          <Button
            variant="text"
            size="small"
            onClick={onSubmitter}
            aria-expanded={submitter !== null}
            aria-keyshortcuts={ariaKeys('Alt+N')}
          >
            {submitter === null ? texts.submitterOpen : texts.submitterClose} <KeyCap keys="Alt+N" />
          </Button>
          {!emailShown && (
            <Button variant="text" size="small" onClick={openEmail} aria-keyshortcuts={ariaKeys('Alt+E')}>
              {texts.email} <KeyCap keys="Alt+E" />
            </Button>
          )}
        </Box>
        {submitter !== null && (
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
            <PersonFields
              who="submitter"
              person={submitter}
              errorOf={errorOf}
              onChange={(changed) => dispatch({ type: 'person-typed', who: 'submitter', change: changed })}
            />
            <Field
              label={texts.authorisation}
              hint={texts.authorisationHint}
              id={fieldId('submitter.authorisation')}
              value={submitter.authorisation}
              onChange={(event) =>
                dispatch({ type: 'person-typed', who: 'submitter', change: { authorisation: event.target.value } })
              }
              error={errorOf('submitter.authorisation')}
            />
          </Box>
        )}
        {earlier.data !== undefined && <EarlierCases cases={earlier.data.cases} today={today} />}
        {isUntouched(form) && (
          <>
            <Box sx={{ color: 'text.secondary', fontSize: rem(13) }}>{texts.scanHint}</Box>
            <Drafts drafts={hook.others} onTake={(taken) => dispatch({ type: 'restored', form: taken })} />
          </>
        )}
      </Box>
    </Panel>
  );
}
