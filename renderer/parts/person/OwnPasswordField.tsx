import { useTexts } from '../../text/texts.ts';
import { Field } from '../controls/Field.tsx';

type OwnPasswordFieldProps = {
  readonly value: string;
  /** The act was tried: an empty field is said to be needed. */
  readonly tried: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (typed: string) => void;
};

/** The password of whoever sits here, asked for once more before an act that is theirs to answer for. */
export function OwnPasswordField({ value, tried, autoFocus = false, onChange }: OwnPasswordFieldProps) {
  const { common } = useTexts();
  return (
    <Field
      label={common.ownPassword}
      type="password"
      autoComplete="current-password"
      autoFocus={autoFocus}
      value={value}
      error={tried && value === '' ? common.ownPasswordNeeded : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
