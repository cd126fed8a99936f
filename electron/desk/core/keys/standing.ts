import type { EntryBody, Subject } from '../../../domain/entries/entry.ts';
import { type Stood, signedText } from '../../../domain/entries/signed.ts';
import { subjectKey, subjectText } from '../../../store/journal/subject.ts';
import { signWith } from '../../../store/keys/primitives.ts';

/** Somebody whose key signs: an account's, or the one on paper, which has no name. */
export type Signer = { readonly username: string | null; readonly keyId: string; readonly seed: Buffer };

/** Who stands for what is about to be written. */
export type StandingPersons = {
  /** The entry as it is written: with the second person, and signed where there are keys. */
  stood<E extends EntryBody>(subject: Subject, event: E): E;
  /** Forgets the keys. */
  end(): void;
};

/** One person, whom nobody has to stand beside. */
export const alone: StandingPersons = { stood: (_subject, event) => event, end: () => undefined };

export function standingOf(
  said: Pick<Stood, 'second' | 'request'>,
  signers: readonly (Signer | null)[],
): StandingPersons {
  const keys = signers.flatMap((one) => one ?? []);
  return {
    stood(subject, event) {
      const told = { ...event, ...said };
      if (keys.length === 0) return told;
      const text = Buffer.from(signedText(subjectText(subjectKey(subject)), told));
      const signatures = keys.map(({ username, keyId, seed }) => ({
        username,
        keyId,
        signature: signWith(seed, text).toString('base64url'),
      }));
      return { ...told, signatures };
    },
    end: () => {
      for (const { seed } of keys) seed.fill(0);
    },
  };
}
