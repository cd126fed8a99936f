import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CityState } from '../../../../../electron/contract/centre/city/city.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { useSettings } from '../../../../look/settings.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel, PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { LinkDialog, type AskedProps, CodeField } from './LinkDialog.tsx';
import { CitySample } from './CitySample.tsx';

/** What this centre tells its city: whether it does, how far it is, what goes and what never does. */
export function City() {
  const { city } = useTexts();
  const role = useKnownStatus(roleOf);
  const [asked, setAsked] = useState<'join' | 'leave' | null>(null);
  const [isSampled, setSampled] = useState(false);
  const [said, setSaid] = useState('');
  const { data, error } = useQuery(desk.city.state.queryOptions({ input: {}, refetchInterval: 5000 }));
  const push = useMutation(
    desk.city.push.mutationOptions({
      onMutate: () => setSaid(''),
      onSuccess: ({ cases, facts, waiting, takenOut }) => {
        setSaid(city.pushed(cases, facts, waiting, takenOut));
        void queries.invalidateQueries();
      },
    }),
  );
  const link = data?.link ?? null;
  const done = (sentence: string) => {
    setSaid(sentence);
    setAsked(null);
    void queries.invalidateQueries();
  };
  const isAdmin = role === 'admin';
  return (
    <Panel title={city.title} gap={3} sx={{ height: '100%' }} focusable>
      {data !== undefined && link === null && <Text>{city.none}</Text>}
      {link !== null && <Standing link={link} />}
      <Row gap={3} wrap>
        {isAdmin && data !== undefined && (
          <ActionButton
            keys="Alt+N"
            label={link === null ? city.join : city.joinAgain}
            onAct={() => setAsked('join')}
          />
        )}
        {link !== null && (
          <ActionButton keys="Alt+T" label={city.push} disabled={push.isPending} onAct={() => push.mutate({})} />
        )}
        <ActionButton keys="Alt+I" label={city.sample} onAct={() => setSampled(true)} />
        {isAdmin && link !== null && <ActionButton keys="Alt+X" label={city.leave} onAct={() => setAsked('leave')} />}
      </Row>
      <OutcomeLine tone="good">{said}</OutcomeLine>
      {/* Why nothing went stands above already, once the state knows it. */}
      <FaultNote error={error ?? ((link?.trouble ?? null) === null ? push.error : null)} />
      <PanelTitle>{city.whatTitle}</PanelTitle>
      <Block as="ul" css={{ margin: 0, paddingLeft: '1.4em', listStyle: 'disc' }}>
        {city.what.map((sentence) => (
          <Text as="li" key={sentence}>
            {sentence}
          </Text>
        ))}
      </Block>
      {isSampled && <CitySample />}
      {asked === 'join' && <JoinCityDialog onClose={() => setAsked(null)} onDone={done} />}
      {asked === 'leave' && <LeaveCityDialog onClose={() => setAsked(null)} onDone={done} />}
    </Panel>
  );
}

function Standing({ link }: { readonly link: CityState }) {
  const { city } = useTexts();
  const { language } = useSettings();
  const { state, trouble, notices, refused } = link;
  const tone = state === 'sent' ? 'good' : state === 'stopped' ? 'late' : 'soon';
  return (
    <>
      <Text weight={600} tone={tone}>
        {city.states[state]}
      </Text>
      <Text>{city.where(link.centre, link.address, formatDateTime(link.joinedAt))}</Text>
      {link.lastPush !== null && <Text>{city.lastPush(formatDateTime(link.lastPush))}</Text>}
      {link.wholeAt !== null && <Text>{city.wholeAt(formatDateTime(link.wholeAt))}</Text>}
      <Text>
        {city.waiting(link.waiting)} {city.today(link.today)} {city.there(link.there)}
      </Text>
      {trouble !== null && <Text tone="late">{trouble[language]}</Text>}
      {notices.map((one) => (
        <Text key={one.code} tone="soon">
          {one[language]}
        </Text>
      ))}
      {refused.count > 0 && <Text tone="late">{city.refused(refused.count)}</Text>}
      {refused.first.map(({ number, why }) => (
        <Text key={number} size="small">
          {number}: {why[language]}
        </Text>
      ))}
    </>
  );
}

function JoinCityDialog({ onClose, onDone }: AskedProps) {
  const { city } = useTexts();
  const [code, setCode] = useState('');
  const join = useMutation(desk.city.join.mutationOptions({ onSuccess: ({ cases }) => onDone(city.joined(cases)) }));
  return (
    <LinkDialog
      title={city.join}
      label={city.join}
      isWhole={code.trim() !== ''}
      isPending={join.isPending}
      error={join.error}
      onAct={(said) => join.mutate({ code: code.trim(), ...said })}
      onClose={onClose}
    >
      <CodeField label={city.code} hint={city.codeHint} code={code} onCode={setCode} />
    </LinkDialog>
  );
}

function LeaveCityDialog({ onClose, onDone }: AskedProps) {
  const { city } = useTexts();
  const leave = useMutation(desk.city.leave.mutationOptions({ onSuccess: () => onDone(city.left) }));
  return (
    <LinkDialog
      title={city.leave}
      label={city.leave}
      isPending={leave.isPending}
      error={leave.error}
      onAct={(said) => leave.mutate(said)}
      onClose={onClose}
    >
      <Text>{city.leaveSay}</Text>
    </LinkDialog>
  );
}
