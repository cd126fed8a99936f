import type { Confirmation } from '../../../../../electron/contract/counter/case/confirm.ts';
import { useMutation } from '@tanstack/react-query';
import { useReducer, useRef, useState } from 'react';
import { desk, deskClient } from '../../../../desk/client.ts';
import { useFaultSentence } from '../../../../desk/fault.ts';
import { minuteOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { useTexts } from '../../../../text/texts.ts';
import { focusField, focusIssue } from '../../../counter/case-fields/field-id.ts';
import type { Issues } from '../../../counter/case-fields/receive-input.ts';
import { newReception, plainIdNumber } from '../../../counter/case-fields/reception-form.ts';
import { receptionAfter } from '../../../counter/case-fields/reception-state.ts';
import { type Came, checkArrival, nextOf, withCode } from './arrival-input.ts';

/** The fields have names of their own: reception stays behind this screen with the same ones. */
export const arrivalScope = 'arrival';

const nothingWrong: Issues = new Map();

function fresh() {
  return { draftId: crypto.randomUUID(), requestId: crypto.randomUUID() };
}

/** A file that another centre received, as it is typed from its paper; and the one act. */
export function useArrival() {
  const { common, handOver } = useTexts();
  const sentenceOf = useFaultSentence();
  const now = useKnownStatus(minuteOf);
  const [came, setCame] = useState<Came>(() => nextOf({ unit: null, arrivedAt: null }));
  const [form, dispatch] = useReducer(receptionAfter, undefined, () => newReception(fresh()));
  const [attempted, setAttempted] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const sending = useRef(false);
  const receive = useMutation(desk.case.receiveForeign.mutationOptions());
  const checked = checkArrival(came, form, { now, known: common.issues });

  function change(changed: Partial<Came>) {
    setCame((before) => ({ ...before, ...changed }));
    if (receive.error !== null) receive.reset();
  }

  /** The code of the receipt, by scan or by hand. */
  function typeCode(code: string) {
    setCame((before) => withCode(before, code));
    if (receive.error !== null) receive.reset();
  }

  function onCode(code: string) {
    setTrouble(null);
    typeCode(code);
    focusField(came.unit === null ? 'receivingUnit' : 'acceptedAt', arrivalScope);
  }

  /** A card among the papers fills in who it is; that of somebody else than stands there already takes nobody's place. */
  async function onCard(scan: string) {
    try {
      const card = await deskClient.citizenCard.read({ scan });
      const standing = plainIdNumber(form.applicant.idNumber);
      if (standing !== '' && standing !== card.idNumber) {
        setTrouble(handOver.arrival.otherCard(card.fullName ?? ''));
        return;
      }
      setTrouble(null);
      dispatch({ type: 'card-read', who: 'applicant', card, fresh: fresh() });
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  }

  async function submit(confirm: readonly Confirmation[] = []) {
    setAttempted(true);
    if (!checked.ok) {
      const [first] = checked.issues.keys();
      if (first !== undefined) window.setTimeout(() => focusIssue(first, arrivalScope), 0);
      return;
    }
    if (sending.current) return;
    sending.current = true;
    try {
      await receive.mutateAsync({ ...checked.input, ...(confirm.length === 0 ? {} : { confirm: [...confirm] }) });
      setAttempted(false);
      setTrouble(null);
      setCame(nextOf);
      dispatch({ type: 'begun', fresh: fresh() });
      focusField('code', arrivalScope);
    } catch {
      // `receive.error` says why; what was typed and its request stay.
    } finally {
      sending.current = false;
    }
  }

  return {
    came,
    change,
    typeCode,
    form,
    dispatch,
    now,
    issues: attempted && !checked.ok ? checked.issues : nothingWrong,
    trouble,
    setTrouble,
    onCode,
    onCard,
    failure: receive.error,
    forgetFailure: () => receive.reset(),
    done: receive.data,
    doneFor: receive.variables?.applicant.fullName ?? '',
    sending: receive.isPending,
    submit,
  };
}

export type ArrivalHook = ReturnType<typeof useArrival>;
