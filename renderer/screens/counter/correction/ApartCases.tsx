import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { ActiveContext } from '../../../parts/keys/shortcuts.ts';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { OwedHereLine } from './OwedHere.tsx';

/** How many cases wait for somebody to decide between two counters, and the way to each; nothing where none does. */
export function ApartCases() {
  const { common, correction } = useTexts();
  const active = useContext(ActiveContext);
  const { go } = usePlace();
  const seesCases = useKnownStatus(userOf)?.seesPersons === true;
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    ...desk.work.apart.queryOptions({ input: {}, staleTime: 0, refetchInterval: askedEveryMs }),
    enabled: active,
  });
  const { cases = [], owed = [], others = 0 } = data ?? {};
  const acts = cases.reduce((sum, { open }) => sum + open, 0);
  const title = [
    cases.length > 0 ? correction.apartCases(cases.length, acts) : '',
    // The supervisor counts these too: two who look at one board see one sum.
    others > 0 ? correction.apartOthers(others, cases.length > 0) : '',
    owed.length > 0 ? correction.owedHere(owed.length) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  if (title === '') return null;
  return (
    <Row gap={3} align="center" wrap shrink={false}>
      <Text tone="late" weight={600}>
        <span aria-hidden>! </span>
        {title}
      </Text>
      {cases.length + owed.length > 0 && (
        <ActionButton keys="Alt+V" label={correction.apartShow} onAct={() => setOpen(true)} />
      )}
      {isOpen && (
        <Dialog title={title} onClose={() => setOpen(false)} closeLabel={common.close}>
          {cases.length > 0 && <Text>{correction.apartDo}</Text>}
          <Column gap={2}>
            {owed.map((one) => (
              <OwedHereLine
                key={`${one.kind} ${one.receiptId ?? ''}`}
                row={one}
                onCase={(caseId) => {
                  setOpen(false);
                  go({ screen: 'cash', caseId });
                }}
              />
            ))}
            {cases.map(({ caseId, number, open }, index) => (
              <Row key={caseId} gap={3} align="center">
                {seesCases ? (
                  <Button
                    autoFocus={index === 0}
                    onClick={() => {
                      setOpen(false);
                      go({ screen: 'case', caseId });
                    }}
                  >
                    {number}
                  </Button>
                ) : (
                  <Text weight={600}>{number}</Text>
                )}
                <Text size="note" tone="secondary">
                  {correction.apartOpen(open)}
                </Text>
              </Row>
            ))}
          </Column>
        </Dialog>
      )}
    </Row>
  );
}
