import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { unitsIn } from '../../../../electron/domain/common/office/guessable.ts';
import { proposePassword } from '../../../../electron/domain/common/office/one-time-password.ts';
import type { PendingJoin } from '../../../desk/pending-join.ts';
import { findPendingOffice, keepOfficeKeeper, keepPendingOffice } from '../../../desk/pending-office.ts';
import { desk } from '../../../desk/client.ts';
import type { Texts } from '../../../text/languages.ts';
import { useTexts } from '../../../text/texts.ts';
import {
  type OfficeValues,
  findIssues,
  inRunningText,
  officeDefaults,
  setUpInput,
} from '../office-fields/office-values.ts';
import { findPeopleIssues } from '../office-fields/people-issues.ts';
import { refusedFields, showIssues } from '../office-fields/show-issues.ts';

/** The form, its check against the contract, and the one call that sets the office up. */
export function useOfficeForm(joining: PendingJoin | undefined) {
  const { common, firstRun } = useTexts();
  const code = joining?.code ?? '';
  const [begun] = useState(() =>
    begunWith(code, joining === undefined ? officeDefaults : joiningValues(joining, firstRun)),
  );
  const form = useForm<OfficeValues>({ defaultValues: begun.values, mode: 'onSubmit' });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keepTyped(code, values) }),
    [form, code],
  );
  const units = useQuery(desk.office.units.queryOptions({ input: {}, staleTime: Infinity }));
  const [wrong, setWrong] = useState(0);
  const [sealed, setSealed] = useState(true);
  /** What was entered is right, and the key on paper is still to be made. */
  const [isAtKey, setAtKey] = useState(false);

  function show(issues: ReadonlyMap<string, string>): void {
    const own = {
      'password-weak': firstRun.passwordWeak,
      'password-shared': firstRun.passwordShared,
      'password-easy': firstRun.passwordEasy,
      twice: firstRun.twice,
      'need-admin': firstRun.needAdmin,
      'need-clerk': firstRun.needClerk,
    };
    setWrong(issues.size);
    showIssues(form, issues, { ...common.issues, ...own });
  }

  const setUp = useMutation(
    desk.office.setUp.mutationOptions({
      onSuccess: (_done, { accounts }) => {
        keepPendingOffice(undefined);
        keepOfficeKeeper(
          accounts
            .find(({ role }) => role === 'admin')
            ?.username.trim()
            .toLowerCase(),
        );
      },
      onError: (error) => {
        const refused = refusedFields(error, form.getValues());
        if (refused.size > 0) {
          setAtKey(false);
          show(refused);
        }
      },
    }),
  );

  /** By what the office is called: nobody's password is made of it. */
  function unitsOf({ unitCode, centreName }: OfficeValues): string[] {
    const { data } = units;
    const unit = data?.units.find(({ code }) => code === unitCode);
    return unitsIn(unit?.fullName ?? '', centreName);
  }

  function submit(): void {
    const values = form.getValues();
    const issues = new Map([...findIssues(values), ...findPeopleIssues(values.accounts, unitsOf(values))]);
    show(issues);
    if (issues.size > 0 || setUp.isPending) return;
    if (sealed) setAtKey(true);
    else setUp.mutate({ ...setUpInput(values), attended: true });
  }

  const key = {
    isAsked: isAtKey,
    leave: () => setAtKey(false),
    give: (recoveryKey: string) =>
      setUp.mutate({ ...setUpInput(form.getValues()), attended: true, sealed: true, recoveryKey }),
  };
  return { form, submit, setUp, wrong, sealed, setSealed, key, isBegunAgain: begun.again };
}

/** What the code says of the new counter; its numbers are the centre's to give, and stand so from the first contact on. */
function joiningValues(
  { centre, unitName, identifier, desk: code, no }: PendingJoin,
  words: Texts['firstRun'],
): OfficeValues {
  return {
    ...officeDefaults,
    unitCode: centre,
    caseUnitCode: identifier,
    proposedCode: identifier,
    centreName: unitName === '' ? '' : words.centreOf(inRunningText(unitName)),
    deskCode: code,
    deskName: `Quầy ${code.replace(/^Q(?=\d)/, '')}`,
    first: String(no * 1000),
    last: String(no * 1000 + 999),
  };
}

/** What was typed before a reload stands there again; passwords, which are kept nowhere, do not. */
function begunWith(code: string, blank: OfficeValues): { readonly values: OfficeValues; readonly again: boolean } {
  const kept = findPendingOffice();
  const again = kept?.joining === code;
  const values: OfficeValues = again ? { ...blank, ...kept.values } : blank;
  const accounts = values.accounts.map((account, index) => ({
    ...account,
    password: index === 0 ? '' : firstPassword(),
  }));
  return { values: { ...values, accounts }, again: again && accounts.length > 1 };
}

function keepTyped(joining: string, { accounts, ...values }: OfficeValues): void {
  keepPendingOffice({ joining, values: { ...values, accounts: accounts.map((one) => ({ ...one, password: '' })) } });
}

/** For whoever else works here: read out or written down, and good for one sign-in. */
export function firstPassword(): string {
  return proposePassword((size) => crypto.getRandomValues(new Uint8Array(size)));
}
