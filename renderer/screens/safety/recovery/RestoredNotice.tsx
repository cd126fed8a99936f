import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { Block, Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

export type RecoveryOutcome = {
  readonly madeAt: string;
  readonly cases: number;
  readonly replayed: number;
  readonly whole: boolean;
  readonly spent: readonly { readonly first: number; readonly last: number }[];
};

type Props = { readonly outcome: RecoveryOutcome; readonly onOpen: () => void };

/** What a recovery did, before anybody works on: what came back, what came over from the old file, and what may be missing. */
export function RestoredNotice({ outcome: { madeAt, cases, replayed, whole, spent }, onOpen }: Props) {
  const { recovery } = useTexts();
  const passedOver = spent.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return (
    <>
      <Typography variant="h1">{recovery.restoredTitle}</Typography>
      <Text size="lead" role="status">
        {recovery.restoredFrom(formatDateTime(madeAt), cases)}
      </Text>
      <Surface ground="brand" padding={3.5}>
        <Block as="ul" marked>
          <li>{recovery.replayed(replayed)}</li>
          <li>{whole ? recovery.whole : recovery.notWhole}</li>
          {passedOver > 0 && <li>{recovery.passedOver(passedOver)}</li>}
          <li>{recovery.oneOnly}</li>
        </Block>
      </Surface>
      <Row>
        <Button variant="contained" onClick={onOpen} autoFocus>
          {recovery.openDesk} <KeyCap keys="F5" quiet />
        </Button>
      </Row>
    </>
  );
}
