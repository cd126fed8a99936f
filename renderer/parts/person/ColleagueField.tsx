import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '../../../electron/contract/common/office/office.ts';
import type { StepRole } from '../../../electron/contract/routing/process.ts';
import { mayCall } from '../../../electron/domain/common/office/call-roles.ts';
import { desk } from '../../desk/client.ts';
import { useTexts } from '../../text/texts.ts';
import { ChoiceField } from '../controls/ChoiceField.tsx';
import { Text } from '../layout/primitives.ts';

type ColleagueFieldProps = {
  readonly label: string;
  /** What the work asks of a person: nobody else is offered. */
  readonly role: StepRole;
  /** Who cannot be meant, as who has it now. */
  readonly except?: string | null;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  /** The username; while nobody is chosen what was typed, so that it is never silently left out. */
  readonly onChange: (to: string) => void;
};

/** A colleague by any words of their name or by their user name; two of one name are told apart by the latter. */
export function ColleagueField({ label, role, except, hint, error, autoFocus = false, onChange }: ColleagueFieldProps) {
  const { holding, common } = useTexts();
  const texts = holding.colleague;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<NamedColleague | null>(null);
  const { data, isPending } = useQuery(desk.account.colleagues.queryOptions({ input: {} }));
  const options = (data?.accounts ?? []).filter(
    (one) => mayCall(one.role, role) && one.username !== (except ?? undefined),
  );
  return (
    <ChoiceField
      label={label}
      hint={[texts.hint(common.roles[role]), hint].filter((part) => part !== undefined).join(' ')}
      error={text.trim() !== '' && chosen === null && error !== undefined ? texts.choose : error}
      autoFocus={autoFocus}
      options={options}
      value={chosen}
      text={text}
      keyOf={({ username }) => username}
      nameOf={({ fullName }) => fullName}
      wordsOf={({ fullName, username }) => `${fullName} ${username}`}
      show={({ fullName, username, role: own }) => (
        <>
          <Text as="span" grow weight={500}>
            {fullName}
          </Text>
          <Text as="span" tone="secondary" size="small" marginLeft={2}>
            {common.roles[own]} · {username}
          </Text>
        </>
      )}
      none={texts.nobodyFound}
      waiting={isPending ? texts.waiting : undefined}
      keepsTyped
      opens
      onText={(typed, byHand) => {
        setText(typed);
        if (!byHand) return;
        setChosen(null);
        onChange(typed.trim());
      }}
      onChoose={(one) => {
        setChosen(one);
        onChange(one?.username ?? '');
      }}
    />
  );
}

export type NamedColleague = { readonly username: string; readonly fullName: string; readonly role: Role };
