import { type FaultCode, faultTable } from '../../../../electron/contract/base/fault.ts';

export type StartFault = { readonly code: FaultCode; readonly data: Record<string, unknown> };

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * Why the desk did not open, as the shell wrote it into the page:
 * `<meta name="desk-fault" content="code" data-fault="{…}">`. Undefined when it did open.
 */
export function findStartFault(): StartFault | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="desk-fault"]');
  const code = meta?.content ?? '';
  if (code === '') return undefined;
  const data = parse(meta?.dataset['fault'] ?? '');
  // A fault this screen does not know is still a fault, and is named.
  return code in faultTable
    ? { code: code as FaultCode, data }
    : { code: 'store-unusable', data: { path: '?', reason: code } };
}
