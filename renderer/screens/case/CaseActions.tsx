import Box from '@mui/material/Box';
import type { CaseView } from '../../../electron/contract/case.ts';
import { Panel, PanelTitle } from '../../parts/Panel.tsx';
import { useSettings } from '../../settings.ts';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { actName } from './case-words.ts';

type Available = CaseView['availableActions'];

/** What the law allows on this case now, and for the rest the reason and the article, to be read aloud. */
export function CaseActions({ actions }: { readonly actions: Available }) {
  const { caseFile } = useTexts();
  const allowed = actions.filter((action) => action.allowed);
  const forbidden = actions.filter((action) => !action.allowed);
  return (
    <Panel title={caseFile.actionsNow} sx={{ flexShrink: 0 }}>
      <ActionList actions={allowed} />
      {forbidden.length > 0 && (
        <Box sx={{ marginTop: 4 }}>
          <PanelTitle>{caseFile.actionsNotNow}</PanelTitle>
          <ActionList actions={forbidden} />
        </Box>
      )}
    </Panel>
  );
}

function ActionList({ actions }: { readonly actions: Available }) {
  const { caseFile, common } = useTexts();
  const { language } = useSettings();
  if (actions.length === 0) return <Box sx={{ color: 'text.secondary' }}>{common.none}</Box>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {actions.map((action) => (
        <Box
          component="li"
          key={action.action}
          sx={{
            display: 'grid',
            gridTemplateColumns: `${rem(20)} minmax(0, 1fr)`,
            padding: `${rem(4)} 0`,
            color: action.allowed ? 'text.primary' : 'text.secondary',
          }}
        >
          <Box
            role="img"
            aria-label={action.allowed ? caseFile.allowed : caseFile.notAllowed}
            sx={{ color: action.allowed ? 'var(--good)' : 'inherit' }}
          >
            {action.allowed ? '✓' : '–'}
          </Box>
          <Box>
            <Box component="span" sx={{ fontWeight: action.allowed ? 600 : 400 }}>
              {actName(action.action, caseFile)}
            </Box>{' '}
            <Box component="span" sx={{ fontSize: rem(12), color: 'text.secondary' }}>
              {[(language === 'vi' ? action.reason : action.reasonEn) ?? '', action.rule]
                .filter((part) => part !== '')
                .join(' · ')}
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
