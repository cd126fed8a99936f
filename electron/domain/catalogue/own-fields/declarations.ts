/**
 * The declarations (tờ khai) that are printed filled in, by the procedure they are handed in with: the name of the form in resources/forms. Each is bound
 * to the keys of the own fields that the product ships for its procedure (resources/data/own-fields.json); a field that an office leaves out is a dotted line.
 */
const forms = {
  '1.001193': 'tk-khai-sinh',
  '1.000656': 'tk-khai-tu',
  '1.000894': 'tk-ket-hon',
  '1.004873': 'tk-hon-nhan',
  '2.000635': 'tk-trich-luc',
} as const;

export type DeclarationForm = (typeof forms)[keyof typeof forms];

export function declarationOf(procedureCode: string): DeclarationForm | undefined {
  return Object.hasOwn(forms, procedureCode) ? forms[procedureCode as keyof typeof forms] : undefined;
}
