import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRecord as Known } from '../../../../electron/contract/common/person/person.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { useFaultSentence } from '../../../desk/fault.ts';
import { type Place, usePlace } from '../../../desk/places.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { Facts } from '../../../parts/layout/Facts.tsx';
import { Panel, PanelTitle } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { useScanner } from '../../../scanner/useScanner.ts';
import { formatDate, formatIdNumber } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { RecordList } from './RecordList.tsx';

/** Whom the page is about: by a number, or as somebody of a case. */
type AskedPerson = Extract<Place, { screen: 'person' }>['whom'];

/** One person as the desk knows them: who they are, and all they had to do with here. A card under the scanner shows its person. */
export function PersonPage({ whom }: { readonly whom: AskedPerson }) {
  const { person: texts, reception } = useTexts();
  const { back, go } = usePlace();
  const sentenceOf = useFaultSentence();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { data, error } = useQuery(desk.person.record.queryOptions({ input: whom }));

  async function read(scan: string): Promise<void> {
    try {
      const { idNumber, oldIdNumber } = await deskClient.citizenCard.read({ scan });
      go({ screen: 'person', whom: { idNumber, ...(oldIdNumber === null ? {} : { formerNumber: oldIdNumber }) } });
    } catch (seen) {
      setTrouble(sentenceOf(seen));
    }
  }
  useScanner({
    onScan: ({ shape, text }) => {
      if (shape === 'card') void read(text);
      else if (shape === 'id-number') go({ screen: 'person', whom: { idNumber: text.trim() } });
      else go({ screen: 'find', text });
    },
    onInputMethod: () => setTrouble(reception.inputMethodOn),
  });
  useShortcuts([{ keys: 'Escape', label: texts.back, run: back }]);

  if (data === undefined) return <FaultNote error={error} />;
  const { record } = data;
  return (
    <Column height="100%" gap={2}>
      {trouble !== null && <FaultNote error={trouble} />}
      {record === null ? (
        <Panel title={texts.title} full>
          <EmptyState title={texts.none}>{texts.noneWhy}</EmptyState>
          <BackButton />
        </Panel>
      ) : (
        <Columns
          whole
          columns={`minmax(0, ${rem(340)}) minmax(0, 1fr)`}
          rows="auto minmax(0, 1fr)"
          narrowAt="rows"
          narrow="paired"
        >
          <Header record={record} />
          <Particulars record={record} />
          <Panel title={texts.files} full scroll={false}>
            <RecordList record={record} />
            {record.more && (
              <Text size="small" tone="secondary" marginTop={1}>
                {texts.more}
              </Text>
            )}
          </Panel>
        </Columns>
      )}
    </Column>
  );
}

function BackButton() {
  const { person: texts } = useTexts();
  const { back } = usePlace();
  return (
    <Button onClick={back} aria-keyshortcuts="Escape" sx={{ flexShrink: 0, alignSelf: 'flex-start' }}>
      ← {texts.back} <KeyCap keys="Esc" />
    </Button>
  );
}

function Header({ record: { person } }: { readonly record: Known }) {
  const { person: texts } = useTexts();
  const { go } = usePlace();
  const { idNumber = '', kind = 'citizen' } = person;
  return (
    <Row as="header" across align="center" gap={4}>
      <BackButton />
      <Block grow minWidth={0}>
        <Typography variant="h1" component="h1">
          {person.fullName}
        </Typography>
        <Text tone="secondary" size="note">
          {texts.kinds[kind]} · {texts.looked}
        </Text>
      </Block>
      <ActionButton
        filled
        keys="Ctrl+Enter"
        label={texts.begin}
        onAct={() => go({ screen: 'reception', person: { idNumber, kind, fullName: person.fullName ?? '' } })}
      />
    </Row>
  );
}

function Particulars({ record }: { readonly record: Known }) {
  const { caseFile, common, person: texts } = useTexts();
  const { go } = usePlace();
  const { person, formerNumbers, otherNames, alike } = record;
  return (
    <Panel title={texts.facts} focusable gap={2}>
      <Facts
        facts={[
          [person.kind === 'citizen' ? texts.idNumber : texts.taxCode, formatIdNumber(person.idNumber ?? '')],
          [texts.formerNumbers, formerNumbers.map((one) => formatIdNumber(one)).join(', ')],
          [texts.otherNames, otherNames.join(', ')],
          [caseFile.dateOfBirth, person.dateOfBirth === undefined ? '' : formatDate(person.dateOfBirth)],
          [caseFile.sex, person.sex === undefined ? '' : common.sexes[person.sex]],
          [caseFile.address, person.address],
          [caseFile.phone, person.phone],
          [caseFile.email, person.email],
        ]}
      />
      {alike.length > 0 && (
        <Column gap={1} marginTop={2}>
          <PanelTitle>{texts.alike}</PanelTitle>
          <Text size="small" tone="secondary">
            {texts.alikeWhy}
          </Text>
          {alike.map(({ caseId, idNumberMasked }) => (
            <Button key={caseId} onClick={() => go({ screen: 'person', whom: { caseId, of: 'applicant' } })}>
              {texts.alikeOpen(idNumberMasked)}
            </Button>
          ))}
        </Column>
      )}
      <Text size="small" tone="secondary" marginTop={2}>
        {texts.scanHint}
      </Text>
    </Panel>
  );
}
