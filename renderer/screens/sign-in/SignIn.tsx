import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Status } from '../../../electron/contract/office/office.ts';
import { rem } from '../../look/theme.ts';
import { LookControls } from '../../parts/controls/LookControls.tsx';
import { useTexts } from '../../text/texts.ts';
import { SignInForm } from './SignInForm.tsx';

/** Who is at the counter. `owner`: whose work waits behind a locked session. */
export function SignIn({ status, owner }: { readonly status: Status; readonly owner?: string | undefined }) {
  const { common } = useTexts();
  return (
    <Box
      component="main"
      sx={{
        position: 'fixed',
        inset: 0,
        overflow: 'auto',
        bgcolor: 'background.default',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        padding: rem(24),
        gap: 5,
      }}
    >
      <Box sx={{ margin: 'auto 0', width: `min(${rem(420)}, 100%)`, display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Box>
          <Typography variant="h2" sx={{ color: 'var(--brand)' }}>
            {common.productName} · {status.deskName}
          </Typography>
          <Typography variant="h1">{status.centreName}</Typography>
        </Box>
        <SignInForm key={owner ?? ''} practice={status.practice} owner={owner} />
      </Box>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', justifyContent: 'center' }}>
        <LookControls hideLabels only={['look', 'language']} />
      </Box>
    </Box>
  );
}
