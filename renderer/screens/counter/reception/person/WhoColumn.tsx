import type { IntakeRow } from '../../../../../electron/contract/counter/intake/intake.ts';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { rem } from '../../../../look/theme.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { KeyCap, ariaKeys } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { ContactField } from '../../case-fields/person/ContactField.tsx';
import { DeliveryAddress, DeliveryChoice } from '../../case-fields/person/DeliveryFields.tsx';
import { Drafts } from '../draft/Drafts.tsx';
import { EarlierCases, PossibleDuplicate, useEarlier } from './EarlierCases.tsx';
import { KindChoice } from './KindChoice.tsx';
import { Pair, PersonFields } from '../../case-fields/person/PersonFields.tsx';
import { SubmitterButton, SubmitterFields } from '../../case-fields/person/SubmitterFields.tsx';
import { WaitingFiles } from '../waiting/WaitingFiles.tsx';
import { warningsOf } from '../../case-fields/person/card-warnings.ts';
import { focusField } from '../../case-fields/field-id.ts';
import { formOfDraft } from '../draft/draft-form.ts';
import { type PersonForm, isUntouched, plainIdNumber } from '../../case-fields/reception-form.ts';
import { type ReceptionHook, nextCitizenKeys } from '../useReception.ts';
import { Block, Column, Row, Text } from '../../../../parts/layout/primitives.ts';

type WhoColumnProps = {
  readonly hook: ReceptionHook;
  readonly waiting: readonly IntakeRow[];
  readonly errorOf: (path: string) => string | undefined;
  readonly today: string;
};

/** Who stands at the counter: the card fills it in, the desk remembers the rest. */
export function WhoColumn({ hook, waiting, errorOf, today }: WhoColumnProps) {
  const { reception } = useTexts();
  const texts = reception.who;
  const { form, dispatch } = hook;
  const { applicant } = form;
  const part = { form, dispatch, errorOf, onLeave: hook.onLeave };
  const idNumber = plainIdNumber(applicant.idNumber);
  const earlier = useEarlier(idNumber, form.procedure?.code);

  // All of them before the next citizen; with somebody in hand only what was begun for them before.
  const unfinished = isUntouched(form)
    ? hook.others
    : hook.others.filter(({ body }) => idNumber !== '' && idOfDraft(body) === idNumber);

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
      {earlier.data !== undefined && (
        <Block
          shrink={false}
          css={{ position: 'sticky', top: rem(-12), zIndex: 2, paddingBottom: rem(8), backgroundColor: 'var(--panel)' }}
        >
          <PossibleDuplicate cases={earlier.data.cases} today={today} />
        </Block>
      )}
      <WaitingFiles rows={waiting} />
      <Column gap={2}>
        <PersonFields
          who="applicant"
          person={applicant}
          errorOf={errorOf}
          warnings={warningsOf(form, today)}
          oldIdNumber={form.oldIdNumber}
          onChange={change}
          onLeave={hook.onLeave}
        />
        <Pair>
          <ContactField name="phone" {...part} />
          <DeliveryChoice {...part} />
        </Pair>
        <DeliveryAddress {...part} />
        {emailShown && <ContactField name="email" {...part} />}
        <Row
          wrap
          columnGap={2}
          css={{
            '& .MuiButton-root': {
              padding: `${rem(2)} 0`,
              minHeight: rem(28),
              fontSize: rem(13),
              fontWeight: 500,
              color: 'var(--secondary)',
              '&:hover': { color: 'var(--ink)' },
            },
          }}
        >
          <SubmitterButton form={form} dispatch={dispatch} />
          {!isUntouched(form) && (
            <Button
              variant="text"
              size="small"
              onClick={hook.nextCitizen}
              aria-keyshortcuts={ariaKeys(nextCitizenKeys)}
            >
              {reception.nextShort} <KeyCap keys={nextCitizenKeys} />
            </Button>
          )}
          {!emailShown && (
            <Button variant="text" size="small" onClick={openEmail} aria-keyshortcuts={ariaKeys('Alt+E')}>
              {texts.email} <KeyCap keys="Alt+E" />
            </Button>
          )}
        </Row>
        <SubmitterFields {...part} />
        {earlier.data !== undefined && <EarlierCases cases={earlier.data.cases} waits={waiting.length > 0} />}
        <Drafts drafts={unfinished} onTake={(taken) => hook.take(taken, null)} />
        {isUntouched(form) && (
          <Text tone="secondary" size="note">
            {texts.scanHint}
          </Text>
        )}
      </Column>
    </Panel>
  );
}

function idOfDraft(body: Readonly<Record<string, unknown>>): string {
  return plainIdNumber(formOfDraft(body)?.applicant.idNumber ?? '');
}
