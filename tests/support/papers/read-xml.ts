export type ReadElement = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  text: string;
  readonly children: ReadElement[];
};

const token = /<\?xml[^>]*\?>|<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the XML we write, strictly: an element left open, a stray sign or an unknown entity throws. */
export function readXml(xml: string): ReadElement {
  const root: ReadElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  let read = 0;
  for (const match of xml.matchAll(token)) {
    read = match.index + match[0].length;
    const [whole, closes, name, attributes = '', empty, text] = match;
    const inside = open.at(-1);
    if (inside === undefined) throw new Error(`too many ends at ${match.index}`);
    if (text !== undefined) inside.text += unescapeXml(text);
    else if (whole.startsWith('<?')) continue;
    else if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> at ${match.index}`);
    } else {
      const pairs = [...attributes.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        unescapeXml(value),
      ]);
      const element = { name: name ?? '', attributes: Object.fromEntries(pairs), text: '', children: [] };
      inside.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [document] = root.children;
  if (read !== xml.length || open.length !== 1 || root.children.length !== 1 || document === undefined)
    throw new Error(`not XML at ${read}`);
  return document;
}

function unescapeXml(text: string): string {
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    const sign = named[name];
    if (sign === undefined || !whole.endsWith(';')) throw new Error(`a stray & in ${text.slice(0, 40)}`);
    return sign;
  });
}

/** The text at a path of element names below the root, the first of each name. */
export function textOf(root: ReadElement, path: string): string | undefined {
  let element: ReadElement | undefined = root;
  for (const name of path.split('/')) element = element?.children.find((child) => child.name === name);
  return element?.text;
}
