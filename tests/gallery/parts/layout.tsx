import { Chip } from '../../../renderer/parts/controls/Chip.tsx';
import { Boundary } from '../../../renderer/parts/layout/Boundary.tsx';
import { Columns } from '../../../renderer/parts/layout/Columns.tsx';
import { Facts } from '../../../renderer/parts/layout/Facts.tsx';
import { Panel } from '../../../renderer/parts/layout/Panel.tsx';
import { useTexts } from '../../../renderer/text/texts.ts';
import type { Entries } from '../entry.ts';

function Broken(): never {
  throw new Error('shown on purpose');
}

function Applicant() {
  const { who } = useTexts().reception;
  return (
    <Facts
      facts={[
        [who.fullName, 'Nguyễn Thị Đặng Ánh'],
        [who.idNumber, '079190001234'],
        [who.address, '12 Lê Lợi, Phường Cát Lái, Thành phố Hồ Chí Minh'],
        [who.phone, ''],
      ]}
    />
  );
}

export const layout: Entries = {
  Boundary: {
    show: () => (
      <Boundary>
        <Broken />
      </Boundary>
    ),
  },
  Columns: {
    show: function Shown() {
      const { columns } = useTexts().reception;
      return (
        <div style={{ height: 220, display: 'flex', flexDirection: 'column' }}>
          <Columns columns="1fr 1fr">
            <Panel title={columns.who}>
              <Applicant />
            </Panel>
            <Panel title={columns.what}>
              <Applicant />
            </Panel>
          </Columns>
        </div>
      );
    },
  },
  Facts: { show: () => <Applicant /> },
  Panel: {
    show: function Shown() {
      const { common, reception } = useTexts();
      return (
        <Panel title={reception.who.title} aside={<Chip tone="soon">{common.optional}</Chip>}>
          <Applicant />
        </Panel>
      );
    },
  },
};
