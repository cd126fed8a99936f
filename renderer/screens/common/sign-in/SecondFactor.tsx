import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { faultOf } from '../../../desk/fault.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Surface, Text } from '../../../parts/layout/primitives.ts';
import { OwnPasswordField } from '../../../parts/person/OwnPasswordField.tsx';
import { useTexts } from '../../../text/texts.ts';

type Props = {
  /** The office asks for it, and nothing else is done before. */
  readonly must?: true;
  readonly onClose: () => void;
  readonly onDone?: () => void;
};

/**
 * Codes of a phone beside one's own password: turned on by a first code, turned off by one of the phone that is there. Where the office asks for them they stay on, and another phone
 * takes the place of the one before, by a code of each.
 */
export function SecondFactor({ must, onClose, onDone = onClose }: Props) {
  const { people } = useTexts();
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const [present, setPresent] = useState('');
  const [tried, setTried] = useState(false);
  const proposed = useQuery(desk.account.proposeFactor.queryOptions({ input: {} }));
  const set = useMutation(desk.account.setFactor.mutationOptions({ onSuccess: onDone }));
  const { on = false, required = false, secret = '' } = proposed.data ?? {};
  /** Another phone takes the place of the one that is there. */
  const moves = on && required;
  const drops = on && !required;
  const isShort = (typed: string) => !/^\d{6}$/.test(typed);
  /** Nothing was guessed and nothing has to be waited for: the phone has another key, or another time. */
  const wrong = faultOf(set.error);
  const isUnproven = wrong?.code === 'second-factor-wrong' && wrong.data['waitSeconds'] === 0;

  function submit(): void {
    setTried(true);
    if (proposed.data === undefined || current === '' || set.isPending) return;
    if (on && isShort(present)) return;
    if (drops) return set.mutate({ secret: null, current, present });
    if (isShort(code)) return;
    set.mutate({ secret, code, current, ...(moves ? { present } : {}) });
  }

  const digits = (label: string, value: string, onType: (typed: string) => void, unproven?: string) => (
    <Field
      label={label}
      autoFocus={label === people.factorPresent || !on}
      value={value}
      error={tried && isShort(value) ? people.needed : unproven}
      inputProps={{ inputMode: 'numeric', maxLength: 6 }}
      onChange={(event) => {
        onType(event.target.value);
        set.reset();
      }}
    />
  );
  return (
    <Dialog
      title={people.factor}
      onClose={onClose}
      act={{
        label: drops ? people.factorDrop : moves ? people.factorMove : people.factorSet,
        onAct: submit,
        disabled: set.isPending,
      }}
    >
      <Text>
        {must === true ? people.factorMust : moves ? people.factorKept : on ? people.factorOn : people.factorOff}
      </Text>
      {on && digits(people.factorPresent, present, setPresent)}
      {!drops && (
        <>
          <Text>{people.factorSay}</Text>
          <Surface ground="brand" padding={3.5}>
            <Text size="heading" weight={700} css={{ userSelect: 'text', overflowWrap: 'anywhere' }}>
              {secret.match(/.{4}/g)?.join(' ')}
            </Text>
          </Surface>
          <Text size="note" tone="secondary">
            {people.factorPaper}
          </Text>
          {digits(
            moves ? people.factorNext : people.code,
            code,
            setCode,
            isUnproven ? people.factorUnproven : undefined,
          )}
        </>
      )}
      <OwnPasswordField value={current} tried={tried} onChange={setCurrent} />
      <FaultNote error={isUnproven ? null : (set.error ?? proposed.error)} />
    </Dialog>
  );
}
