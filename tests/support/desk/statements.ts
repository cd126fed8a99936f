/** The statements of a migration, one by one; a trigger's inner ones stay inside it. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let lines: string[] = [];
  for (const line of sql.split('\n').filter((text) => !text.trimStart().startsWith('--') && text.trim() !== '')) {
    lines.push(line);
    const text = lines.join('\n');
    if (!(text.startsWith('CREATE TRIGGER') ? line.trimEnd().endsWith('END;') : line.trimEnd().endsWith(';'))) continue;
    statements.push(text);
    lines = [];
  }
  return statements;
}
