import type { ProcedureDetail } from '../../contract/catalogue/procedure.ts';
import type { OwnField } from '../../contract/catalogue/own-fields.ts';

/** As calls answer it, whose lists may be written to. */
export function ownFieldView({ choices, ...field }: OwnField): ProcedureDetail['ownFields'][number] {
  return { ...field, ...(choices === undefined ? {} : { choices: [...choices] }) };
}
