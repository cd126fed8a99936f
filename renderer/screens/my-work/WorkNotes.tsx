import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { WorkList } from '../../../electron/contract/case/work.ts';
import { usePlace } from '../../desk/places.ts';
import { rem } from '../../look/theme.ts';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useTexts } from '../../text/texts.ts';

/** What no row can say alone: apologies that must leave today, papers nobody is sure of, and what comes later. */
export function WorkNotes({ list }: { readonly list: WorkList }) {
  const { myWork } = useTexts();
  const { go } = usePlace();
  const { apologies, later, unsettledPrints } = list;
  if (apologies.value === 0 && later.value === 0 && unsettledPrints === 0) return null;
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: rem(20), rowGap: rem(2), fontSize: rem(13), flexShrink: 0 }}
    >
      {apologies.value > 0 && (
        <Box sx={{ color: 'var(--late)', fontWeight: 600 }}>
          <span aria-hidden>! </span>
          {myWork.apologies(myWork.count(apologies.value, apologies.more))}
        </Box>
      )}
      {unsettledPrints > 0 && (
        <ButtonBase
          onClick={() => go({ screen: 'print-tray' })}
          sx={{
            font: 'inherit',
            fontSize: 'inherit',
            gap: rem(6),
            color: 'var(--late)',
            fontWeight: 600,
            textDecoration: 'underline',
          }}
        >
          {myWork.unsettled(unsettledPrints)} <KeyCap keys="Ctrl+J" />
        </ButtonBase>
      )}
      {later.value > 0 && (
        <Box sx={{ color: 'text.secondary' }}>{myWork.later(myWork.count(later.value, later.more))}</Box>
      )}
    </Box>
  );
}
