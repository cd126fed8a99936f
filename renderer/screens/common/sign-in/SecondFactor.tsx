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

/** Codes of a phone beside one's own password: turned on by a first code, turned off by the password. */
export function SecondFactor({ onClose }: { readonly onClose: () => void }) {
  const { people } = useTexts();
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const proposed = useQuery(desk.account.proposeFactor.queryOptions({ input: {} }));
  const set = useMutation(desk.account.setFactor.mutationOptions({ onSuccess: onClose }));
  const { on = false, secret = '' } = proposed.data ?? {};
  const isShort = !/^\d{6}$/.test(code);
  /** Nothing was guessed and nothing has to be waited for: the phone has another key, or another time. */
  const isUnproven = faultOf(set.error)?.code === 'second-factor-wrong';

  function submit(): void {
    setTried(true);
    if (current === '' || set.isPending || (!on && isShort)) return;
    set.mutate(on ? { secret: null, current } : { secret, code, current });
  }

  return (
    <Dialog
      title={people.factor}
      onClose={onClose}
      act={{ label: on ? people.factorDrop : people.factorSet, onAct: submit, disabled: set.isPending }}
    >
      <Text>{on ? people.factorOn : people.factorOff}</Text>
      {!on && (
        <>
          <Text>{people.factorSay}</Text>
          <Surface ground="brand" padding={3.5}>
            <Text size="heading" weight={700} css={{ userSelect: 'text', overflowWrap: 'anywhere' }}>
              {secret.match(/.{4}/g)?.join(' ')}
            </Text>
          </Surface>
          <Field
            label={people.code}
            autoFocus
            value={code}
            error={tried && isShort ? people.needed : isUnproven ? people.factorUnproven : undefined}
            inputProps={{ inputMode: 'numeric', maxLength: 6 }}
            onChange={(event) => {
              setCode(event.target.value);
              set.reset();
            }}
          />
        </>
      )}
      <OwnPasswordField value={current} tried={tried} onChange={setCurrent} />
      <FaultNote error={isUnproven ? null : (set.error ?? proposed.error)} />
    </Dialog>
  );
}
