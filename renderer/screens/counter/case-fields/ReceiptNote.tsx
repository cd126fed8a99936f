import { useQuery } from '@tanstack/react-query';
import type { ReceiptCheck, ReceiptVerdict } from '../../../../electron/contract/safety/proof/receipt.ts';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Row } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

/** Whether the receipt that was scanned is genuine, and the one in force: a sentence for each answer. */
export function ReceiptNote({ square }: { readonly square: string }) {
  const { data, error } = useQuery(desk.receipt.check.queryOptions({ input: { text: square } }));
  const { receipt } = useTexts();
  if (data === undefined) return <FaultNote error={error} />;
  return (
    <>
      <OutcomeLine tone={toneOf(data.verdict)}>{receipt[data.verdict](factsOf(data))}</OutcomeLine>
      {data.verdict === 'lost' && data.number !== null && <EnterLost number={data.number} square={square} />}
    </>
  );
}

/** What was lost with the register is entered from the paper that stayed. */
function EnterLost({ number, square }: { readonly number: string; readonly square: string }) {
  const { kit } = useTexts();
  const { go } = usePlace();
  return (
    <Row shrink={false}>
      <ActionButton
        keys="Alt+N"
        label={kit.missing.enter}
        onAct={() => go({ screen: 'reception', sheet: number, square })}
      />
    </Row>
  );
}

const plain: ReadonlySet<ReceiptVerdict> = new Set(['unsigned', 'not-here', 'lost', 'entered-again']);

function toneOf(verdict: ReceiptVerdict): 'good' | 'plain' | 'late' {
  if (verdict === 'genuine') return 'good';
  return plain.has(verdict) ? 'plain' : 'late';
}

/** As the sentences fill them in. */
function factsOf({ number, acceptedAt, dueAt, by, stolenSince }: ReceiptCheck) {
  return {
    number: number ?? '',
    at: acceptedAt === null ? '' : formatDateTime(acceptedAt),
    due: dueAt === null ? '' : formatDateTime(dueAt),
    now: by === null || by.dueAt === null ? '' : formatDateTime(by.dueAt),
    by: by === null ? '' : by.number,
    since: by === null ? '' : formatDateTime(by.at),
    stolen: stolenSince === null ? '' : formatDateTime(stolenSince),
  };
}
