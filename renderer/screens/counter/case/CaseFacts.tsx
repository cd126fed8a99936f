import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { useQuery } from '@tanstack/react-query';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { type Fact, Facts } from '../../../parts/layout/Facts.tsx';
import { Panel, PanelTitle } from '../../../parts/layout/Panel.tsx';
import { formatDate, formatDateTime, formatIdNumber, formatMoney } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';
import { useTexts } from '../../../text/texts.ts';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';

function personFacts(person: CaseStateView['applicant'], { caseFile, common }: Texts): Fact[] {
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
export function CaseFacts({ state }: { readonly state: CaseStateView }) {
  const texts = useTexts();
  const { caseFile, common } = texts;
  const { go } = usePlace();
  const { applicant, submitter, resultDelivery } = state;
  const delivery = [common.deliveries[resultDelivery.kind], resultDelivery.address ?? ''].filter((part) => part !== '');
  return (
    <Panel
      title={caseFile.applicant}
      aside={
        applicant.idNumber !== '' && (
          <ActionButton
            keys="Ctrl+I"
            label={texts.person.open}
            onAct={() => go({ screen: 'person', whom: { caseId: state.caseId, of: 'applicant' } })}
          />
        )
      }
      focusable
      gap={2}
    >
      <Text size="lead" weight={600}>
        {applicant.fullName}
      </Text>
      <Facts facts={personFacts(applicant, texts)} />
      {submitter !== null && (
        <Column gap={2} marginTop={2}>
          <PanelTitle
            aside={
              <ActionButton
                keys="Alt+Shift+P"
                label={texts.person.openSubmitter}
                onAct={() => go({ screen: 'person', whom: { caseId: state.caseId, of: 'submitter' } })}
              />
            }
          >
            {caseFile.submitter}
          </PanelTitle>
          <Text weight={600}>{submitter.fullName}</Text>
          <Facts facts={[...personFacts(submitter, texts), [caseFile.authorisation, submitter.authorisation]]} />
        </Column>
      )}
      {(state.others ?? []).map((party) => (
        <Column gap={2} marginTop={2} key={party.idNumber}>
          <PanelTitle>{caseFile.party}</PanelTitle>
          <Text weight={600}>{party.fullName}</Text>
          <Facts facts={personFacts(party, texts)} />
        </Column>
      ))}
      <Block line="top" paddingTop={3} marginTop={1}>
        <Facts
          facts={[
            [caseFile.field, state.procedure.field],
            [caseFile.citizenCases, state.citizenCases.join('; ')],
            [caseFile.channel, common.channels[state.channel]],
            [caseFile.portalNumber, state.origin?.portalNumber],
            [caseFile.submittedAt, state.origin?.submittedAt && formatDateTime(state.origin.submittedAt)],
            [caseFile.trackingNumber, state.origin?.trackingNumber],
            [
              caseFile.receivedAt,
              state.foreign && `${state.foreign.receivingUnit}, ${formatDateTime(state.foreign.acceptedAt)}`,
            ],
            [caseFile.foreignCode, state.foreign?.code],
            [caseFile.arrivedAt, state.foreign && formatDateTime(state.foreign.arrivedAt)],
            [
              caseFile.identity,
              state.identity && caseFile.identities[state.identity.found as keyof typeof caseFile.identities],
            ],
            [caseFile.papersBack, state.papersReturnedAt && formatDateTime(state.papersReturnedAt)],
            [caseFile.delivery, delivery.join(': ')],
            [caseFile.quantity, state.quantity],
            [caseFile.received, caseFile.receivedBy(state.receivedByName, formatDateTime(state.acceptedAt))],
          ]}
        />
      </Block>
      {state.ownFieldsAsked.length > 0 && (
        <Block marginTop={2}>
          <PanelTitle>{texts.ownFields.panel}</PanelTitle>
          {state.ownFields.length === 0 ? (
            <Text tone="secondary">{texts.ownFields.none}</Text>
          ) : (
            <Facts facts={state.ownFields.map(({ label, text }): Fact => [label, text])} />
          )}
        </Block>
      )}
      <Block marginTop={2}>
        <PanelTitle>{caseFile.components}</PanelTitle>
        <Components state={state} />
      </Block>
      {state.undone !== true && (
        <Block marginTop={2}>
          <PanelTitle
            aside={
              state.fees.length > 0 && (
                <ActionButton
                  keys="F7"
                  label={caseFile.pay}
                  onAct={() => go({ screen: 'cash', caseId: state.caseId })}
                />
              )
            }
          >
            {caseFile.fees}
          </PanelTitle>
          <Fees state={state} />
        </Block>
      )}
    </Panel>
  );
}

function Components({ state }: { readonly state: CaseStateView }) {
  const { caseFile } = useTexts();
  if (state.components.length === 0) return <Text tone="secondary">{caseFile.noComponents}</Text>;
  return (
    <Block as="ol" marked>
      {state.components.map((component) => (
        <li key={component.index}>
          {component.name}{' '}
          <Text as="span" tone="secondary" nowrap>
            {component.originals} {caseFile.originals}, {component.copies} {caseFile.copies}
          </Text>
        </li>
      ))}
    </Block>
  );
}

/** What reception reckoned, or, once the money is asked about, what it has come to: set, waived, taken. */
function Fees({ state }: { readonly state: CaseStateView }) {
  const { caseFile } = useTexts();
  const { data } = useQuery(desk.money.assess.queryOptions({ input: { caseId: state.caseId } }));
  const fees = data?.fees ?? state.fees.map((fee) => ({ ...fee, receiptNumber: null }));
  if (fees.length === 0) return <Text tone="secondary">{caseFile.feeToday}</Text>;
  return fees.map((fee, line) => (
    <Row gap={2} align="baseline" key={line}>
      <Block grow>
        {fee.name}{' '}
        <Text as="span" tone="secondary" size="small">
          {fee.note}
        </Text>
        {fee.receiptNumber !== null && (
          <Text size="small" tone="good">
            ✓ {caseFile.feePaid(fee.receiptNumber)}
          </Text>
        )}
      </Block>
      <Text weight={600} nowrap tone={fee.amount === null ? 'soon' : undefined}>
        {fee.amount === null ? caseFile.feeUnknown : formatMoney(fee.amount)}
      </Text>
    </Row>
  ));
}
