import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';

/** The four people every practice office has (command `demo`). */
const accounts = ['clerk', 'officer', 'supervisor', 'admin'] as const;

type PracticeAccountsProps = {
  readonly current: string;
  readonly onPick: (username: string) => void;
  readonly password: string | undefined;
};

export function PracticeAccounts({ current, onPick, password }: PracticeAccountsProps) {
  const { common, signIn } = useTexts();
  return (
    <Box role="group" aria-label={signIn.practiceAccounts}>
      <Box sx={{ fontSize: rem(13), color: 'text.secondary', marginBottom: 1 }}>{signIn.practiceNote}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        {accounts.map((username) => (
          <Button
            key={username}
            aria-pressed={username === current}
            onClick={() => onPick(username)}
            sx={username === current ? { bgcolor: 'var(--brand-soft)', borderColor: 'var(--brand)' } : {}}
          >
            {common.roles[username]}
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
              {username}
            </Box>
          </Button>
        ))}
      </Box>
      {password !== undefined && (
        <Box sx={{ fontSize: rem(13), marginTop: 2 }}>
          {signIn.practicePassword}: <strong>{password}</strong>
        </Box>
      )}
    </Box>
  );
}
