/** The statements of a migration, one by one, each with its comments, for the schema keeps them; a trigger's inner ones stay inside it. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let lines: string[] = [];
  let said = '';
  for (const line of sql.split('\n')) {
    lines.push(line);
    if (line.trimStart().startsWith('--') || line.trim() === '') continue;
    said += said === '' ? line : `\n${line}`;
    if (!(said.startsWith('CREATE TRIGGER') ? line.trimEnd().endsWith('END;') : line.trimEnd().endsWith(';'))) continue;
    statements.push(lines.join('\n'));
    [lines, said] = [[], ''];
  }
  return statements;
}
