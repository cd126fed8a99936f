/** As much of JSON Schema as the contract uses. */
export type Schema = {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** Gives a schema its name, where it has one; the shape is then written by its name alone. */
export type Named = (schema: Schema) => string | undefined;

const widest = 100;
const longestPattern = 40;

/** A schema as a person reads it, in the manner of a TypeScript type. */
export function shapeText(schema: Schema, named: Named, indent = ''): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choiceText(choices, named, indent);
  const inner = (part: Schema) => named(part) ?? shapeText(part, named, indent);
  if (schema.allOf !== undefined && schema.type === undefined) return schema.allOf.map(inner).join(' & ');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return filled(schema.enum.map(literal), indent);
  if (Array.isArray(schema.type)) {
    const types = schema.type as readonly string[];
    return types.map((type) => shapeText({ ...schema, type }, named, indent)).join(' | ');
  }
  switch (schema.type) {
    case 'object':
      return objectText(schema, named, indent);
    case 'array':
      return arrayText(schema, inner);
    case 'string':
      return textOf(schema);
    case 'integer':
      return `int${range(schema.minimum, schema.maximum)}`;
    case 'number':
      return `number${range(schema.minimum, schema.maximum)}`;
    default:
      return typeof schema.type === 'string' ? schema.type : 'unknown';
  }
}

/** `a | b` in a line, or each choice on a line of its own. */
function choiceText(choices: readonly Schema[], named: Named, indent: string): string {
  const parts = choices.map((part) => named(part) ?? shapeText(part, named, indent));
  const line = parts.join(' | ');
  if (fits(line, indent)) return line;
  // «or nothing» and the like stays behind a long shape.
  if (parts.slice(1).every((part) => part.length < 20)) return line;
  const deeper = `${indent}    `;
  const rows = choices.map((part) => named(part) ?? shapeText(part, named, deeper));
  return rows.map((row) => `\n${indent}  | ${row}`).join('');
}

function objectText({ properties = {}, required = [], ...rest }: Schema, named: Named, indent: string): string {
  const deeper = `${indent}  `;
  const inner = (part: Schema) => named(part) ?? shapeText(part, named, deeper);
  const fields = Object.entries(properties).map(
    ([name, part]) => `${name}${required.includes(name) ? '' : '?'}: ${inner(part)}`,
  );
  if (typeof rest.additionalProperties === 'object' && fields.length === 0) {
    const key = rest.propertyNames === undefined ? 'text' : inner(rest.propertyNames);
    fields.push(`[${key}]: ${inner(rest.additionalProperties)}`);
  }
  if (fields.length === 0) return '{}';
  const line = `{ ${fields.join(', ')} }`;
  if (fits(line, indent)) return line;
  return `{\n${fields.map((field) => `${deeper}${field},\n`).join('')}${indent}}`;
}

function arrayText({ items, prefixItems, minItems, maxItems }: Schema, inner: (part: Schema) => string): string {
  if (prefixItems !== undefined) return `[${prefixItems.map(inner).join(', ')}]`;
  const of = items === undefined ? 'unknown' : inner(items);
  const size = range(minItems, maxItems).slice(1, -1);
  return `${/ [|&] /.test(of) && !of.endsWith('}') ? `(${of})` : of}[${size}]`;
}

function textOf({ format, pattern, minLength, maxLength }: Schema): string {
  if (format !== undefined && format !== 'regex') return format;
  const size = range(minLength === 0 ? undefined : minLength, maxLength);
  return pattern === undefined || pattern.length > longestPattern ? `text${size}` : `text${size} /${pattern}/`;
}

/** The ends of JavaScript's whole numbers are no limits of ours. */
function range(least: number | undefined, most: number | undefined): string {
  const from = least === undefined || least <= Number.MIN_SAFE_INTEGER ? '' : String(least);
  const to = most === undefined || most >= Number.MAX_SAFE_INTEGER ? '' : String(most);
  if (from === '' && to === '') return '';
  if (to === '') return `(≥ ${from})`;
  if (from === '') return `(≤ ${to})`;
  return from === to ? `(${from})` : `(${from}–${to})`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

/** Words one after the other, as many to a line as it holds. */
function filled(words: readonly string[], indent: string): string {
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    const longer = `${last} | ${word}`;
    if (last !== undefined && fits(longer, indent)) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.join(`\n${indent}  | `);
}

function fits(text: string, indent: string): boolean {
  return !text.includes('\n') && indent.length + text.length <= widest;
}
