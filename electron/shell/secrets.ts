/** Variables that hold a secret: read once at the start, and gone before any child or report could be given them. */
const secrets = [
  'DESK_PASSWORD',
  'DESK_SECOND_PASSWORD',
  'DESK_CODE',
  'DESK_RECOVERY_KEY',
  'HUB_URL',
  'CITY_URL',
] as const;

/**
 * The environment as it was at the start; from here on it holds no secret. What another program of the same account read before that is
 * beyond this.
 */
export function takeSecrets(): Readonly<Record<string, string | undefined>> {
  const env = { ...process.env };
  for (const name of secrets) delete process.env[name];
  // A report written at a fall would otherwise hold the rest of it.
  if (process.report !== undefined) process.report.excludeEnv = true;
  return env;
}
