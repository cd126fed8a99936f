import { useEffect, useEffectEvent, useState } from 'react';
import type { CitizenCardView } from '../../../../../electron/contract/common/person/person.ts';
import { deskClient } from '../../../../desk/client.ts';
import { faultOf, useFaultSentence } from '../../../../desk/fault.ts';
import { isWholeCard } from '../../../../scanner/burst.ts';
import type { Scan } from '../../../../scanner/scan-listeners.ts';
import { useScanner, useTakesScans } from '../../../../scanner/useScanner.ts';
import { useTexts } from '../../../../text/texts.ts';
import { focusField, focusFieldSoon } from '../../case-fields/field-id.ts';
import { type ReceptionForm, type Who, plainIdNumber } from '../../case-fields/reception-form.ts';
import type { ReceptionHook } from '../useReception.ts';

/** A card scanned for whom: the one who files for somebody else when the cursor is in their fields. */
function whoIsMeant(): Who {
  return document.activeElement?.id.startsWith('reception-submitter-') === true ? 'submitter' : 'applicant';
}

/** A card of somebody else than the form stands for: whose it is only the clerk can say. */
export type SecondCard = { readonly card: CitizenCardView; readonly who: Who };

/** The card's person: files it for who stands there, is who it is filed for, or comes next. */
export type SecondCardAnswer = 'submitter' | 'applicant' | 'next';

/** Hears cards and receipts on the reception screen; `trouble` is what went wrong with the last scan, in words. */
export function useCard(hook: ReceptionHook, onCode: (code: string, square?: string) => void) {
  const { dispatch, fresh, form, latest, setNote, parkedLabel } = hook;
  const { reception, scanner } = useTexts();
  const sentenceOf = useFaultSentence();
  const takesScans = useTakesScans();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [second, setSecond] = useState<SecondCard | null>(null);

  function put(card: CitizenCardView, who: Who, filedByOther = false) {
    dispatch({ type: 'card-read', who, card, fresh: fresh(), filedByOther });
    focusFieldSoon(who === 'submitter' || filedByOther ? 'submitter.authorisation' : 'procedureCode');
  }

  async function read(text: string, who: Who, note: string | null = null) {
    try {
      const card = await deskClient.citizenCard.read({ scan: text });
      // A dialog that was opened while the card was read is about whom the form stands for.
      if (!takesScans()) return setTrouble(scanner.dialogFirst);
      setTrouble(note);
      // Asked and never guessed: a card must not take the place of a person who was typed or scanned before.
      if (isSomebodyElse(latest.current, who, card.idNumber)) return setSecond({ card, who });
      setSecond(null);
      setNote(null);
      put(card, who);
    } catch (error) {
      const seen = faultOf(error);
      const reason = seen?.code === 'card-unreadable' ? reception.cardReasons[String(seen.data['reason'])] : undefined;
      setTrouble(reason ?? sentenceOf(error));
    }
  }

  function answer(said: SecondCardAnswer) {
    if (second === null) return;
    setSecond(null);
    setNote(said === 'next' ? reception.parked(parkedLabel() || reception.drafts.unnamed) : null);
    if (said === 'submitter') put(second.card, 'submitter');
    else put(second.card, 'applicant', said === 'applicant');
  }

  // A scanner too slow to be told from a hand leaves its text in the field: a whole card there is read all the same.
  const typed = form.applicant.idNumber;
  const readTyped = useEffectEvent(() => void read(typed, 'applicant'));
  useEffect(() => {
    if (!isWholeCard(typed)) return undefined;
    const timer = window.setTimeout(readTyped, 400);
    return () => window.clearTimeout(timer);
  }, [typed]);

  const acts: Record<Scan['shape'], (text: string, note: string | null, square?: string) => void> = {
    card: (text, note) => void read(text, whoIsMeant(), note),
    'id-number': (text) => {
      const who = whoIsMeant();
      setTrouble(null);
      dispatch({ type: 'person-typed', who, change: { idNumber: text } });
      focusField(`${who}.fullName`);
    },
    code: (text, _note, square) => {
      setTrouble(null);
      onCode(text, square);
    },
  };

  const onScan = (scan: Scan) =>
    acts[scan.shape](scan.text, scan.throughInputMethod === true ? scanner.compare : null, squareIn(scan));
  useScanner({
    onScan,
    onInputMethod: () => setTrouble(reception.inputMethodOn),
  });
  return { trouble, second, answer, ignore: () => setSecond(null), onScan };
}

function squareIn(scan: Scan): string | undefined {
  return scan.shape === 'code' ? scan.square : undefined;
}

function isSomebodyElse({ applicant, submitter }: ReceptionForm, who: Who, idNumber: string): boolean {
  const standing = who === 'submitter' ? submitter : applicant;
  if (standing === null) return false;
  const before = plainIdNumber(standing.idNumber);
  // A company has no card: whoever shows one files for it.
  if (standing.kind !== 'citizen') return before !== '' || standing.fullName.trim() !== '';
  return /^\d{12}$/.test(before) ? before !== idNumber : standing.fullName.trim() !== '' && before !== '';
}
