import Box from '@mui/material/Box';
import type { CaseState } from '../../../electron/contract/case/case.ts';
import { rem } from '../../look/theme.ts';
import { type Fact, Facts } from '../../parts/layout/Facts.tsx';
import { Panel, PanelTitle } from '../../parts/layout/Panel.tsx';
import { formatDate, formatDateTime, formatIdNumber, formatMoney } from '../../text/format.ts';
import type { Texts } from '../../text/languages.ts';
import { useTexts } from '../../text/texts.ts';

function personFacts(person: CaseState['applicant'], { caseFile, common }: Texts): Fact[] {
  return [
    [caseFile.idNumber, formatIdNumber(person.idNumber)],
    [caseFile.dateOfBirth, person.dateOfBirth === undefined ? '' : formatDate(person.dateOfBirth)],
    [caseFile.sex, person.sex === undefined ? '' : common.sexes[person.sex]],
    [caseFile.address, person.address],
    [caseFile.phone, person.phone],
    [caseFile.email, person.email],
  ];
}

/** Who filed what: the person, the way, the components and the fees. */
export function CaseFacts({ state }: { readonly state: CaseState }) {
  const texts = useTexts();
  const { caseFile, common } = texts;
  const { applicant, submitter, resultDelivery } = state;
  const delivery = [common.deliveries[resultDelivery.kind], resultDelivery.address ?? ''].filter((part) => part !== '');
  return (
    <Panel title={caseFile.applicant} focusable sx={{ gap: 2 }}>
      <Box sx={{ fontSize: rem(16), fontWeight: 600 }}>{applicant.fullName}</Box>
      <Facts facts={personFacts(applicant, texts)} />
      {submitter !== null && (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, marginTop: 2 }}>
          <PanelTitle>{caseFile.submitter}</PanelTitle>
          <Box sx={{ fontWeight: 600 }}>{submitter.fullName}</Box>
          <Facts facts={[...personFacts(submitter, texts), [caseFile.authorisation, submitter.authorisation]]} />
        </Box>
      )}
      <Box sx={{ borderTop: '1px solid var(--hairline)', paddingTop: 3, marginTop: 1 }}>
        <Facts
          facts={[
            [caseFile.field, state.procedure.field],
            [caseFile.channel, common.channels[state.channel]],
            [caseFile.portalNumber, state.origin?.portalNumber],
            [caseFile.submittedAt, state.origin?.submittedAt && formatDateTime(state.origin.submittedAt)],
            [caseFile.trackingNumber, state.origin?.trackingNumber],
            [caseFile.delivery, delivery.join(': ')],
            [caseFile.quantity, state.quantity],
            [caseFile.received, caseFile.receivedBy(state.receivedByName, formatDateTime(state.acceptedAt))],
          ]}
        />
      </Box>
      <Box sx={{ marginTop: 2 }}>
        <PanelTitle>{caseFile.components}</PanelTitle>
        <Components state={state} />
      </Box>
      <Box sx={{ marginTop: 2 }}>
        <PanelTitle>{caseFile.fees}</PanelTitle>
        <Fees fees={state.fees} />
      </Box>
    </Panel>
  );
}

function Components({ state }: { readonly state: CaseState }) {
  const { caseFile } = useTexts();
  if (state.components.length === 0) return <Box sx={{ color: 'text.secondary' }}>{caseFile.noComponents}</Box>;
  return (
    <Box component="ol" sx={{ margin: 0, paddingLeft: rem(20) }}>
      {state.components.map((component) => (
        <li key={component.index}>
          {component.name}{' '}
          <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {component.originals} {caseFile.originals}, {component.copies} {caseFile.copies}
          </Box>
        </li>
      ))}
    </Box>
  );
}

function Fees({ fees }: { readonly fees: CaseState['fees'] }) {
  const { caseFile } = useTexts();
  if (fees.length === 0) return <Box sx={{ color: 'text.secondary' }}>{caseFile.feeToday}</Box>;
  return fees.map((fee) => (
    <Box key={fee.name} sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
      <Box sx={{ flexGrow: 1 }}>
        {fee.name}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontSize: rem(12) }}>
          {fee.note}
        </Box>
      </Box>
      <Box sx={{ fontWeight: 600, whiteSpace: 'nowrap', color: fee.amount === null ? 'var(--soon)' : 'inherit' }}>
        {fee.amount === null ? caseFile.feeUnknown : formatMoney(fee.amount)}
      </Box>
    </Box>
  ));
}
