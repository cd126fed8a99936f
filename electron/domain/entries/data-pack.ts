import type { PackKind } from '../../contract/catalogue/data-pack.ts';

/** Of settings that a data pack set because its day had come: which pack, and what each was before; null where it had not been set. */
export type PackMark = {
  readonly sha256: string;
  readonly from: string;
  readonly before: Readonly<Record<string, unknown>>;
};

/** What an office said of data packs; told in an entry that may hold at every counter (ADR 40). */
export type DataPackEvent =
  /** A data pack, or some kinds of it, in force from a day on. What is in it, with its signature, is kept by its SHA-256. `counts`: how much of each kind it changed. */
  | {
      readonly type: 'pack-taken';
      readonly sha256: string;
      readonly from: string;
      readonly title: string;
      readonly publisher: { readonly name: string; readonly key: string };
      readonly counts: { readonly [kind in PackKind]?: number };
    }
  /** These kinds of it count no more, as if they had never been taken; what was received and promised by them stays. */
  | {
      readonly type: 'pack-rolled-back';
      readonly sha256: string;
      readonly from: string;
      readonly kinds: readonly PackKind[];
      readonly reason: string;
    }
  /** Packs under this key are taken here, or no longer. The public half, base64url. */
  | {
      readonly type: 'publisher-trusted';
      readonly key: string;
      readonly name: string;
      readonly reason: string;
    }
  | { readonly type: 'publisher-distrusted'; readonly key: string; readonly reason: string };
