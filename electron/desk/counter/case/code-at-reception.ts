import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { Channel } from '../../../contract/base/values.ts';
import { type OwnNumbering, officialCode, ownIdentifier, parseCaseNumber } from '../../../domain/base/numbering.ts';
import { isDecidedByOffice } from '../../../domain/catalogue/deciding-agency.ts';
import type { LegDefinition } from '../../../domain/entries/case.ts';

/** The code that a file has from its reception on: the one it came with, or this office's own; null where it is still to come. */
export function codeAtReception(
  office: OwnNumbering,
  numbered: NumberedFor,
  { day, serial, given }: { readonly day: string; readonly serial: number; readonly given: string | undefined },
): string | null {
  return givenCode(given) ?? ownCode(office, numbered, day, serial);
}

/**
 * A file from the portal or from another centre has its code already, and a file has one (NĐ 118/2025 Điều 17 k3); what does not read as
 * one, a counter's own number among it, is kept aside.
 */
function givenCode(number: string | undefined): string | null {
  return number !== undefined && parseCaseNumber(number)?.kind === 'official' ? number : null;
}

/**
 * The code begins with the identifier of who decides; for an interlinked group with that of the desk that received it, or of the portal
 * where it came in there (NĐ 118/2025 Điều 28 k2a). This office has its own serials and nobody else's: what another agency decides, or
 * the portal numbers, bears the desk's own number until that code comes, so that two centres never give one code twice.
 */
function isOursToNumber({ channel, legs, procedure }: NumberedFor): boolean {
  return legs.length > 1 ? channel !== 'online' : isDecidedByOffice(legs, procedure);
}

type NumberedFor = {
  readonly channel: Channel;
  readonly legs: readonly LegDefinition[];
  readonly procedure: Pick<Procedure, 'decidingAgency'>;
};

function ownCode(office: OwnNumbering, decided: NumberedFor, day: string, serial: number): string | null {
  const identifier = ownIdentifier(office);
  return identifier !== null && isOursToNumber(decided) ? officialCode(identifier, day, serial) : null;
}
