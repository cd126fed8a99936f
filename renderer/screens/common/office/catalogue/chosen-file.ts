import { useState } from 'react';

/** A list as somebody chose it, as the desk takes it: its bytes, which say themselves in what letters they are. */
export type ChosenFile = { readonly name: string; readonly format: 'csv' | 'xlsx' | 'json'; readonly base64: string };

type GivenFile = { readonly name: string; arrayBuffer(): Promise<ArrayBuffer> };

export async function readChosen(file: GivenFile): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, format: formatOf(bytes), base64: toBase64(bytes) };
}

/** By its first bytes, not its name: a workbook is a zip, and one of long ago begins with another sign that the desk names. */
function formatOf(bytes: Uint8Array): ChosenFile['format'] {
  const [first, second] = bytes;
  const isZip = first === 0x50 && second === 0x4b;
  const isOld = first === 0xd0 && second === 0xcf;
  if (isZip || isOld) return 'xlsx';
  // The national record is a list or an object of JSON; no list of a ward begins so.
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\ufeff/, '')
    .trimStart();
  return start.startsWith('{') || start.startsWith('[') ? 'json' : 'csv';
}

/** In parts: a call takes no more arguments than some ten thousand. */
function toBase64(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += 8192) signs += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(signs);
}

/** What was seen of a file stands until the next answer: a field that is being typed in, a box that is ticked do not go from under the hand. */
export function useStandingPreview<Seen>() {
  const [seen, setSeen] = useState<Seen | undefined>(undefined);
  const forgetSeen = (): void => setSeen(undefined);
  return { seen, forgetSeen, asItIsSeen: { onSuccess: (answer: Seen) => setSeen(answer), onError: forgetSeen } };
}
