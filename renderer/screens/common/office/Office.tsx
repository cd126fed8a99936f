import { useEffect, useRef, useState } from 'react';
import { findPendingJoin } from '../../../desk/pending-join.ts';
import { type OfficePart, usePlace } from '../../../desk/places.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { Block, Column } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { FirstDay } from './FirstDay.tsx';
import { CataloguePart } from './catalogue/CataloguePart.tsx';
import { UnverifiedData } from './procedures/UnverifiedData.tsx';
import { Legs } from './procedures/Legs.tsx';
import { Backups } from './data/Backups.tsx';
import { RegisterCheckPanel } from './data/RegisterCheckPanel.tsx';
import { Sealing } from './data/Sealing.tsx';
import { Hours } from './hours/Hours.tsx';
import { City } from './centre/City.tsx';
import { Hub } from './centre/Hub.tsx';
import { NumbersPart } from './numbers/NumbersPart.tsx';
import { Delegations } from './people/Delegations.tsx';
import { LogPart } from './people/LogPart.tsx';
import { PeoplePart } from './people/PeoplePart.tsx';
import { ToApprove } from './people/ToApprove.tsx';
import { Printers } from './printers/Printers.tsx';
import { ProcessPart } from './procedures/ProcessPart.tsx';
import { PromiseChanges } from './procedures/PromiseChanges.tsx';
import { Privacy } from './privacy/Privacy.tsx';
import { SettingsPart } from './settings/SettingsPart.tsx';

const ofAdmin = [
  'settings',
  'people',
  'numbers',
  'unverified',
  'printers',
  'process',
  'legs',
  'promises',
  'catalogue',
  'hours',
  'data',
  'hub',
  'log',
  'delegations',
] as const;
const ofSupervisor = [
  'unverified',
  'numbers',
  'process',
  'legs',
  'promises',
  'people',
  'catalogue',
  'hours',
  'data',
  'hub',
  'privacy',
  'log',
  'delegations',
] as const;
type Part = (typeof ofAdmin | typeof ofSupervisor)[number];

/** Alt+9 is the clock's, whatever screen stands there. */
const ownKeys: Readonly<Partial<Record<Part, string>>> = {
  catalogue: 'Alt+M',
  hours: 'Alt+H',
  data: 'Alt+D',
  hub: 'Alt+Q',
  log: 'Alt+J',
  privacy: 'Alt+U',
  delegations: 'Alt+Y',
};

/** What the office decides for itself: its settings and people (administrator), its time limits (supervisor), its numbers (both). */
export function Office({ asked }: { readonly asked?: OfficePart | undefined }) {
  const { common, office } = useTexts();
  const { back } = usePlace();
  const user = useKnownStatus(userOf);
  const parts: readonly Part[] = user?.role === 'admin' ? ofAdmin : ofSupervisor;
  const [chosen, setChosen] = useState<Part | undefined>(
    asked ?? (user?.role === 'admin' && findPendingJoin() !== undefined ? 'hub' : undefined),
  );
  const part = chosen ?? parts[0] ?? 'numbers';
  // Kept while one goes from part to part: the steps and the legs of the same procedure are set together.
  const [code, setCode] = useState<string | undefined>(undefined);

  // The next key, Tab as well, is for the part that was opened.
  const front = useRef<HTMLDivElement>(null);
  useEffect(() => front.current?.focus(), [part]);

  function show() {
    switch (part) {
      case 'settings':
        return <SettingsPart />;
      case 'printers':
        return <Printers />;
      case 'people':
        return user?.role === 'admin' ? <PeoplePart /> : <ToApprove />;
      case 'numbers':
        return <NumbersPart />;
      case 'process':
        return <ProcessPart code={code} onChoose={setCode} />;
      case 'legs':
        return <Legs code={code} onChoose={setCode} />;
      case 'catalogue':
        return <CataloguePart />;
      case 'hours':
        return <Hours />;
      case 'data':
        return <DataPart />;
      case 'hub':
        return <CentrePart />;
      case 'privacy':
        return <Privacy />;
      case 'log':
        return <LogPart />;
      case 'delegations':
        return <Delegations />;
      case 'promises':
        return <PromiseChanges />;
      case 'unverified':
        return <UnverifiedData onProcess={open('process')} onLegs={open('legs')} />;
    }
  }

  function open(editor: Part) {
    return (about: string | undefined) => {
      setCode(about);
      setChosen(editor);
    };
  }

  useShortcuts([
    ...parts.map((name, index) => ({
      keys: ownKeys[name] ?? `Alt+${index + 1}`,
      label: office.parts[name],
      run: () => setChosen(name),
    })),
    { keys: 'Escape', label: common.back, run: back },
  ]);

  return (
    <Column height="100%" gap={2.5}>
      <Segmented
        label={office.title}
        hideLabel
        value={part}
        onChange={setChosen}
        choices={parts.map((value) => ({ value, label: office.parts[value] }))}
      />
      {user?.role === 'admin' && <FirstDay onOpen={setChosen} />}
      <Block grow minHeight={0} ref={front} tabIndex={-1} css={{ outline: 'none' }}>
        {show()}
      </Block>
    </Column>
  );
}

/** What goes to others: to the counters of the centre, and to the city. */
function CentrePart() {
  const { city } = useTexts();
  const [shown, setShown] = useState<'hub' | 'city'>('hub');
  useShortcuts([
    { keys: 'Alt+G', label: city.title, run: () => setShown((before) => (before === 'hub' ? 'city' : 'hub')) },
  ]);
  return (
    <Column height="100%" gap={2.5}>
      <Segmented
        label={city.title}
        hideLabel
        value={shown}
        onChange={setShown}
        choices={(['hub', 'city'] as const).map((value) => ({ value, label: city.choices[value] }))}
      />
      <Block grow minHeight={0}>
        {shown === 'hub' ? <Hub /> : <City />}
      </Block>
    </Column>
  );
}

/** What keeps the register: its backups, and whether all of it is as it was written. */
function DataPart() {
  return (
    <Column height="100%">
      <Columns columns="minmax(0, 1fr) minmax(0, 1fr)">
        <Backups />
        <Column gap={3} minHeight={0} minWidth={0}>
          <Sealing />
          <RegisterCheckPanel />
        </Column>
      </Columns>
    </Column>
  );
}
