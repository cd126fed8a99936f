import { type ReceptionForm, plainIdNumber } from '../../case-fields/reception-form.ts';

/** What the newest of several drafts is told by: name, end of the number, procedure. At most 200 characters. */
export function draftLabel(form: ReceptionForm): string {
  const id = plainIdNumber(form.applicant.idNumber);
  const sheet = form.fromKit?.on === true ? form.fromKit.number.trim() : '';
  const parts = [
    sheet,
    form.applicant.fullName.trim(),
    id === '' ? '' : `…${id.slice(-4)}`,
    shortened(form.procedure?.name ?? ''),
  ];
  return parts
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 200);
}

/** Some names of procedures are a whole paragraph: their first words tell them apart. */
function shortened(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 60).replace(/[\s,;(]+\S*$/, '')}…`;
}

type KeptDraft = { readonly savedAt: string; readonly body: Readonly<Record<string, unknown>> };

/** The draft that stood in the form when the window went: the newest that was not laid aside for another citizen. */
export function draftInHand<Kept extends KeptDraft>(drafts: readonly Kept[]): Kept | undefined {
  const [newest] = drafts
    .filter(({ body }) => body['parked'] !== true)
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  return newest;
}

/** A draft as this version of the screen can take it up again; anything else is left alone. */
export function formOfDraft(body: Readonly<Record<string, unknown>>): ReceptionForm | undefined {
  const fits =
    body['version'] === 1 &&
    ['draftId', 'requestId', 'channel', 'quantity', 'pages'].every((name) => typeof body[name] === 'string') &&
    ['applicant', 'components', 'delivery'].every((name) => typeof body[name] === 'object' && body[name] !== null);
  if (!fits) return undefined;
  // Taken up it is in hand again. Drafts of before parcels and waiting files were known have neither.
  const { parked: _aside, ...form } = body;
  return { trackingNumber: '', intake: null, ...form } as unknown as ReceptionForm;
}
