import { CaseStatus } from '../../../electron/contract/base/case-status.ts';
import { StatusChip } from '../../../renderer/parts/controls/StatusChip.tsx';
import { Text } from '../../../renderer/parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../renderer/parts/list/ChoiceList.tsx';
import { useListCursor } from '../../../renderer/parts/list/cursor.ts';
import { DropBox } from '../../../renderer/parts/list/DropBox.tsx';
import { CounterMark } from '../../../renderer/parts/list/CounterMark.tsx';
import { EmptyState } from '../../../renderer/parts/list/EmptyState.tsx';
import { ListHead } from '../../../renderer/parts/list/ListHead.tsx';
import { SavedFilters } from '../../../renderer/parts/list/SavedFilters.tsx';
import { TeachList } from '../../../renderer/parts/list/TeachList.tsx';
import { useTexts } from '../../../renderer/text/texts.ts';
import type { Entries } from '../entry.ts';

export const list: Entries = {
  SavedFilters: {
    show: () => (
      <SavedFilters screen="find" named={(name) => ({ screen: 'find', name, text: name })} onCall={() => undefined} />
    ),
  },
  ChoiceList: {
    show: function Shown() {
      const { reception } = useTexts();
      const { current, setRow, onKeyDown } = useListCursor(CaseStatus.options.length);
      return (
        <ChoiceList
          id="choices"
          label={reception.who.title}
          current={current}
          holdsFocus
          maxHeight={160}
          onKeyDown={onKeyDown}
        >
          {CaseStatus.options.map((status, index) => (
            <Choice
              key={status}
              id={`choices-${index}`}
              columns="minmax(0, 1fr) auto"
              padding={[1.5, 2.5]}
              current={index === current}
              onChoose={() => setRow(index)}
            >
              <Text lines={1}>Nguyễn Thị Đặng Ánh · 26.CATLAI.Q1-261109-000{index}</Text>
              <StatusChip status={status} />
            </Choice>
          ))}
        </ChoiceList>
      );
    },
  },
  DropBox: {
    show: function Shown() {
      const { reception } = useTexts();
      return (
        <div style={{ position: 'relative', height: 120 }}>
          <Text>{reception.who.title}</Text>
          <DropBox top="2rem">
            <Text padding={2}>{reception.who.scanHint}</Text>
          </DropBox>
        </div>
      );
    },
  },
  CounterMark: {
    show: function Shown() {
      return <CounterMark counter="Q2" />;
    },
  },
  EmptyState: {
    show: function Shown() {
      const { common, reception } = useTexts();
      return <EmptyState title={common.none}>{reception.who.scanHint}</EmptyState>;
    },
  },
  ListHead: {
    show: function Shown() {
      const { find } = useTexts();
      const { number, name, status } = find.columns;
      return (
        <ListHead
          columns={{ columns: '1fr 2fr 1fr', columnGap: 3, padding: [1.5, 2.5] }}
          names={[number, name, status]}
        />
      );
    },
  },
  TeachList: {
    show: function Shown() {
      const { who } = useTexts().reception;
      return (
        <TeachList
          rows={[
            ['0791', who.idNumber],
            ['ng t a', who.fullName],
            ['nop', who.authorisationHint],
          ]}
        />
      );
    },
  },
};
