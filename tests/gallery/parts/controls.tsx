import Box from '@mui/material/Box';
import { useState } from 'react';
import { CaseStatus } from '../../../electron/contract/base/case-status.ts';
import { ActionButton } from '../../../renderer/parts/controls/ActionButton.tsx';
import { Chip } from '../../../renderer/parts/controls/Chip.tsx';
import { ChoiceField } from '../../../renderer/parts/controls/ChoiceField.tsx';
import { FaultNote } from '../../../renderer/parts/controls/FaultNote.tsx';
import { Field } from '../../../renderer/parts/controls/Field.tsx';
import { LookControls } from '../../../renderer/parts/controls/LookControls.tsx';
import { Segmented } from '../../../renderer/parts/controls/Segmented.tsx';
import { SelectField } from '../../../renderer/parts/controls/SelectField.tsx';
import { StatusChip } from '../../../renderer/parts/controls/StatusChip.tsx';
import { OutcomeLine } from '../../../renderer/parts/controls/OutcomeLine.tsx';
import { UnderWay } from '../../../renderer/parts/controls/UnderWay.tsx';
import { UndoAsked } from '../../../renderer/parts/controls/UndoAsked.tsx';
import { UndoMinute } from '../../../renderer/parts/controls/UndoMinute.tsx';
import { Warning } from '../../../renderer/parts/controls/Warning.tsx';
import { useTexts } from '../../../renderer/text/texts.ts';
import type { Entries } from '../entry.ts';

const row = { display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' } as const;
const tones = ['plain', 'brand', 'good', 'soon', 'late'] as const;
const communes = [
  { code: '26737', name: 'Phường Cát Lái' },
  { code: '26740', name: 'Phường Sài Gòn' },
] as const;
const nothing = () => undefined;
const stopping = { stop: nothing, again: nothing } as const;

export const controls: Entries = {
  ActionButton: {
    show: function Shown() {
      const { common, frame } = useTexts();
      return (
        <Box sx={row}>
          <ActionButton keys="Ctrl+Enter" label={frame.clockConfirm} onAct={nothing} filled />
          <ActionButton keys="Alt+9" label={frame.clockOpen} onAct={nothing} />
          <ActionButton keys="Escape" label={common.cancel} onAct={nothing} disabled />
        </Box>
      );
    },
  },
  Chip: {
    show: () => (
      <Box sx={row}>
        {tones.map((tone) => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
      </Box>
    ),
  },
  ChoiceField: {
    show: function Shown() {
      const { common, firstRun } = useTexts();
      const [text, setText] = useState('');
      const [value, setValue] = useState<(typeof communes)[number] | null>(null);
      const field = {
        label: firstRun.unit,
        hint: firstRun.unitHint(communes.length),
        options: communes,
        value,
        text,
        keyOf: (one: (typeof communes)[number]) => one.code,
        nameOf: (one: (typeof communes)[number]) => one.name,
        wordsOf: (one: (typeof communes)[number]) => one.name,
        none: firstRun.unitNone,
        onText: setText,
        onChoose: setValue,
      };
      return (
        <>
          <ChoiceField {...field} />
          <ChoiceField {...field} opens error={common.issues['required']} />
        </>
      );
    },
  },
  FaultNote: {
    show: function Shown() {
      const { common } = useTexts();
      return <FaultNote error={common.screenBroken} />;
    },
  },
  Field: {
    show: function Shown() {
      const { common, reception } = useTexts();
      const { who } = reception;
      return (
        <>
          <Field label={who.fullName} defaultValue="Nguyễn Thị Đặng Ánh" />
          <Field label={who.authorisation} hint={who.authorisationHint} aside={common.optional} />
          <Field label={who.idNumber} defaultValue="0791900" error={common.issues['required']} />
          <Field label={who.address} defaultValue="12 Lê Lợi, Phường Cát Lái" multiline minRows={2} />
          <Field label={who.email} disabled />
        </>
      );
    },
  },
  LookControls: { show: () => <LookControls /> },
  Segmented: {
    show: function Shown() {
      const { common, reception } = useTexts();
      const [kind, setKind] = useState<keyof typeof reception.who.kinds>('citizen');
      const kinds = Object.entries(reception.who.kinds) as (readonly [typeof kind, string])[];
      return (
        <>
          <Segmented
            label={reception.who.kind}
            choices={kinds.map(([value, label]) => ({ value, label }))}
            value={kind}
            onChange={setKind}
          />
          <Segmented
            label={reception.who.sex}
            hideLabel
            choices={[
              { value: 'male', label: common.sexes.male },
              { value: 'female', label: common.sexes.female },
            ]}
            value="male"
            onChange={nothing}
          />
        </>
      );
    },
  },
  SelectField: {
    show: function Shown() {
      const { common } = useTexts();
      const choices = Object.entries(common.channels).map(([value, label]) => ({ value, label }));
      return (
        <>
          <SelectField label={common.channels.direct} choices={choices} hint={common.optional} />
          <SelectField label={common.channels.post} choices={choices} error={common.issues['required']} />
        </>
      );
    },
  },
  StatusChip: {
    show: () => (
      <Box sx={row}>
        {CaseStatus.options.map((status) => (
          <StatusChip key={status} status={status} />
        ))}
      </Box>
    ),
  },
  OutcomeLine: {
    show: function Shown() {
      const { common } = useTexts();
      return (
        <>
          <OutcomeLine>{common.loading}</OutcomeLine>
          <OutcomeLine tone="good">{common.copied}</OutcomeLine>
          <OutcomeLine tone="late">{common.deskUnreachable}</OutcomeLine>
        </>
      );
    },
  },
  UnderWay: {
    show: () => (
      <>
        <UnderWay making={{ underWay: true, stopped: false, progress: { done: 4200, of: 71_530 }, ...stopping }} />
        <UnderWay making={{ underWay: true, stopped: false, progress: null, ...stopping }} />
        <UnderWay making={{ underWay: false, stopped: true, progress: null, ...stopping }} />
      </>
    ),
  },
  UndoAsked: {
    show: function Shown() {
      const { certification } = useTexts();
      return <UndoAsked texts={certification} error={null} isBusy={false} onUndo={nothing} />;
    },
  },
  UndoMinute: {
    show: function Shown() {
      const { cash } = useTexts();
      return <UndoMinute label={cash.done.undo} onUndo={nothing} />;
    },
  },
  Warning: {
    show: function Shown() {
      const { reception } = useTexts();
      return <Warning>{reception.promise.unverified}</Warning>;
    },
  },
};
