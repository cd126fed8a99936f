import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, fault } from '../../contract/fault.ts';
import { firstIssue } from '../../contract/input-issues.ts';
import { toPaperText } from '../type/font.ts';
import { type Reason, findBindingError } from './check.ts';
import { findForm } from './forms.ts';
import { Form } from './schema.ts';

/** A form with the text it was read from, which is kept with the first paper made by it. */
export type LoadedForm = {
  readonly form: Form;
  readonly text: string;
  readonly sha256: string;
  readonly source: 'built-in' | 'office' | 'kept';
};

/** Names of the forms that have a file, the office's own included. */
export function listFormFiles(formsFolder: string, overrideFolder: string | undefined): string[] {
  const names = [formsFolder, overrideFolder]
    .filter((folder) => folder !== undefined && existsSync(folder))
    .flatMap((folder) => readdirSync(folder as string))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
  return [...new Set(names)].sort();
}

/**
 * Reads a form, the office's own file first. A broken file of the office is a fault: falling back to the built-in form would
 * print a paper the office believes it has replaced.
 */
export function loadForm(
  name: string,
  formsFolder: string,
  overrideFolder: string | undefined,
): LoadedForm | Fault<'form-unknown' | 'form-broken'> {
  if (!/^[a-z0-9-]{1,60}$/.test(name)) return fault('form-unknown', { form: name });
  const own = overrideFolder === undefined ? undefined : join(overrideFolder, `${name}.json`);
  const source = own !== undefined && existsSync(own) ? 'office' : 'built-in';
  const path = source === 'office' && own !== undefined ? own : join(formsFolder, `${name}.json`);
  if (!existsSync(path)) return fault('form-unknown', { form: name });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    return broken(name, `không đọc được tệp: ${code}`, `the file cannot be read: ${code}`);
  }
  return withHash(name, text, source);
}

/** A form by the text that was kept of it. */
export function loadKeptForm(name: string, text: string): LoadedForm | Fault<'form-broken'> {
  return withHash(name, text, 'kept');
}

function withHash(name: string, text: string, source: LoadedForm['source']): LoadedForm | Fault<'form-broken'> {
  const form = readForm(name, text);
  return 'fault' in form ? form : { form, text, sha256: createHash('sha256').update(text).digest('hex'), source };
}

/** Parses and checks the text of a form file: JSON, shape, then every binding. */
export function readForm(name: string, text: string): Form | Fault<'form-broken'> {
  let raw: unknown;
  try {
    // Outside its texts JSON means the same on one line; and a file saved by Notepad begins with an invisible mark.
    raw = JSON.parse(toPaperText(text));
  } catch {
    return broken(name, 'không phải JSON đúng', 'it is not valid JSON');
  }
  const parsed = Form.safeParse(raw);
  if (!parsed.success) return fault('form-broken', { form: name, ...firstIssue(Form, raw, parsed.error) });
  const { form } = parsed.data;
  if (form !== name) return broken(name, `tệp ghi là mẫu «${form}»`, `the file says it is the form “${form}”`);
  const data = findForm(name)?.data;
  if (data === undefined)
    return broken(name, 'phần mềm chưa có dữ liệu cho mẫu này', 'this program has no data for this form');
  const wrong: Reason | undefined = findBindingError(parsed.data, data);
  return wrong === undefined ? parsed.data : fault('form-broken', { form: name, ...wrong });
}

function broken(form: string, reason: string, reasonEn: string): Fault<'form-broken'> {
  return fault('form-broken', { form, reason, reasonEn });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
