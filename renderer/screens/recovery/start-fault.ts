import { type FaultCode, faultTable } from '../../../electron/contract/fault.ts';

export type StartFault = { readonly code: FaultCode; readonly data: Record<string, unknown> };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Why the desk did not open, as the shell wrote it into the page: `{"code","data"}`. Undefined when it did open. */
export function findStartFault(): StartFault | undefined {
  const text = document.querySelector<HTMLMetaElement>('meta[name="desk-fault"]')?.content ?? '';
  if (text === '' || text.startsWith('__')) return undefined;
  try {
    const { code, data } = JSON.parse(text) as { code?: unknown; data?: unknown };
    if (typeof code === 'string' && code in faultTable) return { code: code as FaultCode, data: isRecord(data) ? data : {} };
  } catch {
    // Told below: a fault that cannot be read is still a fault.
  }
  return { code: 'store-unusable', data: { path: '?', reason: text.slice(0, 200) } };
}
