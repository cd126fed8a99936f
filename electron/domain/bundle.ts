/** Where the papers of a case can be: the bundle goes its own way beside the electronic file (NĐ 118/2025 Điều 18). */
export type BundlePlace =
  | { readonly kind: 'person'; readonly username: string }
  | { readonly kind: 'division'; readonly name: string }
  /** Another agency, by the code of its unit where it has one. */
  | { readonly kind: 'unit'; readonly name: string; readonly code?: string }
  /** On a hand-over list that the receiving side has not signed yet. */
  | { readonly kind: 'on-the-way'; readonly to: string; readonly handOverId: string }
  | { readonly kind: 'archive'; readonly place: string }
  | { readonly kind: 'citizen' };

export type BundleAction = {
  readonly type: 'bundle-moved';
  readonly to: BundlePlace;
  /** The hand-over list by which it moved, where there was one. */
  readonly handOverId?: string;
};

export type Bundle = { readonly at: BundlePlace; readonly since: string };
