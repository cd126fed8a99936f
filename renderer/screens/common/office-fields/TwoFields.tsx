import Checkbox from '@mui/material/Checkbox';
import { type ReactNode, useState } from 'react';
import { useStatus } from '../../../desk/desk-status.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { rem } from '../../../look/theme.ts';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { OwnPasswordField } from '../../../parts/person/OwnPasswordField.tsx';
import { useTexts } from '../../../text/texts.ts';
import { RecoveryKeyField } from './RecoveryKeyField.tsx';

export type SecondSaid = { readonly username: string; readonly password: string } | { readonly recoveryKey: string };

export type Two = {
  /** What the call is given; both left out where one person is enough. */
  readonly said: { readonly ownPassword?: string; readonly second?: SecondSaid };
  readonly isWhole: boolean;
  readonly fields: ReactNode;
};

/**
 * The fields in which two people stand for an act at one screen; nothing where one is enough.
 * @param asksOwn whether one's own password is asked for here, and not beside
 */
export function useTwo(two: boolean, tried: boolean, asksOwn = true): Two {
  const { people } = useTexts();
  const isSealed = useStatus().data?.sealing !== 'plain';
  const [values, setValues] = useState({ own: '', username: '', password: '', paper: '' });
  const [byPaper, setByPaper] = useState(false);
  if (!two) return { said: {}, isWhole: true, fields: null };

  const field = (name: keyof typeof values) => ({
    value: values[name],
    error: tried && values[name].trim() === '' ? people.needed : undefined,
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });
  const { own, username, password, paper } = values;
  const second = byPaper ? { recoveryKey: paper } : { username, password };
  const isWhole =
    (!asksOwn || own !== '') && (byPaper ? paper.trim() !== '' : username.trim() !== '' && password !== '');
  return {
    said: { ...(asksOwn ? { ownPassword: own } : {}), second },
    isWhole,
    fields: (
      <>
        <Text size="note" tone="secondary">
          {byPaper ? people.bothSayPaper : people.bothSay}
        </Text>
        {asksOwn && (
          <OwnPasswordField value={own} tried={tried} onChange={(typed) => setValues({ ...values, own: typed })} />
        )}
        {byPaper ? (
          <RecoveryKeyField said={{ label: people.paperKey, hint: people.paperHint }} {...field('paper')} />
        ) : (
          <>
            <Field label={people.secondName} autoComplete="off" {...field('username')} />
            <Field label={people.secondPassword} type="password" autoComplete="off" {...field('password')} />
          </>
        )}
        {isSealed && (
          <Row as="label" gap={2} align="center">
            <Checkbox
              checked={byPaper}
              onChange={(event) => setByPaper(event.target.checked)}
              sx={{ padding: rem(4), marginLeft: rem(-4) }}
            />
            {people.paper}
          </Row>
        )}
      </>
    ),
  };
}
