import { useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useEffectEvent } from 'react';
import type { IntakeRow } from '../../../../electron/contract/counter/intake/intake.ts';
import { desk, inputOf, keptOfPersonMs } from '../../../desk/client.ts';
import { useIssueSentence } from '../../../desk/fault.ts';
import { minuteOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { ConfirmReasons, reasonsAsked } from '../../../parts/dialog/ConfirmReasons.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { usePlace } from '../../../desk/places.ts';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { useTexts } from '../../../text/texts.ts';
import { KitDialog } from '../kit/KitDialog.tsx';
import { SheetsDialog } from '../kit/KitSheets.tsx';
import { IssueSummary } from './IssueSummary.tsx';
import { LastPromise } from './paper/LastPromise.tsx';
import { PaperColumn } from './paper/PaperColumn.tsx';
import { SheetBand } from './sheets/SheetBand.tsx';
import { WaitingButton } from './waiting/WaitingButton.tsx';
import { WhatColumn } from './what/WhatColumn.tsx';
import { SecondCardDialog } from './person/SecondCardDialog.tsx';
import { WhoColumn } from './person/WhoColumn.tsx';
import { focusField } from '../case-fields/field-id.ts';
import { type ReceptionForm, plainIdNumber } from '../case-fields/reception-form.ts';
import { useCard } from './person/useCard.ts';
import { useDeskSlip } from './paper/useDeskSlip.ts';
import { nextCitizenKeys, useReception } from './useReception.ts';
import { useSheets } from './sheets/useSheets.ts';
import { useTakePerson } from './person/useTakePerson.ts';
import { useTakeIntake } from './waiting/useTakeIntake.ts';
import { Column, Grid } from '../../../parts/layout/primitives.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';

/** One screen, no wizard: who, what, and the paper as it will print. */
export function Reception() {
  const { person, reception } = useTexts();
  const { go } = usePlace();
  const sentenceOf = useIssueSentence();
  const now = useKnownStatus(minuteOf);
  const active = useContext(ActiveContext);
  const hook = useReception();
  const { form, issues } = hook;
  const sheets = useSheets(hook);
  const card = useCard(hook, (code, square) => void sheets.onCode(code, square));
  const notTaken = useTakeIntake(hook);
  useTakePerson(hook);
  const waiting = useWaitingFiles(form);
  const slip = useDeskSlip(hook, waiting);

  function openPerson(): void {
    const former = plainIdNumber(form.oldIdNumber);
    const whom = { idNumber: plainIdNumber(form.applicant.idNumber) };
    go({ screen: 'person', whom: former === '' ? whom : { ...whom, formerNumber: former } });
  }

  const focusFirst = () => focusField(sheets.on ? 'fromKit.number' : 'applicant.idNumber');
  const arrive = useEffectEvent(focusFirst);
  useEffect(() => {
    if (active) arrive();
  }, [active]);

  // One key away: fetched now, so that what is typed right after F3 finds its box.
  useEffect(() => void import('../find/Find.tsx'), []);

  useShortcuts([
    // F2 comes here and stays here: only a key of its own lays a file that was begun aside, and says so.
    { keys: 'F2', label: reception.firstField, run: focusFirst },
    { keys: nextCitizenKeys, label: reception.newCitizen, run: hook.nextCitizen },
    {
      keys: 'Ctrl+I',
      label: person.open,
      run: openPerson,
      disabled: plainIdNumber(form.applicant.idNumber).length < 9,
    },
    { keys: 'Ctrl+P', label: reception.what.find, run: () => focusField('procedureCode') },
    { keys: 'ArrowDown', label: reception.who.addressEnd, run: () => undefined, helpOnly: true },
    { keys: 'Alt+1', label: reception.columns.who, run: () => focusField('applicant.idNumber') },
    {
      keys: 'Alt+2',
      label: reception.columns.what,
      run: () => focusField(form.procedure === null ? 'procedureCode' : 'components'),
    },
    { keys: 'Alt+3', label: reception.columns.paper, run: () => focusField('paper') },
  ]);

  const errorOf = (path: string) => sentenceOf(hook.fieldIssues.get(path));

  return (
    <Column height="100%" gap={2}>
      <IssueSummary issues={issues} fault={reasonsAsked(hook.fault) === undefined ? hook.fault : null} />
      <ConfirmReasons
        error={hook.accepting ? null : hook.fault}
        onConfirm={(confirm) => void hook.accept(confirm)}
        onClose={hook.forgetFault}
      />
      {card.trouble !== null && <FaultNote error={card.trouble} />}
      {notTaken !== null && <FaultNote error={notTaken} />}
      {hook.notKept && <FaultNote error={reception.drafts.notKept} />}
      {sheets.on && (
        <SheetBand hook={hook} errorOf={errorOf} onLeave={sheets.leave} onList={() => sheets.ask('list')} />
      )}
      {hook.note !== null && <OutcomeLine>{hook.note}</OutcomeLine>}
      <LastPromise passed={hook.passed} form={form} />
      <Columns
        columns="minmax(0, 26fr) minmax(0, 43fr) minmax(0, 29fr)"
        // Large text: the paper follows below (Alt+3).
        narrowAt="reception"
        narrow="twoFirst"
      >
        <WhoColumn hook={hook} waiting={waiting} errorOf={errorOf} today={now.slice(0, 10)} />
        <WhatColumn hook={hook} slip={slip} errorOf={errorOf} now={now} onScan={card.onScan} />
        <Column gap={2} minHeight={0} minWidth={0}>
          <WaitingButton />
          {!sheets.on && <KitButtons onPrint={() => sheets.ask('print')} onEnter={() => void sheets.enter('')} />}
          <PaperColumn form={form} slip={slip.made} />
        </Column>
      </Columns>
      {card.second !== null && (
        <SecondCardDialog form={form} second={card.second} onAnswer={card.answer} onClose={card.ignore} />
      )}
      {sheets.asked === 'print' && <KitDialog now={now} onClose={sheets.close} onPrinted={sheets.printed} />}
      {sheets.asked === 'list' && (
        <SheetsDialog
          onClose={sheets.close}
          onEnter={(number) => {
            sheets.close();
            void sheets.enter(number);
          }}
        />
      )}
    </Column>
  );
}

type KitButtonsProps = { readonly onPrint: () => void; readonly onEnter: () => void };

/** For the day the power fails: paper to go on with, and the way back from it. */
function KitButtons({ onPrint, onEnter }: KitButtonsProps) {
  const { kit } = useTexts();
  return (
    <Grid
      columns="1fr 1fr"
      gap={1.5}
      shrink={false}
      css={{
        '& .MuiButton-root': {
          minHeight: rem(30),
          padding: `${rem(2)} ${rem(6)}`,
          fontSize: rem(12),
          fontWeight: 500,
          flexWrap: 'wrap',
          columnGap: rem(6),
          lineHeight: 1.3,
        },
      }}
    >
      <ActionButton keys="Ctrl+Shift+P" label={kit.print} onAct={onPrint}>
        {kit.printShort}
      </ActionButton>
      <ActionButton keys="Ctrl+Shift+B" label={kit.mode} onAct={onEnter}>
        {kit.mode}
      </ActionButton>
    </Grid>
  );
}

/** What waits here of the person who stands at the counter, beside the file in hand: asked to be completed, or sent and not received yet. */
function useWaitingFiles({ applicant, requestId }: ReceptionForm): readonly IntakeRow[] {
  const text = plainIdNumber(applicant.idNumber);
  const { data } = useQuery(
    desk.intake.list.queryOptions({
      input: { text, limit: 20 },
      enabled: text.length >= 9,
      staleTime: 0,
      gcTime: keptOfPersonMs,
      placeholderData: (before, query) => (inputOf(query)['text'] === text ? before : undefined),
    }),
  );
  return data?.rows.filter(({ intakeId }) => intakeId !== requestId) ?? [];
}
