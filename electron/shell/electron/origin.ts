/** The one address of the desk's page. Its scheme is our own: no site of the network can ever have it. */
export const scheme = 'desk';
const host = 'app';
export const pageUrl = `${scheme}://${host}/`;

/** Whether a URL is of the desk's own page. Compared in parts: `desk://app.evil/` and `desk://app@evil/` begin alike. */
export function isOwnUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host: found, username, password } = new URL(text);
  return protocol === `${scheme}:` && found === host && username === '' && password === '';
}
