import Box from '@mui/material/Box';
import type { CaseView } from '../../../electron/contract/case/case.ts';
import { rem } from '../../look/theme.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { actionSentence } from './case-words.ts';

type CaseTimelineProps = Pick<CaseView, 'actions' | 'state'>;

/** What happened, newest first, in words. */
export function CaseTimeline({ actions, state }: CaseTimelineProps) {
  const { caseFile, kit } = useTexts();
  return (
    <Panel title={caseFile.timeline} sx={{ flexShrink: 0 }}>
      <Box component="ol" reversed sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {actions.toReversed().map((action) => (
          <Box
            component="li"
            key={action.seq}
            sx={{
              display: 'grid',
              gridTemplateColumns: `${rem(122)} minmax(0, 1fr)`,
              columnGap: 3,
              padding: `${rem(6)} 0`,
              borderBottom: '1px solid var(--hairline)',
              '&:last-of-type': { border: 0 },
            }}
          >
            <Box sx={{ color: 'text.secondary', fontSize: rem(13) }}>{formatDateTime(action.at)}</Box>
            <Box>
              <Box sx={{ fontWeight: 500 }}>{actionSentence(action.type, action.detail, caseFile)}</Box>
              {action.type === 'received' && state.enteredLater !== null && (
                <Box sx={{ color: 'var(--soon)', fontSize: rem(12) }}>
                  {kit.paperTime(formatDateTime(state.acceptedAt))}
                </Box>
              )}
              <Box sx={{ color: 'text.secondary', fontSize: rem(12) }}>
                {[action.actorName, action.desk].filter((part) => part !== '').join(' · ')}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
