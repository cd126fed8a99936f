import { SmallActs } from '../../../renderer/parts/layout/SmallActs.tsx';
import { ActionButton } from '../../../renderer/parts/controls/ActionButton.tsx';
import { Chip } from '../../../renderer/parts/controls/Chip.tsx';
import { Boundary } from '../../../renderer/parts/layout/Boundary.tsx';
import { Columns } from '../../../renderer/parts/layout/Columns.tsx';
import { Facts } from '../../../renderer/parts/layout/Facts.tsx';
import { Panel } from '../../../renderer/parts/layout/Panel.tsx';
import { Block, Column, Grid, Row, Surface, Text } from '../../../renderer/parts/layout/primitives.ts';
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
  primitives: {
    show: function Shown() {
      const { common, reception } = useTexts();
      return (
        <Column gap={2}>
          <Row gap={2} align="baseline" wrap>
            <Text size="heading" weight={700}>
              {reception.who.title}
            </Text>
            <Text size="note" tone="secondary">
              {reception.who.scanHint}
            </Text>
          </Row>
          <Grid columns="repeat(3, minmax(0, 1fr))" gap={2}>
            {(['brand', 'soon', 'late'] as const).map((ground) => (
              <Surface key={ground} ground={ground} padding={[2, 3]}>
                <Text tone={ground} weight={600}>
                  {ground}
                </Text>
                <Text lines={1}>{common.deskUnreachable}</Text>
                <Text lines={2} size="small">
                  {common.screenBroken}
                </Text>
              </Surface>
            ))}
          </Grid>
          <Block line="top" paddingTop={2}>
            <Text breaks>079190001234079190001234079190001234079190001234079190001234079190001234079190001234</Text>
          </Block>
        </Column>
      );
    },
  },
  SmallActs: {
    show: function Shown() {
      const { common, intake } = useTexts();
      return (
        <SmallActs>
          <ActionButton keys="Alt+1" label={intake.take} onAct={() => undefined} filled />
          <ActionButton keys="Alt+2" label={common.cancel} onAct={() => undefined} />
          <ActionButton keys="Alt+3" label={common.close} onAct={() => undefined} disabled />
        </SmallActs>
      );
    },
  },
};
