import { useEffect, useEffectEvent, useState } from 'react';
import { deskClient } from '../../../desk/client.ts';
import { faultOf, useFaultSentence } from '../../../desk/fault.ts';
import { type Scan, useScanner } from '../../../scanner/useScanner.ts';
import { useTexts } from '../../../text/texts.ts';
import { focusField } from '../field-id.ts';
import { type Who, plainIdNumber } from '../reception-form.ts';
import type { ReceptionHook } from '../useReception.ts';

/** The QR text of a card: twelve digits and at least six more fields (domain/citizen-card.ts). */
const wholeCard = /^\s*\d{12}(\|[^|]*){6}/;

/** A card scanned for whom: the one who files for somebody else when the cursor is in their fields. */
function whoIsMeant(): Who {
  return document.activeElement?.id.startsWith('reception-submitter-') === true ? 'submitter' : 'applicant';
}

/** Hears cards and receipts on the reception screen. Returns what went wrong with the last scan, in words. */
export function useCard(hook: ReceptionHook, onCode: (code: string) => void): string | null {
  const { form, dispatch, fresh, latest, setNote, parkedLabel } = hook;
  const { reception } = useTexts();
  const sentenceOf = useFaultSentence();
  const [trouble, setTrouble] = useState<string | null>(null);

  async function read(text: string, who: Who) {
    try {
      const card = await deskClient.citizenCard.read({ scan: text });
      const before = plainIdNumber(latest.current.applicant.idNumber);
      const another = who === 'applicant' && /^\d{12}$/.test(before) && before !== card.idNumber;
      setNote(another ? reception.parked(parkedLabel()) : null);
      setTrouble(null);
      dispatch({ type: 'card-read', who, card, fresh: fresh() });
      focusField(who === 'submitter' ? 'submitter.authorisation' : 'procedureCode');
    } catch (error) {
      const seen = faultOf(error);
      const reason = seen?.code === 'card-unreadable' ? reception.cardReasons[String(seen.data['reason'])] : undefined;
      setTrouble(reason ?? sentenceOf(error));
    }
  }

  // A scanner too slow to be told from a hand leaves its text in the field: a whole card there is read all the same.
  const typed = form.applicant.idNumber;
  const readTyped = useEffectEvent(() => void read(typed, 'applicant'));
  useEffect(() => {
    if (!wholeCard.test(typed)) return undefined;
    const timer = window.setTimeout(readTyped, 400);
    return () => window.clearTimeout(timer);
  }, [typed]);

  const acts: Record<Scan['shape'], (text: string) => void> = {
    card: (text) => void read(text, whoIsMeant()),
    'id-number': (text) => {
      const who = whoIsMeant();
      setTrouble(null);
      dispatch({ type: 'person-typed', who, change: { idNumber: text } });
      focusField(`${who}.fullName`);
    },
    code: (text) => {
      setTrouble(null);
      onCode(text);
    },
  };

  useScanner({
    onScan: (scan) => acts[scan.shape](scan.text),
    onInputMethod: () => setTrouble(reception.inputMethodOn),
  });
  return trouble;
}
