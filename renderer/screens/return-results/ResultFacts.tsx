import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { CaseView } from '../../../electron/contract/case/case.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { Facts } from '../../parts/layout/Facts.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { formatMoment } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { latestDetail } from './receiver.ts';

/** The catalogue's names are whole sentences: the beginning tells them apart, and the rest is under the pointer. */
const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

/** Whose case it is and what came of it. */
export function ResultFacts({ view }: { readonly view: CaseView }) {
  const { returnResults, common } = useTexts();
  const { language } = useSettings();
  const { state, actions } = view;
  const finished = latestDetail(actions, 'finished');
  const corrected = latestDetail(actions, 'result-corrected');
  const refused = latestDetail(actions, 'refused');
  const { kind, address } = state.resultDelivery;
  return (
    <Panel sx={{ gap: rem(8) }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: rem(12), flexWrap: 'wrap' }}>
        <Typography variant="h2" sx={{ fontSize: rem(20), fontWeight: 700 }}>
          {state.applicant.fullName}
        </Typography>
        <StatusChip status={state.status} />
        <Box sx={{ fontWeight: 500 }}>{state.number.official ?? state.number.local}</Box>
      </Box>
      <Box sx={twoLines} title={state.procedure.name}>
        {state.procedure.name}
      </Box>
      <Facts
        facts={[
          [returnResults.result, corrected['result'] ?? finished['result']],
          [returnResults.resultNumber, finished['resultNumber']],
          [returnResults.refusal, refused['reason']],
          [returnResults.legalBasis, refused['legalBasis']],
          [returnResults.finished, state.finishedAt === null ? null : formatMoment(state.finishedAt, language)],
          [returnResults.delivery, [common.deliveries[kind], address].filter(Boolean).join(': ')],
          [returnResults.phone, state.applicant.phone],
          [returnResults.submitter, state.submitter?.fullName],
        ]}
      />
    </Panel>
  );
}

/** What has to leave the counter with the receiver: the result, and the originals that were only taken to be compared (Điều 22). */
export function HandBack({ view }: { readonly view: CaseView }) {
  const { returnResults } = useTexts();
  const { components, status } = view.state;
  const originals = components.filter((component) => component.originals > 0);
  return (
    <Panel title={returnResults.handBack}>
      <Box component="ul" sx={{ margin: 0, paddingLeft: rem(18), display: 'grid', gap: rem(3) }}>
        <li>{status === 'refused' ? returnResults.handBackRefusal : returnResults.handBackResult}</li>
        {originals.map((component) => (
          <li key={component.index} title={component.name}>
            <Box sx={twoLines}>
              {returnResults.handBackOriginal(component.originals, component.name.replace(/[.;]+$/, ''))}
            </Box>
          </li>
        ))}
        {originals.length === 0 && <li>{returnResults.noOriginals}</li>}
      </Box>
    </Panel>
  );
}
