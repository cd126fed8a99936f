/**
 * Whether what another desk tells has the shape in which it is read. Folds and lists take a body for what its type says; an entry in which a list is a number
 * would stop them. Asked is what a field is, wherever it stands, and what a reader cannot do without; what else an entry says is the folds' to judge.
 */
export function isShaped(type: string, body: string): boolean {
  const fields = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const isThere = (required[type] ?? []).every((name) => fields[name] !== undefined);
  return isThere && Object.entries(fields).every(([name, value]) => shapes[name]?.(value) ?? true);
}

type Shape = (value: unknown) => boolean;

const isText: Shape = (value) => typeof value === 'string';
const isWhole: Shape = (value) => Number.isSafeInteger(value);
const isObject: Shape = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay: Shape = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
/** With or without its seconds and its zone, which a packed one leaves out. */
const isMoment: Shape = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d\+07:00)?$/.test(value) &&
  !Number.isNaN(Date.parse(value.slice(0, 'YYYY-MM-DDTHH:MM'.length)));
const isPerson: Shape = (value) =>
  Array.isArray(value)
    ? value.length > 0 && value.every((one, at) => typeof one === 'string' || (one === null && at > 0))
    : isObject(value) && isText((value as { fullName?: unknown }).fullName);

function orNull(shape: Shape): Shape {
  return (value) => value === null || shape(value);
}

function listOf(...shapes: readonly Shape[]): Shape {
  return (value) => Array.isArray(value) && value.every((one) => shapes.some((shape) => shape(one)));
}

const isConfirmation: Shape = (value) =>
  isObject(value) && isText((value as { code?: unknown }).code) && isText((value as { reason?: unknown }).reason);
const isLeg: Shape = (value) =>
  isObject(value) && isText((value as { agency?: unknown }).agency) && isText((value as { way?: unknown }).way);
const isCertified: Shape = (value) =>
  isObject(value) &&
  isWhole((value as { serial?: unknown }).serial) &&
  isWhole((value as { pages?: unknown }).pages) &&
  isWhole((value as { copies?: unknown }).copies);
const isOwnValues: Shape = (value) =>
  isObject(value) && Object.values(value as object).every((one) => isText(one) || isPerson(one));
const isList: Shape = (value) => Array.isArray(value);

const shapes: Readonly<Record<string, Shape>> = {
  against: isText,
  agency: isText,
  amount: orNull(isWhole),
  answerBy: isMoment,
  applicant: isPerson,
  basis: isText,
  by: isText,
  caseIds: listOf(isText),
  components: listOf(isWhole, isList),
  confirmations: listOf(isConfirmation),
  day: isDay,
  dueAt: orNull(isMoment),
  extendedTo: isMoment,
  fees: listOf(isList, isObject),
  form: isText,
  items: listOf(isText),
  legs: listOf(isLeg),
  lines: listOf(isWhole, isText, isObject),
  missing: listOf(isText),
  note: isText,
  official: isText,
  others: listOf(isPerson),
  ownFields: isOwnValues,
  papers: listOf(isCertified),
  place: isText,
  quantity: isWhole,
  reason: isText,
  receivedAt: isMoment,
  receiver: isText,
  result: isText,
  returnedAt: isMoment,
  sendBy: orNull(isMoment),
  serial: isWhole,
  serials: listOf(isWhole),
  signer: isObject,
  stands: isText,
  submitter: isPerson,
  voidedDay: isDay,
  voidedSerial: isWhole,
};

const required: Readonly<Record<string, readonly string[]>> = {
  arrived: ['applicant'],
  certified: ['kind', 'papers', 'series', 'signer'],
  confirmed: ['confirmations'],
  corrected: ['applicant', 'components', 'dueAt', 'fees', 'number'],
  decided: ['stands', 'against'],
  extended: ['dueAt'],
  finished: ['result'],
  'hand-over-made': ['caseIds', 'day', 'number', 'to'],
  'hand-over-received': ['missing'],
  'kit-set-aside': ['day', 'serials'],
  'receipt-issued': ['amount', 'lines', 'series'],
  received: ['applicant', 'components', 'dueAt', 'fees', 'number'],
  returned: ['receiver'],
  supplemented: ['dueAt'],
  'verification-needed': ['dueAt'],
};
