import Typography from '@mui/material/Typography';
import type { CaseView } from '../../../../electron/contract/counter/case/case.ts';
import { printedNumber } from '../../../../electron/domain/base/numbering.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { Facts } from '../../../parts/layout/Facts.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { formatMoment } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Warning } from '../../../parts/controls/Warning.tsx';
import { lateBy, whatGoesBack } from './returnable.ts';
import { latestDetail } from './receiver.ts';
import { Grid, Row, Text } from '../../../parts/layout/primitives.ts';

/** Whose case it is and what came of it. */
export function ResultFacts({ view }: { readonly view: CaseView }) {
  const { returnResults, common } = useTexts();
  const { language } = useSettings();
  const { state, actions } = view;
  const finished = latestDetail(actions, 'finished');
  const corrected = latestDetail(actions, 'result-corrected');
  const refused = latestDetail(actions, 'refused');
  const late = lateBy(state);
  const apology = view.documents.some(({ form }) => form === 'mau-04') ? 'made' : 'missing';
  const { kind, address } = state.resultDelivery;
  return (
    <Panel gap={2}>
      <Row align="center" gap={3} wrap>
        <Typography variant="h2" sx={{ fontSize: rem(20), fontWeight: 700 }}>
          {state.applicant.fullName}
        </Typography>
        <StatusChip status={state.status} />
        <Text weight={500}>{printedNumber(state.number)}</Text>
      </Row>
      <Text lines={2} title={state.procedure.name}>
        {state.procedure.name}
      </Text>
      {late !== undefined && (
        <div role="status">
          <Warning>
            {returnResults.late(late, formatMoment(state.dueAt ?? '', language))} {returnResults.apology[apology]}
          </Warning>
        </div>
      )}
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

function plainName(name: string): string {
  return name.replace(/[.;]+$/, '');
}

/** What has to leave the counter with the receiver: the result, and the originals that were only taken to be compared (Điều 22). */
export function HandBack({ view }: { readonly view: CaseView }) {
  const { returnResults } = useTexts();
  const { components, status } = view.state;
  const back = whatGoesBack(status);
  // Closed without a result everything that was handed in goes back, as the slip lists it.
  const papers = back === 'papers' ? components : components.filter((component) => component.originals > 0);
  return (
    <Panel title={returnResults.handBack}>
      <Grid as="ul" marked gap={0.75}>
        <li>{returnResults.handBackOf[back]}</li>
        {papers.map((component) => (
          <li key={component.index} title={component.name}>
            <Text lines={2}>
              {component.originals > 0
                ? returnResults.handBackOriginal(component.originals, plainName(component.name))
                : returnResults.handBackCopies(component.copies, plainName(component.name))}
            </Text>
          </li>
        ))}
        {papers.length === 0 && <li>{returnResults.noOriginals}</li>}
      </Grid>
    </Panel>
  );
}
