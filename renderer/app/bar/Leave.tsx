import ButtonBase from '@mui/material/ButtonBase';
import { useMutation } from '@tanstack/react-query';
import { useContext } from 'react';
import { deskClient } from '../../desk/client.ts';
import { LeavingContext, keepAll } from '../../desk/leaving.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { ariaKeys, KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';

/** A letter typed just before is kept first. */
async function endSession() {
  await keepAll();
  return deskClient.account.signOut({});
}

/** Who signs out leaves the desk to anybody. */
export function useSignOut(after?: () => void) {
  const leave = useContext(LeavingContext);
  return useMutation({
    mutationFn: endSession,
    onSuccess: () => {
      leave();
      after?.();
    },
  });
}

const button = {
  font: 'inherit',
  fontSize: rem(13),
  gap: 1,
  padding: `0 ${rem(4)}`,
  borderRadius: '4px',
  textDecoration: 'underline',
  '&:hover': { bgcolor: 'var(--ground)' },
} as const;

/** Beside the name of who is at the desk. Locked it waits for them alone, with their name; either way nothing of anybody stays on the screen, and what was typed is kept. */
export function LeaveButtons() {
  const { frame } = useTexts();
  const lock = useMutation({ mutationFn: endSession });
  const signOut = useSignOut();
  useShortcuts([
    { keys: 'Ctrl+L', label: frame.lock, run: () => lock.mutate(), everywhere: true },
    { keys: 'Ctrl+Shift+L', label: frame.signOut, run: () => signOut.mutate(), everywhere: true },
  ]);
  return (
    <>
      <ButtonBase onClick={() => lock.mutate()} aria-keyshortcuts={ariaKeys('Ctrl+L')} sx={button}>
        {frame.lock} <KeyCap keys="Ctrl+L" />
      </ButtonBase>
      <ButtonBase onClick={() => signOut.mutate()} aria-keyshortcuts={ariaKeys('Ctrl+Shift+L')} sx={button}>
        {frame.signOut} <KeyCap keys="Ctrl+Shift+L" />
      </ButtonBase>
      <FaultNote error={lock.error ?? signOut.error} />
    </>
  );
}
