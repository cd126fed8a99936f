import type { z } from 'zod';
import type { Block, Form } from './schema.ts';
import { formats, parseTemplate } from './template.ts';

/** Fields every form may use, whatever it is about. */
const common = ['copy.label', 'form.title', 'form.version', 'page.number', 'page.total', 'page.many', 'print.reprint'];

/** A sentence in both languages. */
export type Reason = { readonly reason: string; readonly reasonEn: string };

function noField(name: string): Reason {
  return { reason: `không có trường «${name}»`, reasonEn: `there is no field “${name}”` };
}

function beside({ reason, reasonEn }: Reason, where: string, whereEn: string): Reason {
  return { reason: `${reason} (${where})`, reasonEn: `${reasonEn} (${whereEn})` };
}

/**
 * What is wrong with the bindings of a form, as one readable sentence, or undefined. Checked against the schema of the data and
 * not against one case, so that a wrong field is found when the file is read and not on the day the field is filled.
 */
export function findBindingError(form: Form, data: z.ZodType): Reason | undefined {
  const known = new Set([...common, ...pathsOf(data)]);
  if (!known.has(form.datedBy)) return beside(noField(form.datedBy), 'datedBy', 'datedBy');
  for (const [index, block] of [...form.pageTop, ...form.blocks, ...form.pageBottom].entries()) {
    const reason = blockError(block, known);
    if (reason !== undefined)
      return beside(reason, `khối ${index + 1}, ${block.kind}`, `block ${index + 1}, ${block.kind}`);
  }
  return undefined;
}

function blockError(block: Block, known: ReadonlySet<string>): Reason | undefined {
  const paths = [block.when, block.unless, ...ownPaths(block)].filter((path) => path !== undefined);
  const missing = paths.find((path) => !known.has(path));
  if (missing !== undefined) return noField(missing);
  const list = listOf(block);
  if (list !== undefined && !known.has(`${list}[]`))
    return { reason: `«${list}» không phải là danh sách`, reasonEn: `“${list}” is no list` };
  const inside = list === undefined ? known : new Set([...known, 'item.index', ...itemPaths(list, known)]);
  for (const template of templatesOf(block)) {
    const reason = templateError(template, inside);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function templateError(template: string, known: ReadonlySet<string>): Reason | undefined {
  for (const part of parseTemplate(template)) {
    if (part.kind === 'words') continue;
    const missing = part.paths.find((path) => !known.has(path));
    if (missing !== undefined) return noField(missing);
    if (part.format !== undefined && !Object.hasOwn(formats, part.format))
      return { reason: `không có cách viết «${part.format}»`, reasonEn: `there is no way of writing “${part.format}”` };
  }
  return undefined;
}

function ownPaths(block: Block): string[] {
  return block.kind === 'code' ? [block.value] : [];
}

function listOf(block: Block): string | undefined {
  if (block.kind === 'table') return block.rows;
  return block.kind === 'paragraph' ? block.each : undefined;
}

function itemPaths(list: string, known: ReadonlySet<string>): string[] {
  const start = `${list}[].`;
  return [...known].filter((path) => path.startsWith(start)).map((path) => `item.${path.slice(start.length)}`);
}

function templatesOf(block: Block): string[] {
  switch (block.kind) {
    case 'header':
      return [block.parent, block.agency, block.number ?? '', block.nation, block.motto, block.placeDate];
    case 'paragraph':
    case 'mark':
      return [block.text];
    case 'code':
      return [block.label];
    case 'fields':
      return block.items.flatMap((item) => [item.label, item.text]);
    case 'table':
      return block.columns.flatMap(({ title, group = [], number = '', text, barCode = '', below = [] }) => [
        barCode,
        title,
        number,
        ...[group].flat(),
        ...[text].flat(),
        ...below.flatMap((cell) => [cell.title, cell.text]),
      ]);
    case 'signatures':
      return [
        ...block.columns.flatMap((column) => [column.title, column.hint, column.name]),
        ...(block.recipients ?? []),
      ];
    case 'spacer':
    case 'scale':
      return [];
  }
}

type Definition = { type: string; innerType?: z.ZodType; element?: z.ZodType; shape?: Record<string, z.ZodType> };

/** All dotted paths of a data schema: `a`, `a.b`, and for a list `l`, `l[]`, `l[].name`. */
function pathsOf(schema: z.ZodType, at = ''): string[] {
  const { innerType, element, shape } = schema.def as unknown as Definition;
  if (innerType !== undefined) return pathsOf(innerType, at);
  if (element !== undefined) return [at, ...pathsOf(element, `${at}[]`)];
  if (shape === undefined) return [at];
  const here = at === '' ? [] : [at];
  return [
    ...here,
    ...Object.entries(shape).flatMap(([name, inner]) => pathsOf(inner, at === '' ? name : `${at}.${name}`)),
  ];
}
