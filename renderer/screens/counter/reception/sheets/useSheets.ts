import { isSameCode, parseCaseNumber } from '../../../../../electron/domain/base/numbering.ts';
import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import { deskClient } from '../../../../desk/client.ts';
import { type Place, usePlace } from '../../../../desk/places.ts';
import { ActiveContext } from '../../../../parts/keys/shortcuts.ts';
import { formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { focusFieldSoon } from '../../case-fields/field-id.ts';
import { sheetOfSquare } from '../../case-fields/paper-sheet.ts';
import { isUntouched } from '../../case-fields/reception-form.ts';
import type { ReceptionHook } from '../useReception.ts';

/** The paper with that number that waits to be entered, a sheet of a kit or a receipt that a restore knows no more; undefined when it is none, or the desk cannot be asked. */
async function findOpenSheet(number: string) {
  return (await findSheetOfKit(number)) ?? (await findPassedOver(number));
}

/** Of the numbers that a restore passed over while nobody has said that all is entered, where no case bears it yet. */
async function findPassedOver(number: string) {
  const read = parseCaseNumber(number);
  if (read === undefined) return undefined;
  const answer = await deskClient.office.restores({}).catch(() => undefined);
  const waits = answer?.restores.some(
    ({ entered, spent }) =>
      entered === null &&
      spent.some(
        ({ kind, of, first, last }) =>
          kind === 'case' && of === read.date && read.serial >= first && read.serial <= last,
      ),
  );
  if (waits !== true) return undefined;
  const found = await deskClient.case.search({ text: number, limit: 1 }).catch(() => undefined);
  return found?.hits.length === 0 ? { day: read.date, number } : undefined;
}

async function findSheetOfKit(number: string) {
  const answer = await deskClient.kit.list({}).catch(() => undefined);
  for (const kit of answer?.kits ?? []) {
    const sheet = kit.sheets.find((one) => one.state === 'open' && isSameCode(one.number, number));
    if (sheet !== undefined) return { day: kit.day, number: sheet.number };
  }
  return undefined;
}

async function checked(square: string) {
  return deskClient.receipt.check({ text: square }).catch(() => undefined);
}

/** Entering from paper what was received by hand: the mode, the ways into it and out of it. */
export function useSheets(hook: ReceptionHook) {
  const { kit, reception } = useTexts();
  const { dispatch, latest } = hook;
  const { place, go } = usePlace();
  const active = useContext(ActiveContext);
  const [asked, setAsked] = useState<'print' | 'list' | null>(null);
  const on = hook.form.fromKit?.on === true;

  /** Into the mode; with a number it is that sheet, and what stood for another one becomes a draft. */
  async function enter(number: string, square?: string) {
    if (number === '') {
      dispatch({ type: 'sheet-typed', change: {} });
      focusFieldSoon('fromKit.number');
      return;
    }
    const filled = square === undefined ? undefined : sheetOfSquare(square);
    const sheet = filled ?? (await findOpenSheet(number));
    const form = latest.current;
    const standing = form.fromKit?.on === true ? form.fromKit.number : '';
    const another = form.fromKit?.on === true ? standing !== '' && standing !== number : !isUntouched(form);
    if (another) hook.begin(reception.parked(hook.parkedLabel() || reception.drafts.unnamed));
    hook.forgetFault();
    if (filled !== undefined) {
      dispatch({ type: 'sheet-typed', change: filled });
      focusFieldSoon('applicant.idNumber');
      return;
    }
    const day = sheet === undefined ? {} : { day: formatDate(sheet.day) };
    dispatch({ type: 'sheet-typed', change: { number, square: '', ...day } });
    focusFieldSoon('fromKit.acceptedAt');
  }

  /** A bar code: a sheet of a kit is entered, and a receipt that went with the register, by its square, whatever else it is is looked for. */
  async function onCode(code: string, square?: string) {
    const seen = square === undefined ? undefined : await checked(square);
    if (seen?.verdict === 'lost') await enter(code, square);
    else if (seen !== undefined && square !== undefined) go({ screen: 'find', text: code, square });
    else if (on || (await findOpenSheet(code)) !== undefined) await enter(code);
    else go({ screen: 'find', text: code });
  }

  function leave() {
    dispatch({ type: 'sheet-left' });
    hook.forgetFault();
    focusFieldSoon('applicant.idNumber');
  }

  // Sent here by another screen: once, whatever way they come back later.
  const taken = useRef<Place | null>(null);
  const take = useEffectEvent((number: string, square?: string) => void enter(number, square));
  useEffect(() => {
    if (!active || place.screen !== 'reception' || place.sheet === undefined || taken.current === place) return;
    taken.current = place;
    take(place.sheet, place.square);
  }, [active, place]);

  return {
    on,
    enter,
    leave,
    onCode,
    asked,
    ask: setAsked,
    close: () => setAsked(null),
    printed: (sentence: string) => {
      setAsked(null);
      hook.setNote(`${kit.printed} ${sentence}`);
    },
  };
}
