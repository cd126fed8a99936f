import { expect, test } from 'vitest';
import { z } from 'zod';
import { definitions, metaOf } from '../../../../../electron/desk/calls/dispatch.ts';
import { lookUps } from '../../../../../electron/desk/core/session/who-looked.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { realDesks } from '../../../../support/desk/real-desk.ts';

const { desk } = realDesks({ sealed: false });

/** What an answer calls the people who filed something. */
const ofPersons = /^(applicant|submitter|payer|idNumber|dateOfBirth|phone|email)/;
/** The office's own. */
const ofOffice = new Set(['office.settings', 'office.changeSettings']);

function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: object };
  const own = typeof properties === 'object' ? Object.keys(properties) : [];
  return [...own, ...[...Object.values(properties), ...Object.values(rest)].flatMap(namesIn)];
}

test('what an administrator may ask answers nothing of who filed something', () => {
  const shown = [...definitions.values()].flatMap(({ name, procedure }) => {
    const { role, shows } = metaOf(procedure);
    if (!mayCall('admin', role) || role === 'anyone' || shows === 'persons' || ofOffice.has(name)) return [];
    const schema = z.toJSONSchema(procedure['~orpc'].outputSchema as z.ZodType, { unrepresentable: 'any' });
    return namesIn(schema)
      .filter((field) => ofPersons.test(field))
      .map((field) => `${name}: ${field}`);
  });
  expect(shown).toEqual([]);
});

test('whole id numbers are answered where they are compared with a card, a receipt or another counter’s, and in no list', () => {
  const whole = [...definitions.values()].flatMap(({ name, procedure }) => {
    const schema = z.toJSONSchema(procedure['~orpc'].outputSchema as z.ZodType, { unrepresentable: 'any' });
    return namesIn(schema).includes('idNumber') ? [name] : [];
  });
  expect(whole).toEqual([
    'case.get',
    'citizenCard.read',
    'conflict.get',
    'intake.get',
    'person.record',
    'person.earlier',
    'work.correction',
  ]);
});

/** Answers with a number, a telephone or an address that are of nobody who filed, or that the person at the counter showed in that moment. */
const noLook = new Set([
  'citizenCard.read',
  'office.settings',
  'office.changeSettings',
  // A server's address.
  'city.state',
  'hub.state',
]);

test('whatever answers whose number, telephone or address it is leaves a line of who looked', () => {
  const unseen = [...definitions.values()].flatMap(({ name, procedure }) => {
    const schema = z.toJSONSchema(procedure['~orpc'].outputSchema as z.ZodType, { unrepresentable: 'any' });
    const shown = namesIn(schema).some((field) => ['idNumber', 'phone', 'address'].includes(field));
    return shown && !(name in lookUps) && !noLook.has(name) ? [name] : [];
  });
  expect(unseen).toEqual([]);
  expect(Object.keys(lookUps).filter((name) => !definitions.has(name))).toEqual([]);
});

test('while one alone keeps the office they still do both', async () => {
  const at = await desk('an');
  const an = await at.signIn('an');
  expect(await an.call('case.search', { text: 'nguyen' })).toMatchObject({ ok: true });
});
