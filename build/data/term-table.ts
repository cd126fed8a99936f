import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Procedure, ProcedureTerm } from '../../electron/contract/catalogue/lists.ts';
import { root } from '../check/source-files.ts';

/** `node build/data/term-table.ts`: writes the terms of the catalogue into the pages of docs/law, where a comment names the fields. */
const place = /<!-- terms: (.+) -->\n(?:\n?\|.*\n)*/g;

const units: Readonly<Record<string, string>> = {
  'working-day': 'working days',
  day: 'days',
  hour: 'hours',
  'same-day': 'same day',
};

function limit({ value, unit, rule }: ProcedureTerm): string {
  const told = unit === 'same-day' ? 'same day' : `${value} ${units[unit] ?? unit}`;
  if (rule === 'after-15h') return `${told}, 15:00`;
  return rule === undefined ? told : `${told}, after 15:00 from the next`;
}

function row(code: string, term: ProcedureTerm): string {
  const { key, words, from, until, chosen, needs, grade, article, readOn } = term;
  const window = from === null && until === null ? '' : `${from ?? ''} – ${until ?? ''}`;
  const choice = needs === null ? chosen : `${chosen}, ${needs}`;
  return `| ${code} | \`${key}\` ${words} | ${limit(term)} | ${window} | ${choice} | ${article} | ${grade}${readOn === null ? '' : ` ${readOn}`} |`;
}

function tableOf(procedures: readonly Procedure[]): string {
  const head = '| procedure | case | term | accepted | chosen | source | grade |\n|---|---|---|---|---|---|---|\n';
  const rows = procedures.flatMap(({ code, name, terms, noTerm }) => {
    const none = noTerm === null ? [] : [`| ${code} | – | none | | | ${noTerm} | |`];
    const title = `| **${code}** | ${name.split(/[;(]/)[0]?.trim().slice(0, 90) ?? ''} | | | | | |`;
    return [title, ...terms.map((term) => row(code, term)), ...none];
  });
  return `${head}${rows.join('\n')}\n`;
}

/** A page with its tables made anew. The names of fields hold commas themselves, so the known fields are looked for. */
export function withTables(page: string, procedures: readonly Procedure[]): string {
  return page.replace(place, (_all, named: string) => {
    const chosen = procedures.filter(({ field }) => named.includes(field));
    return `<!-- terms: ${named} -->\n\n${tableOf(chosen)}`;
  });
}

export const pagesWithTables = ['civil-status', 'certification', 'residence', 'land', 'building', 'social'].map(
  (name) => path.join(root, `docs/law/${name}.md`),
);

export function shippedProcedures(): readonly Procedure[] {
  const text = readFileSync(path.join(root, 'resources/data/procedures.json'), 'utf8');
  return (JSON.parse(text) as { data: { procedures: Procedure[] } }).data.procedures;
}

if (process.argv[1] === import.meta.filename) {
  for (const page of pagesWithTables) {
    writeFileSync(page, withTables(readFileSync(page, 'utf8'), shippedProcedures()));
  }
}
