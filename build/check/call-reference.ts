import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { CallMeta } from '../../electron/contract/base/call.ts';
import { contract } from '../../electron/contract/contract.ts';
import { type FaultCode, faultTable } from '../../electron/contract/base/fault.ts';
import { type Schema, shapeText } from './shape-text.ts';
import { listFiles, root } from './source-files.ts';

/** `npm run docs:calls` writes docs/calls.md from the contract; `call-reference.test.ts` fails where the page is another one. */
export const page = 'docs/calls.md';

type Procedure = {
  readonly '~orpc': {
    readonly meta: CallMeta;
    readonly inputSchema: z.ZodType;
    readonly outputSchema: z.ZodType;
    readonly errorMap: Readonly<Record<string, unknown>>;
  };
};
type Call = CallMeta & {
  readonly name: string;
  readonly says: string;
  readonly faults: readonly FaultCode[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
};
/** What the modules of the contract export: which schemas have a name of their own, and what stands above each call. */
type Exports = { readonly names: ReadonlyMap<unknown, string>; readonly says: ReadonlyMap<unknown, string> };

async function readExports(): Promise<Exports> {
  const names = new Map<unknown, string>();
  const says = new Map<unknown, string>();
  for (const file of listFiles(/^electron\/contract\/.*\.ts$/)) {
    const text = readFileSync(path.join(root, file), 'utf8');
    const address = pathToFileURL(path.join(root, file)).href;
    const module = (await import(/* @vite-ignore */ address)) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(module)) {
      if (value instanceof z.ZodType && /^[A-Z]/.test(name)) names.set(value, name);
      else if (name.endsWith('Calls')) {
        const body = text.slice(text.indexOf(`export const ${name}`));
        for (const [verb, call] of Object.entries(value as object)) says.set(call, commentAbove(body, verb));
      }
    }
  }
  return { names, says };
}

/** The comment right above `verb:`, as one line; empty where there is none. */
function commentAbove(text: string, verb: string): string {
  const at = new RegExp(`^  ${verb}: (?:read|write)`, 'm').exec(text)?.index ?? 0;
  const [, comment = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(text.slice(0, at)) ?? [];
  return comment
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function callsOf({ says }: Exports): readonly (readonly [string, readonly Call[]])[] {
  return Object.entries(contract as unknown as Record<string, Record<string, Procedure>>).map(([group, calls]) => [
    group,
    Object.entries(calls).map(([verb, call]) => {
      const { meta, inputSchema: input, outputSchema: output, errorMap } = call['~orpc'];
      const faults = Object.keys(errorMap).sort() as FaultCode[];
      return { ...meta, name: `${group}.${verb}`, says: says.get(call) ?? '', faults, input, output };
    }),
  ]);
}

/** Shapes with a name are written once, in a part of their own; what the calls print of them is the name. */
function shapesIn({ names }: Exports) {
  const shapes = new Map<string, string>();
  const waiting: (readonly [string, Schema])[] = [];

  function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
    return z.toJSONSchema(type, {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const name = names.get(zodSchema);
        if (name !== undefined) Object.assign(jsonSchema, { title: name });
      },
    }) as Schema;
  }

  /** The first schema of a name is the one that is written: what the contract exports under a name is one shape. */
  function nameOf(schema: Schema): string | undefined {
    const { title } = schema;
    if (title === undefined) return undefined;
    if (!shapes.has(title)) {
      shapes.set(title, '');
      waiting.push([title, schema]);
    }
    return title;
  }

  function print(type: z.ZodType, io: 'input' | 'output'): string {
    return shapeText(schemaOf(type, io), nameOf);
  }

  /** The named shapes that were printed so far, and those they are made of, by name. */
  function named(): readonly (readonly [string, string])[] {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, { title: _, ...bare }] = next;
      shapes.set(name, shapeText(bare, nameOf).trimStart());
    }
    return [...shapes].sort(([a], [b]) => (a < b ? -1 : 1));
  }
  return { print, named };
}

const block = (text: string) => ['```ts', text, '```'];
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

export async function callReference(): Promise<string> {
  const exported = await readExports();
  const groups = callsOf(exported);
  const { print, named } = shapesIn(exported);
  const calls = groups.flatMap(([, inGroup]) => inGroup);
  const shared = calls[0]?.faults.filter((code) => calls.every(({ faults }) => faults.includes(code))) ?? [];

  const sections = groups.flatMap(([group, inGroup]) => [
    `## ${group}`,
    '',
    ...inGroup.flatMap(({ name, kind, role, says, faults, input, output }) => {
      const own = faults.filter((code) => !shared.includes(code));
      return [
        `### ${name}`,
        '',
        `${kind}, ${role}${says === '' ? '' : `. ${says}`}`,
        '',
        ...block(`input: ${print(input, 'input')}\noutput: ${print(output, 'output')}`),
        '',
        ...own.map((code) => `- \`${code}\`: ${faultTable[code].en}`),
        ...(own.length === 0 ? [] : ['']),
      ];
    }),
  ]);
  const codes = [...new Set(calls.flatMap(({ faults }) => faults))].sort();
  return [
    '# What the desk can be asked',
    '',
    'Written by `npm run docs:calls` from the contract (`electron/contract/`); do not edit it, a test holds it to the contract. The same',
    'as data: `npm run -s desk -- calls`. How to ask: `npm run -s desk -- call NAME INPUT.json --data FOLDER`.',
    '',
    `${calls.length} calls. A **read** changes nothing, a **write** commits once. Behind it stands who may ask: *anyone* needs no session, *staff* any`,
    'session; an officer may what a clerk may, a supervisor what both may; the administrator keeps accounts and settings and receives no files.',
    '',
    'A name with a capital is a shape of its own, written at the end. `text(1–20)` is a text of 1 to 20 characters, `int(0–9)` a whole number,',
    '`?` behind a name says that it may be left out. A shape tells what fits; rules over several fields are told by the sentences of `input-invalid`.',
    '',
    groups.map(([group]) => `[${group}](#${group.toLowerCase()})`).join(' · '),
    '',
    'Every call may answer these besides its own faults:',
    '',
    ...shared.map((code) => `- \`${code}\`: ${faultTable[code].en}`),
    '',
    ...sections,
    '## Shapes',
    '',
    ...named().flatMap(([name, shape]) => [`### ${name}`, '', ...block(shape), '']),
    '## Faults',
    '',
    'The sentence a clerk reads. `{name}` is filled from the data.',
    '',
    '| code | HTTP | data | câu báo |',
    '|---|---|---|---|',
    ...codes.map((code) => {
      const { status, data, vi } = faultTable[code];
      const shape = print(data, 'output').replace(/\s+/g, ' ');
      return `| \`${code}\` | ${status} | ${shape === '{}' ? '–' : `\`${cell(shape)}\``} | ${cell(vi)} |`;
    }),
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(path.join(root, page), await callReference());
