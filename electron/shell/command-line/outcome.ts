import { isDisaster } from '../../contract/base/disasters.ts';
import { type Fault, faultMessage } from '../../contract/base/fault.ts';
import type { ExitCode } from './world.ts';

/** A fault as every call answers it. */
type FaultAnswer = {
  readonly ok: false;
  readonly fault: { readonly code: string; readonly message: string; readonly data: unknown };
};
export type Answer = { readonly ok: true; readonly value: unknown } | FaultAnswer;

export function faultAnswer({ fault: code, data }: Fault): FaultAnswer {
  return { ok: false, fault: { code, message: faultMessage(code, data), data } };
}

export function exitCodeOf(answer: Answer): ExitCode {
  if (answer.ok) return 0;
  return isDisaster(answer.fault.code, 'ends') ? 3 : 1;
}

/** The document an answer speaks of: its own, or the first of its list. */
export function findDocumentId(value: unknown): string | undefined {
  const { documentId, documents } = (value ?? {}) as {
    documentId?: unknown;
    documents?: readonly { documentId?: unknown }[];
  };
  const found = documentId ?? documents?.[0]?.documentId;
  return typeof found === 'string' ? found : undefined;
}
