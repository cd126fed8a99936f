import { canonicalJson } from '../base/canonical-json.ts';

/** Under which key somebody stood for an entry: an account's, or the one on paper, whose name is then null. base64url. */
export type EntrySignature = { readonly username: string | null; readonly keyId: string; readonly signature: string };

/** Who stood for an act that wants two persons. */
export type Stood = {
  /** The account of the second person, or the key on paper in their place. */
  readonly second?: string;
  /** The request that was approved: who asked for it signed it there. */
  readonly request?: string;
  readonly signatures?: readonly EntrySignature[];
};

/** How the key on paper is named where it stands for a person. */
export const recoveryKeyAsSecond = 'recovery-key';

/** What is signed of an entry: all it says, and of what. */
export function signedText(subject: string, event: { readonly type: string; readonly signatures?: unknown }): string {
  const { signatures: _signatures, ...said } = event;
  return canonicalJson(['mot-cua-desk 1 entry', subject, said as never]);
}
