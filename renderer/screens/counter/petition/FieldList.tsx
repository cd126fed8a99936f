export const fieldListId = 'petition-fields';

/** The catalogue's names of fields, to be chosen or typed over: the platform's own list. */
export function FieldList({ fields }: { readonly fields: readonly string[] }) {
  return (
    <datalist id={fieldListId}>
      {fields.map((field) => (
        <option key={field} value={field} />
      ))}
    </datalist>
  );
}
