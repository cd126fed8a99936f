import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../text/texts.ts';
import type { ImportResult } from './useImport.ts';

/** What became of a pack: how many, and each file that was not taken, with its line and why. */
export function ImportDialog({ result, onClose }: { readonly result: ImportResult; readonly onClose: () => void }) {
  const { intake } = useTexts();
  const texts = intake.import;
  const refused = result.files.filter(({ outcome }) => outcome === 'refused');
  return (
    <Dialog title={texts.title} onClose={onClose} wide>
      <Box role="status" sx={{ fontWeight: 600, fontSize: rem(15) }}>
        {texts.sum(result.imported, result.known, result.refused)}
      </Box>
      {refused.length === 0 && <Box sx={{ color: 'text.secondary' }}>{texts.allGood}</Box>}
      {refused.length > 0 && (
        <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {refused.map(({ line, portalNumber, applicantName, reason, path }) => (
            <Box
              component="li"
              key={line}
              sx={{ padding: `${rem(6)} 0`, borderTop: '1px solid var(--hairline)', overflowWrap: 'anywhere' }}
            >
              <Box component="span" sx={{ fontWeight: 600 }}>
                {texts.line(line)}
              </Box>{' '}
              {[portalNumber, applicantName].filter((part) => part !== '').join(' · ')}
              <Box sx={{ color: 'var(--late)', fontWeight: 500 }}>
                {reason !== null && texts.reasons[reason]}
                {path !== null && path !== '' && ` (${path})`}
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </Dialog>
  );
}
