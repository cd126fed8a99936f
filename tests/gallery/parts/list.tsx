import { EmptyState } from '../../../renderer/parts/list/EmptyState.tsx';
import { TeachList } from '../../../renderer/parts/list/TeachList.tsx';
import { useTexts } from '../../../renderer/text/texts.ts';
import type { Entries } from '../entry.ts';

export const list: Entries = {
  EmptyState: {
    show: function Shown() {
      const { common, reception } = useTexts();
      return <EmptyState title={common.none}>{reception.who.scanHint}</EmptyState>;
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
