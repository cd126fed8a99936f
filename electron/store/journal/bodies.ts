import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { EntryBody } from '../../domain/entries/entry.ts';
import { findAdoptedProcedure, isCatalogueHere } from '../catalogue/catalogue.ts';
import { catalogueNameHere } from './catalogue-names.ts';
import type { Db } from '../file/db.ts';
import {
  type AdoptedRules,
  type Fields,
  type ProcedureRef,
  packReception,
  procedureOf,
  rulesOfAdopted,
  unpackReception,
} from './packing.ts';

/** How the journal keeps what happened: `at` is the entry's own time, in seconds. */
export type EntryBodies = {
  readonly write: (event: EntryBody, at: number) => string;
  /** @param desk the UUID of whose entry it is: two desks may call two catalogues alike */
  readonly read: (type: string, body: string, at: number, desk?: string) => EntryBody;
};

const opened = new WeakMap<Db, EntryBodies>();

/**
 * A reception says nothing twice: what stands in its number, in the entry's time and in the adopted catalogue is left out and
 * put back when it is read, and so is what is usual. Whatever could not be put
 * back exactly stays as it is (docs/topics/store.md).
 */
export function entryBodies(db: Db): EntryBodies {
  const known = opened.get(db);
  if (known !== undefined) return known;
  const rulesOf = adoptedRules(db);
  const nameHere = catalogueNames(db);
  const made: EntryBodies = {
    write: bodyWriter(rulesOf),
    read: (type, body, at, desk) => {
      const fields = JSON.parse(body) as Fields;
      if (type !== 'received') return { type, ...withCatalogue(fields, desk, nameHere) } as EntryBody;
      const said = procedureOf(fields);
      const procedure = { ...said, catalogueVersion: nameHere(desk, said.catalogueVersion) };
      return { type, ...procedure, ...unpackReception(fields, at, rulesOf(procedure)) } as EntryBody;
    },
  };
  opened.set(db, made);
  return made;
}

type NameHere = (desk: string | undefined, version: string) => string;

/** As catalogues are called here. What was asked is remembered: whom a desk meant does not change once it spoke. */
function catalogueNames(db: Db): NameHere {
  const known = new Map<string, string>();
  return (desk = '', version) => {
    const asked = `${desk} ${version}`;
    const found = known.get(asked);
    if (found !== undefined) return found;
    const name = catalogueNameHere(db, desk, version);
    if (isCatalogueHere(db, name)) known.set(asked, name);
    return name;
  };
}

function withCatalogue(fields: Fields, desk: string | undefined, nameHere: NameHere): Fields {
  const { catalogueVersion } = fields;
  return typeof catalogueVersion === 'string'
    ? { ...fields, catalogueVersion: nameHere(desk, catalogueVersion) }
    : fields;
}

type RulesOf = (procedure: ProcedureRef) => AdoptedRules;

/** The writing half alone, for those who know the adopted rules without the file. */
export function bodyWriter(rulesOf: RulesOf): EntryBodies['write'] {
  return (event, at) => {
    const { type: _type, ...fields } = event;
    return canonicalJson(event.type === 'received' ? packReception(event, fields, at, rulesOf(event)) : fields);
  };
}

/** The rules of a procedure as it was adopted. A version once adopted never changes, so what was read is remembered. */
function adoptedRules(db: Db): RulesOf {
  const known = new Map<string, AdoptedRules>();
  return ({ catalogueVersion, procedureCode }) => {
    const name = `${catalogueVersion} ${procedureCode}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const adopted = findAdoptedProcedure(db, catalogueVersion, procedureCode);
    // A procedure that is not adopted yet may be in a moment.
    if (adopted === undefined) return {};
    const rules = rulesOfAdopted(adopted);
    known.set(name, rules);
    return rules;
  };
}
