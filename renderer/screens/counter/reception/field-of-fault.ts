import type { FaultCode } from '../../../../electron/contract/base/fault.ts';

/** What the desk refuses about one field: there the cursor goes, as it does where the screen itself finds something wrong. */
const fieldOfFault: Readonly<Partial<Record<FaultCode, string>>> = {
  'kit-number-unknown': 'fromKit.number',
  'kit-number-used': 'fromKit.number',
  'kit-number-void': 'fromKit.number',
  'kit-time': 'fromKit.acceptedAt',
  'kit-promise': 'fromKit.promisedDate',
  'kit-square': 'fromKit.acceptedAt',
  'procedure-unknown': 'procedureCode',
  'procedure-superseded': 'procedureCode',
  'procedure-not-offered': 'procedureCode',
  'component-unknown': 'components',
  'citizen-case-unknown': 'citizenCases',
  // Where no law gives a limit the day that was agreed is asked for, with its ground.
  'time-limit-missing': 'agreedDueAt',
  'term-case-unknown': 'termCase',
  'term-listed': 'termCase',
  'term-reason-needed': 'termReason',
  'term-agreement-needed': 'agreedDueAt',
  'term-agreement-time': 'agreedDueAt',
  'competent-unknown': 'competent',
  'competent-own': 'competent',
  'competent-twice': 'competent',
  'competent-interlinked': 'competent',
};

export function fieldOf(code: FaultCode | undefined): string | undefined {
  return code === undefined ? undefined : fieldOfFault[code];
}

/** What is wrong with the sheet is told in its own band, beside its field. */
export function sheetFieldOf(code: FaultCode | undefined): string | undefined {
  const field = fieldOf(code);
  return field?.startsWith('fromKit.') === true ? field : undefined;
}
