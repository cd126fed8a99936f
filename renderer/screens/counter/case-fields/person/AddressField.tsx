import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { addressTail, withEnding } from '../../../../../electron/domain/catalogue/address.ts';
import { desk } from '../../../../desk/client.ts';
import { Field, type FieldProps } from '../../../../parts/controls/Field.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type AddressFieldProps = Pick<FieldProps, 'id' | 'label' | 'error' | 'hint' | 'onBlur'> & {
  readonly value: string;
  readonly onText: (value: string) => void;
};

const nextKeys = 'ArrowDown';
const fewestLetters = 2;

/** An address, whose commune and province ↓ writes to its end: today's of the beginning that was typed, or what became of the one it was called. */
export function AddressField({ value, onText, onBlur, hint, ...field }: AddressFieldProps) {
  const { reception } = useTexts();
  const [here, setHere] = useState(false);
  /** What was typed before ↓ was pressed, and what ↓ made of it: pressed again it is the next one. */
  const [ended, setEnded] = useState<{ readonly typed: string; readonly made: string; readonly at: number } | null>(
    null,
  );
  const again = ended?.made === value ? ended : null;
  const typed = again?.typed ?? value;
  const tail = addressTail(typed).trim();
  const found = useQuery(
    desk.office.addressEndings.queryOptions({
      input: { text: tail },
      enabled: here && tail.length >= fewestLetters,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const endings = here && tail.length >= fewestLetters ? (found.data?.endings ?? []) : [];
  const at = again === null ? 0 : (again.at + 1) % Math.max(1, endings.length);
  const next = endings[at];
  const offered = next !== undefined && withEnding(typed, next) !== value ? next : undefined;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== nextKeys || event.altKey || event.ctrlKey || event.shiftKey || offered === undefined) return;
    event.preventDefault();
    const made = withEnding(typed, offered);
    setEnded({ typed, made, at });
    onText(made);
  }

  return (
    <Field
      {...field}
      value={value}
      multiline
      minRows={1}
      maxRows={3}
      onChange={(event) => onText(event.target.value)}
      onFocus={() => setHere(true)}
      onBlur={(event) => {
        setHere(false);
        onBlur?.(event);
      }}
      onKeyDown={onKeyDown}
      inputProps={{ 'aria-keyshortcuts': nextKeys }}
      {...(offered === undefined
        ? hint === undefined
          ? {}
          : { hint }
        : {
            hint: (
              <Text as="span" size="small">
                <KeyCap keys={nextKeys} /> {offered.place}
                {offered.was !== null && ` ${reception.who.addressWas(offered.was)}`}
              </Text>
            ),
          })}
    />
  );
}
