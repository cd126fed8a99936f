import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import type { OwedRow } from '../../../../electron/contract/counter/work/conflict.ts';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { ActiveContext } from '../../../parts/keys/shortcuts.ts';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

/** What this counter has to put right with money because somebody decided between two counters; nothing where it owes nothing. */
function useOwedHere(): readonly OwedRow[] {
  const active = useContext(ActiveContext);
  const { data } = useQuery({
    ...desk.work.apart.queryOptions({ input: {}, staleTime: 0, refetchInterval: askedEveryMs }),
    enabled: active,
  });
  return data?.owed ?? [];
}

/** The same at the drawer, each with the way to its case. */
export function OwedHere({ onCase }: { readonly onCase: (caseId: string) => void }) {
  const { correction } = useTexts();
  const owed = useOwedHere();
  if (owed.length === 0) return null;
  return (
    <Column gap={1} role="group" aria-label={correction.owedHere(owed.length)}>
      <Text tone="late" weight={600}>
        <span aria-hidden>! </span>
        {correction.owedHere(owed.length)}
      </Text>
      {owed.map((one) => (
        <OwedHereLine key={`${one.kind} ${one.receiptId ?? ''}`} row={one} onCase={onCase} />
      ))}
    </Column>
  );
}

export function OwedHereLine({ row, onCase }: { readonly row: OwedRow; readonly onCase: (caseId: string) => void }) {
  const { correction, conflict } = useTexts();
  const { kind, amount, receipt, number, caseId } = row;
  if (kind === 'notice') return null;
  return (
    <Row gap={3} align="center" wrap>
      <Text>{correction.owedDo[kind](amount === null ? '' : formatMoney(amount), receipt, number)}</Text>
      <Button size="small" onClick={() => onCase(caseId)}>
        {conflict.openCash}
      </Button>
    </Row>
  );
}
