import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, fault } from '../../contract/base/fault.ts';
import { firstIssue } from '../../contract/base/input-issues.ts';
import { damageReason, encodingReasons, findDamagedText, findWrongReading, readTextFile } from './text-file.ts';
import { toPaperText } from '../type/font.ts';
import { type Reason, findBindingError } from './check.ts';
import { findForm } from './forms.ts';
import { Form } from './schema.ts';

/** A form with the text it was read from, which is kept with the first paper made by it. */
export type LoadedForm = {
  readonly form: Form;
  readonly text: string;
  readonly sha256: string;
  readonly source: 'built-in' | 'office' | 'pack' | 'kept';
};

/** Names of the forms that have a file, the office's own included. */
export function listFormFiles(formsFolder: string, overrideFolder: string | undefined): string[] {
  const names = [formsFolder, overrideFolder]
    .filter((folder) => folder !== undefined && existsSync(folder))
    .flatMap((folder) => readdirSync(folder as string))
    .filter((name) => formFileName.test(name))
    .map((name) => name.slice(0, -'.json'.length));
  return [...new Set(names)].sort();
}

/**
 * Reads a form, the office's own file first, then what a data pack says of it. A broken file of the office is a fault: falling back to the built-in
 * form would print a paper the office believes it has replaced.
 * @param packed the text that a data pack of the office has for it today
 */
export function loadForm(
  name: string,
  formsFolder: string,
  overrideFolder: string | undefined,
  packed?: string,
): LoadedForm | Fault<'form-unknown' | 'form-broken'> {
  if (!/^[a-z0-9-]{1,60}$/.test(name)) return fault('form-unknown', { form: name });
  const own = overrideFolder === undefined ? undefined : join(overrideFolder, `${name}.json`);
  const source = own !== undefined && existsSync(own) ? 'office' : 'built-in';
  if (source === 'built-in' && packed !== undefined) {
    const loaded = withHash(name, packed, 'pack', readForm);
    // One that this program cannot print was told when the pack was looked at, and is left out of it.
    if (!('fault' in loaded)) return loaded;
  }
  const path = source === 'office' && own !== undefined ? own : join(formsFolder, `${name}.json`);
  if (!existsSync(path)) return fault('form-unknown', { form: name });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    return broken(name, `không đọc được tệp: ${code}`, `the file cannot be read: ${code}`);
  }
  const read = readTextFile(bytes);
  return 'refused' in read ? wronglySaved(name, read.refused) : withHash(name, read.text, source, readForm);
}

/** The texts of the office's own files, by the form's name: those that are sound. */
export function officeFormTexts(
  overrideFolder: string | undefined,
): readonly { readonly form: string; readonly text: string }[] {
  if (overrideFolder === undefined || !existsSync(overrideFolder)) return [];
  return listFormFiles(overrideFolder, undefined).flatMap((form) => {
    const loaded = loadForm(form, overrideFolder, overrideFolder);
    return 'fault' in loaded ? [] : [{ form, text: loaded.text }];
  });
}

/** Why the text of a form file cannot be read, in words that name its encoding. */
export function wronglySaved(form: string, refused: keyof typeof encodingReasons): Fault<'form-broken'> {
  return broken(form, encodingReasons[refused].vi, encodingReasons[refused].en);
}

/**
 * Files of the office's folder that are meant as forms and are none by their name (`MAU-01.JSON`, `mau-01 (1).json`, `mau-01.json.txt`): each
 * is told, for the office believes that it has replaced a paper.
 */
export function strayFormFiles(overrideFolder: string | undefined): Fault<'form-broken'>[] {
  if (overrideFolder === undefined || !existsSync(overrideFolder)) return [];
  return readdirSync(overrideFolder)
    .filter((name) => /\.json/i.test(name) && !formFileName.test(name))
    .map((name) =>
      broken(
        name.slice(0, 60),
        'tên tệp mẫu gồm chữ thường, số và gạch nối, đuôi .json, ví dụ mau-01.json; đổi tên tệp',
        'a form file is named by small letters, digits and hyphens and ends in .json, as mau-01.json; rename it',
      ),
    );
}

const formFileName = /^[a-z0-9-]{1,60}\.json$/;

/** A form by the text that was kept of it: papers were made by it, whatever letters it has. */
export function loadKeptForm(name: string, text: string): LoadedForm | Fault<'form-broken'> {
  return withHash(name, text, 'kept', readKept);
}

/** The last text of each form that was read: the file is read for each paper, for it may be replaced; a text that is the same is checked once. */
const last = new Map<string, LoadedForm>();

function withHash(
  name: string,
  text: string,
  source: LoadedForm['source'],
  read: typeof readForm,
): LoadedForm | Fault<'form-broken'> {
  const key = `${source} ${name}`;
  const known = last.get(key);
  if (known?.text === text) return known;
  const form = read(name, text);
  if ('fault' in form) return form;
  const loaded = { form, text, sha256: createHash('sha256').update(text).digest('hex'), source };
  last.set(key, loaded);
  return loaded;
}

/** Parses and checks the text of a form file: JSON, its letters, shape, then every binding. */
export function readForm(name: string, text: string): Form | Fault<'form-broken'> {
  const form = readKept(name, text);
  if ('fault' in form) return form;
  const damaged = findDamagedText(form);
  return damaged === undefined ? form : fault('form-broken', { form: name, ...damageReason(damaged) });
}

/** The largest form that ships has 11,000 letters; setting one of half a million would hold the desk for minutes. */
const mostLetters = 60_000;

function readKept(name: string, text: string): Form | Fault<'form-broken'> {
  if (text.length > mostLetters)
    return broken(
      name,
      `tệp quá lớn: ${text.length} ký tự, nhiều nhất ${mostLetters}`,
      `it is too large: ${text.length} letters, at most ${mostLetters}`,
    );
  if (text.includes('\ufffd')) return wronglySaved(name, 'other');
  const misread = findWrongReading(text);
  if (misread !== null) return wronglySaved(name, misread);
  let raw: unknown;
  try {
    // Outside its texts JSON means the same on one line; and a file saved by Notepad begins with an invisible mark.
    raw = JSON.parse(toPaperText(text));
  } catch {
    return broken(name, 'không phải JSON đúng', 'it is not valid JSON');
  }
  const parsed = Form.safeParse(raw);
  if (!parsed.success) return fault('form-broken', { form: name, ...firstIssue(parsed.error) });
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
