import { useQuery } from '@tanstack/react-query';
import type { ReceiptCheck, ReceiptVerdict } from '../../../electron/contract/proof/receipt.ts';
import { desk } from '../../desk/client.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../parts/controls/OutcomeLine.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

/** Whether the receipt that was scanned is genuine, and the one in force: a sentence for each answer. */
export function ReceiptNote({ square }: { readonly square: string }) {
  const { data, error } = useQuery(desk.receipt.check.queryOptions({ input: { text: square } }));
  const { receipt } = useTexts();
  if (data === undefined) return <FaultNote error={error} />;
  return <OutcomeLine tone={toneOf(data.verdict)}>{receipt[data.verdict](factsOf(data))}</OutcomeLine>;
}

function toneOf(verdict: ReceiptVerdict): 'good' | 'plain' | 'late' {
  if (verdict === 'genuine') return 'good';
  return verdict === 'unsigned' || verdict === 'not-here' ? 'plain' : 'late';
}

/** As the sentences fill them in. */
function factsOf({ number, acceptedAt, by, stolenSince }: ReceiptCheck) {
  return {
    number: number ?? '',
    at: acceptedAt === null ? '' : formatDateTime(acceptedAt),
    by: by === null ? '' : by.number,
    since: by === null ? '' : formatDateTime(by.at),
    stolen: stolenSince === null ? '' : formatDateTime(stolenSince),
  };
}
