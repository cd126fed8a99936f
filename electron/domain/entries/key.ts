import type { Stood } from './signed.ts';

/** What an office said of its keys: of the desk's, of the one on paper, of the file's. */
export type KeyEvent =
  /**
   * What this desk signs its receipts with from here on: the public half, base64url. `stolenSince`: nothing that the key before signed since then is to be
   * believed.
   */
  | ({
      readonly type: 'desk-key';
      readonly keyId: string;
      readonly ed25519: string;
      readonly stolenSince?: string;
    } & Stood)
  /** Why another key took the place of the one before. Apart from the key, which goes out with each export: a reason may name somebody. */
  | ({ readonly type: 'desk-key-turned'; readonly reason: string } & Stood)
  /** The public halves of the key on paper that opens the register, from here on the only one. base64url. */
  | ({
      readonly type: 'recovery-key-made';
      readonly keyId: string;
      readonly x25519: string;
      readonly ed25519: string;
    } & Stood)
  /** Somebody typed the key on paper and gave this administrator a new password. */
  | { readonly type: 'recovery-key-used'; readonly username: string; readonly reason: string }
  /** Somebody typed the key on paper, and it opens this register's file: the paper is right and to be found. Nothing was opened with it. */
  | { readonly type: 'recovery-key-tested'; readonly keyId: string }
  /** The key on paper stood for the second person in an act of this account's. */
  | { readonly type: 'recovery-key-stood'; readonly username: string; readonly reason: string }
  /** The file was plain until here; from here on it is encrypted. */
  | ({ readonly type: 'office-sealed' } & Pick<Stood, 'second'>)
  /** The file has another key from here on: who had the one before opens nothing written since. */
  | ({ readonly type: 'file-key-turned'; readonly reason: string } & Stood);
