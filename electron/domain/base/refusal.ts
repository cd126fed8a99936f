import { type Fault, fault } from '../../contract/base/fault.ts';

/** Why something may not be done now, in words a clerk can say aloud and that say what to do. `key` is its name, the same in every language. */
export type Refusal = { readonly key: string; readonly vi: string; readonly en: string };

/** What is answered to an act that something refuses: which act, on what state, by which rule. */
export function notAllowed(
  asked: { readonly action: string; readonly status: string; readonly rule: string },
  { vi, en }: Refusal,
): Fault<'action-not-allowed'> {
  return fault('action-not-allowed', { ...asked, reason: vi, reasonEn: en });
}

/** What the first guard that has something against it says; null where none has. */
export function firstRefusal<Asked extends readonly unknown[]>(
  guards: readonly ((...asked: Asked) => Refusal | null)[] | undefined,
  ...asked: Asked
): Refusal | null {
  for (const guard of guards ?? []) {
    const refusal = guard(...asked);
    if (refusal !== null) return refusal;
  }
  return null;
}
