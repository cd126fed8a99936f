import { formats } from './formats.ts';

export type Style = 'regular' | 'bold' | 'italic' | 'bold-italic';
export type Run = { readonly text: string; readonly font: Style };
type Values = Readonly<Record<string, unknown>>;

/**
 * A piece of a template: words as they stand, or a field with the paths to try in order and the format. Pieces of one `[…]` carry its
 * number in `optional`; 0 is outside of all.
 */
export type Part = { readonly font: Style; readonly optional: number } & (
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly paths: readonly string[];
      readonly format: string | undefined;
      /** What stands there where none of the paths is filled: a dotted blank is the usual. */
      readonly otherwise: string | undefined;
    }
);

/** What a blank to be written by hand looks like inside a sentence. */
const blank = '………';

const token = /\*\*|_|\[|\]|\{[^}]*\}|[^*_{[\]]+|[*{]/g;

/** Splits a template into words and fields. Data are put in afterwards, so nothing a citizen wrote is read as markup. */
export function parseTemplate(template: string): Part[] {
  const parts: Part[] = [];
  let bold = false;
  let italic = false;
  let [optional, segments] = [0, 0];
  for (const [text] of template.matchAll(token)) {
    if (text === '**') bold = !bold;
    else if (text === '_') italic = !italic;
    else if (text === '[') optional = segments += 1;
    else if (text === ']') optional = 0;
    else if (text.startsWith('{') && text.endsWith('}'))
      parts.push({ ...field(text), optional, font: styleOf(bold, italic) });
    else parts.push({ kind: 'words', text, optional, font: styleOf(bold, italic) });
  }
  return parts;
}

function styleOf(bold: boolean, italic: boolean): Style {
  if (bold) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** `{a}`, `{a|format}`, `{a ?? b}`, and last of all `{a ?? 'words'}`. */
function field(text: string): Pick<Extract<Part, { kind: 'field' }>, 'kind' | 'paths' | 'format' | 'otherwise'> {
  const [, inner = '', otherwise] = /^(.*?)(?:\?\?\s*'([^']*)'\s*)?$/.exec(text.slice(1, -1)) ?? [];
  const [paths = '', format] = inner.split('|');
  return { kind: 'field', paths: paths.split('??').map((path) => path.trim()), format: format?.trim(), otherwise };
}

/** The value at a dotted path, or undefined where any step of it is missing. */
export function valueAt(values: unknown, path: string): unknown {
  let value: unknown = values;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Values)[step];
  }
  return value;
}

/** Whether there is something to show: not absent, not blank, not false, not an empty list. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '';
}

const parsed = new Map<string, readonly Part[]>();

/** Templates come from form files, so there are few; an office that edits its form all day does not fill the memory. */
function partsOf(template: string): readonly Part[] {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  if (parsed.size > 2000) parsed.clear();
  const parts = parseTemplate(template);
  parsed.set(template, parts);
  return parts;
}

/**
 * The styled runs of a template with the values in place. A field with nothing in it is `empty` (a dotted blank by default); a `[…]`
 * around it is left out whole.
 */
export function fillTemplate(template: string, values: unknown, empty: string = blank): Run[] {
  const parts = partsOf(template);
  const left = new Set(
    parts
      .filter(
        (part) => part.kind === 'field' && findValue(part.paths, values) === undefined && part.otherwise === undefined,
      )
      .map((part) => part.optional),
  );
  return parts
    .filter((part) => part.optional === 0 || !left.has(part.optional))
    .map((part) => {
      if (part.kind === 'words') return { text: part.text, font: part.font };
      const value = findValue(part.paths, values);
      if (value === undefined) return { text: part.otherwise ?? empty, font: part.font };
      const format = part.format === undefined ? undefined : formats[part.format];
      return { text: format === undefined ? `${value as string | number}` : format(value), font: part.font };
    });
}

function findValue(paths: readonly string[], values: unknown): unknown {
  return paths.map((path) => valueAt(values, path)).find(isFilled);
}
