import { useQuery } from '@tanstack/react-query';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { BeforeReturn } from './BeforeReturn.tsx';

/** What the case still owes, and one key to where it is taken. An amount nobody set is not owed. */
export function OpenFees({ caseId }: { readonly caseId: string }) {
  const { returnResults } = useTexts();
  const { go } = usePlace();
  const { data } = useQuery(desk.money.assess.queryOptions({ input: { caseId } }));
  const open = (data?.fees ?? []).filter(({ receiptId }) => receiptId === null);
  const unset = open.filter(({ amount }) => amount === null);
  const due = data?.due ?? 0;
  if (due === 0 && unset.length === 0) return null;
  return (
    <BeforeReturn label={returnResults.unpaidLabel}>
      {due > 0 && (
        <Row gap={3} align="center" wrap>
          <Text weight={600} grow role="status">
            <span aria-hidden>▲ </span>
            {returnResults.unpaidTitle(formatMoney(due))} {returnResults.unpaid}
          </Text>
          <ActionButton keys="Alt+M" label={returnResults.pay} onAct={() => go({ screen: 'cash', caseId })} />
        </Row>
      )}
      {unset.length > 0 && <Text size="note">{returnResults.feeUnset(unset.map(({ name }) => name).join(', '))}</Text>}
    </BeforeReturn>
  );
}
