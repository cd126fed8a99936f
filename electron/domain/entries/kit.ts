import type { CaseAction } from './case.ts';
import type { Named } from './reference.ts';

export type DocumentMade = Extract<CaseAction, { type: 'document-made' }>;

/** What happens to a kit. That a sheet was used stands in the case that was entered from it, and nowhere twice. */
export type KitEvent =
  | {
      readonly type: 'kit-set-aside';
      /** The civil day whose serials these are. */
      readonly day: string;
      readonly serials: readonly number[];
      /** What the numbers were printed with: a desk or an office may be renamed while a sheet is out. */
      readonly deskCode: string;
      /** The office's identifier in official codes; null where the city gives them and the desk's own number is printed. */
      readonly unitCode: string | null;
    }
  | DocumentMade
  | { readonly type: 'sheets-voided'; readonly serials: readonly number[]; readonly reason: string }
  | { readonly type: 'sheets-restored'; readonly serials: readonly number[]; readonly reason: string };

export type RecordedKitEvent = Named & {
  readonly seq: number;
  /** Civil time, +07:00. */
  readonly at: string;
  readonly actor: string;
  readonly event: KitEvent;
};
