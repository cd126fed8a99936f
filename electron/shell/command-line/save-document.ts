import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The document an answer speaks of: its own, or the first of its list. */
export function findDocumentId(value: unknown): string | undefined {
  const { documentId, documents } = (value ?? {}) as {
    documentId?: unknown;
    documents?: readonly { documentId?: unknown }[];
  };
  const found = documentId ?? documents?.[0]?.documentId;
  return typeof found === 'string' ? found : undefined;
}

/** Writes a file so that it is there whole or not at all, also after a power cut: a half PDF prints as a torn receipt. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
