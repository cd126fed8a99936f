import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Fault, isFault } from '../../../contract/base/fault.ts';
import { unitName } from '../../../domain/catalogue/catalogue.ts';
import { findCaseFile } from '../../../store/counter/case/case.ts';
import { explainedGaps } from '../../../store/counter/case/gaps.ts';
import { deskKeyId } from '../../../store/safety/proof/desk-key.ts';
import {
  type ExportLine,
  type ExportedHead,
  casesWithReceipts,
  entryLines,
  exportEnd,
  exportedDesks,
  numberLines,
  passedOverLines,
  placeOfEntry,
} from '../../../store/safety/proof/export.ts';
import { signerOf } from '../../../store/keys/primitives.ts';
import { paperOfCase } from '../../counter/case/papers/case-papers.ts';
import type { DeskContext } from '../../core/context.ts';
import { deskSeed, squareOf } from '../../core/keys/desk-key.ts';

export type RegisterExport = { readonly text: string; readonly entries: number; readonly receipts: number };

const label = 'mot-cua-desk 1 export\n';

/**
 * The register without persons, signed by this desk as far as it goes (docs/topics/proof.md): whoever has the office's keys sees that nothing was left out, put
 * elsewhere or changed. Takes as long as the register is; the desk answers between its slices.
 */
export async function exportRegister(desk: DeskContext): Promise<RegisterExport | Fault<'disk-full'>> {
  const seed = deskSeed(desk);
  if (isFault(seed)) return seed;
  const { db } = desk.store;
  const office = desk.getOffice();
  const end = exportEnd(db);
  const madeAt = desk.nowCivil();
  const name = unitName(desk.catalogue, office.unitCode);
  const out = linesInto();
  const desks = exportedDesks(db);
  const blocks = [office.desk, ...office.otherDesks].flatMap((one) =>
    one.blocks.map(({ first, last }) => [first, last]),
  );
  out.add({ format: 'mot-cua-desk export 1', office: name, centre: office.centreName, madeAt, desks, blocks });
  const heads = new Map<string, ExportedHead>();
  const cases = new Set<string>();
  let entries = 0;
  for (const lines of entryLines(db, end, heads, cases)) {
    out.addAll(lines);
    entries += lines.filter(([kind]) => kind !== 'b').length;
    await setImmediate();
  }
  out.addAll([...numberLines(db, cases)]);
  out.addAll(passedOverLines(db, end));
  for (const { day, first, last, seq } of explainedGaps(db)) {
    if (seq <= end) out.add(['x', day, first, last, ...placeOfEntry(db, seq)]);
  }
  let receipts = 0;
  for (const caseId of casesWithReceipts(db, end)) {
    const lines = receiptLines(desk, caseId, end);
    receipts += lines.length;
    out.addAll(lines);
    if (receipts % slice < lines.length) await setImmediate();
  }
  const said = [name, madeAt, [...heads.values()], out.sha256()];
  const { ed25519, sign } = signerOf(seed);
  const signature = sign(Buffer.from(label + JSON.stringify(said))).toString('base64url');
  const keyId = deskKeyId(ed25519);
  out.add({ end: { heads: [...heads.values()], sha256: out.sha256(), keyId, signature } });
  return { text: out.text(), entries, receipts };
}

/** Receipts in one slice. */
const slice = 200;

function receiptLines(desk: DeskContext, caseId: string, end: number): ExportLine[] {
  const { db } = desk.store;
  const file = findCaseFile(db, caseId);
  const now = file && paperOfCase(desk, file).now();
  if (file === undefined || now === undefined) return [];
  return now.documents.flatMap(({ form, seq, signed }): ExportLine[] => {
    const receipt = signed === undefined || seq > end ? undefined : now.before(seq).toSign?.(form);
    if (signed === undefined || receipt === undefined) return [];
    const from = file.actions.findLast((one) => one.seq < seq && one.action.type === receipt.kind);
    return from === undefined ? [] : [['r', ...placeOfEntry(db, from.seq), squareOf(receipt, signed)]];
  });
}

function linesInto() {
  const parts: string[] = [];
  const hash = createHash('sha256');
  const add = (line: unknown): void => {
    const text = `${JSON.stringify(line)}\n`;
    parts.push(text);
    hash.update(text);
  };
  return {
    add,
    addAll: (lines: readonly ExportLine[]) => {
      for (const line of lines) add(line);
    },
    sha256: () => hash.copy().digest('hex'),
    text: () => parts.join(''),
  };
}
