import type { Procedure } from '../../contract/catalogue/lists.ts';
import { otherProcedure } from '../../contract/catalogue/office-list.ts';
import { type Fault, fault } from '../../contract/base/fault.ts';
import type { TypedPaper } from '../../contract/base/values.ts';
import { ownCodeOf, plainProcedure, withTypedPapers } from '../../domain/catalogue/offers.ts';
import type { DeskContext } from '../core/context.ts';

type Handed = { readonly index: number; readonly originals: number; readonly copies: number };

type Asked = {
  readonly procedureCode: string;
  readonly typed?:
    | {
        readonly name?: string | undefined;
        readonly field?: string | undefined;
        readonly components: readonly TypedPaper[];
      }
    | undefined;
  readonly components: readonly Handed[];
  readonly typedTerm?: object | undefined;
};

export type ReceivedProcedure = {
  readonly procedure: Procedure;
  /** What is handed in: of the list's papers, then what was typed. */
  readonly components: readonly Handed[];
  /** What the supervisor is told to complete; undefined where nothing was typed. */
  readonly typed?: { readonly name: string; readonly field: string };
};

export type ProcedureFault = Fault<'procedure-unknown' | 'procedure-superseded' | 'procedure-not-offered'>;

/** The procedure that a reception is of, with what was typed beside the list, or in the place of one. */
export function procedureToReceive(desk: DeskContext, asked: Asked): ReceivedProcedure | ProcedureFault {
  const { procedureCode: code, typed } = asked;
  if (code === otherProcedure) return otherOf(desk, asked);
  const offer = desk.findOffer(code);
  if (offer === undefined) return fault('procedure-unknown', { code });
  if (!offer.offered) return notOffered(desk, offer.procedure);
  // A typed term says that the list lacks one.
  const isTyped = typed !== undefined || asked.typedTerm !== undefined;
  return withPapers(offer.procedure, asked, isTyped ? { typed: namedBy(offer.procedure) } : {});
}

function otherOf(desk: DeskContext, asked: Asked): ReceivedProcedure | ProcedureFault {
  const { name = '', field = '' } = asked.typed ?? {};
  const code = ownCodeOf(name, (one) => desk.findProcedure(one)?.name);
  const known = desk.findOffer(code);
  // Typed before, or completed by the supervisor since.
  const procedure = known?.offered === true ? known.procedure : plainProcedure({ code, name, field });
  return withPapers(procedure, asked, known?.origin === 'office' ? {} : { typed: namedBy(procedure) });
}

function namedBy({ name, field }: Procedure): { readonly name: string; readonly field: string } {
  return { name, field };
}

function withPapers(
  procedure: Procedure,
  { typed, components }: Asked,
  told: Pick<ReceivedProcedure, 'typed'>,
): ReceivedProcedure {
  const papers = typed?.components ?? [];
  const first = procedure.components.length;
  const also = papers.map(({ originals, copies }, at) => ({ index: first + at, originals, copies }));
  return { procedure: withTypedPapers(procedure, papers), components: [...components, ...also], ...told };
}

function notOffered(desk: DeskContext, { code, name, successor }: Procedure): ProcedureFault {
  const next = successor === null ? undefined : desk.findOffer(successor.code);
  return next?.offered === true
    ? fault('procedure-superseded', { code, name, successor: next.procedure.code, successorName: next.procedure.name })
    : fault('procedure-not-offered', { code, name });
}
