import { issueSentence } from '../../electron/contract/base/input-issues.ts';
import { ORPCError } from '@orpc/client';
import { type FaultCode, faultSentence, faultTable } from '../../electron/contract/base/fault.ts';
import { useSettings } from '../look/settings.ts';
import { useTexts } from '../text/texts.ts';
import { stillWrong } from './still-wrong.ts';

export type SeenFault = { readonly code: FaultCode; readonly data: Record<string, unknown> };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The desk's fault behind an error of a call; undefined when the desk itself could not be reached. */
export function faultOf(error: unknown): SeenFault | undefined {
  if (!(error instanceof ORPCError)) return undefined;
  // An answer nobody foresaw is still an answer: a bug with a reference, not a desk that is gone.
  if (!(error.code in faultTable)) return { code: 'unexpected', data: { ref: error.code } };
  return { code: error.code as FaultCode, data: isRecord(error.data) ? error.data : {} };
}

/** Turns the error of a call into the sentence a clerk reads; null for no error. */
export function useFaultSentence(): (error: unknown) => string | null {
  const { language } = useSettings();
  const texts = useTexts();
  return (error) => {
    if (error === null || error === undefined) return null;
    const seen = faultOf(error);
    return seen === undefined ? texts.common.deskUnreachable : faultSentence(seen.code, seen.data, language);
  };
}

/** What stands beside a field, by the key of what is wrong with it; undefined where nothing is. */
export function useIssueSentence(): (issue: string | undefined) => string | undefined {
  const { issues } = useTexts().common;
  return (issue) => (issue === undefined ? undefined : (issueSentence(issue, issues) ?? issues['invalid']));
}

/** What `input-invalid` says of each field: path (`applicant.idNumber`) -> key of the sentence. */
export function issuesOf(error: unknown): ReadonlyMap<string, string> {
  const seen = faultOf(error);
  const issues = seen?.code === 'input-invalid' ? seen.data['issues'] : undefined;
  if (!Array.isArray(issues)) return new Map();
  return new Map(issues.filter(isRecord).map((issue) => [String(issue['path']), String(issue['message'])]));
}

/** The sentence of a refusal among many; `needsReason` where a reason would be asked, for which there is no place. */
export function useWhyNot(needsReason: string): (error: unknown) => string {
  const sentenceOf = useFaultSentence();
  return (error) => (faultOf(error)?.code === 'confirmation-needed' ? needsReason : (sentenceOf(error) ?? ''));
}

/**
 * What the desk found wrong in what was sent, as far as it is still typed so: what was changed since is not called wrong by an older answer. The error itself
 * goes with the last of them; any other fault stays until the call is made again.
 * @param sent what was asked for when the desk refused it
 * @param now what would be asked for by what stands on the screen
 */
export function standingFault(
  error: unknown,
  sent: unknown,
  now: unknown,
): { readonly error: unknown; readonly issues: ReadonlyMap<string, string> } {
  const all = issuesOf(error);
  const issues = stillWrong(all, sent, now);
  return { error: all.size > 0 && issues.size === 0 ? null : error, issues };
}
