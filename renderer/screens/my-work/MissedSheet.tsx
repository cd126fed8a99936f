import Box from '@mui/material/Box';
import type { MissedApology } from '../../../electron/contract/case/apology.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { ApologyFacts } from './ApologyFacts.tsx';

/** A promise no apology can move: why, and what is left to do. */
export function MissedSheet({ missed }: { readonly missed: MissedApology }) {
  const { apology } = useTexts();
  const { language } = useSettings();
  return (
    <Panel title={missed.applicantName} sx={{ minHeight: 0, overflow: 'auto', gap: rem(10) }}>
      <ApologyFacts row={missed} />
      <Box>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{apology.late}</Box>
        <Box sx={{ color: 'var(--late)', fontWeight: 600 }}>
          ! {language === 'vi' ? missed.reason : missed.reasonEn}
        </Box>
      </Box>
      <Box>{apology.lateNext}</Box>
    </Panel>
  );
}
