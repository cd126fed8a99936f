import Button from '@mui/material/Button';
import type { KeyboardEvent, ReactNode } from 'react';
import { TermUnit } from '../../../../../electron/contract/base/values.ts';
import { rem } from '../../../../look/theme.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { isComposing } from '../../../../parts/keys/shortcuts.ts';
import { Grid, Row, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import type { StepRow } from './procedure-rows.ts';

type RowFrameProps = {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly columns: string;
  /** A row that is only read has no buttons. */
  readonly mayChange: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
};

/** One row of a list whose order counts. Alt+arrows move it from any of its fields, a list of choices too. */
export function RowFrame({ name, index, count, columns, mayChange, onMove, onRemove, children }: RowFrameProps) {
  const { office } = useTexts();
  const texts = office.procedure;

  function onKeyDown(event: KeyboardEvent): void {
    if (!mayChange || isComposing(event.nativeEvent) || !event.altKey || event.ctrlKey || event.metaKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowUp: () => onMove(-1),
      ArrowDown: () => onMove(1),
      Delete: onRemove,
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <Grid
      columns={`${rem(24)} ${columns} ${rem(mayChange ? 116 : 0)}`}
      gap={2}
      align="start"
      shrink={false}
      padding={[1, 0]}
      role="group"
      aria-label={name}
      onKeyDown={onKeyDown}
    >
      <Text tone="secondary" textAlign="right" css={{ alignSelf: 'start', paddingTop: rem(index === 0 ? 30 : 12) }}>
        {index + 1}
      </Text>
      {children}
      {mayChange && (
        <Row css={{ gap: '2px', paddingTop: rem(index === 0 ? 22 : 4) }}>
          <Button
            variant="text"
            disabled={index === 0}
            onClick={() => onMove(-1)}
            aria-label={texts.upOf(name)}
            sx={small}
          >
            ↑
          </Button>
          <Button
            variant="text"
            disabled={index === count - 1}
            onClick={() => onMove(1)}
            aria-label={texts.downOf(name)}
            sx={small}
          >
            ↓
          </Button>
          <Button variant="text" onClick={onRemove} aria-label={texts.removeOf(name)} sx={small}>
            {texts.remove}
          </Button>
        </Row>
      )}
    </Grid>
  );
}

const small = { minWidth: rem(30), padding: `0 ${rem(6)}` } as const;

type Time = Pick<StepRow, 'value' | 'unit'>;
type TimeFieldsProps = {
  readonly time: Time;
  readonly first: boolean;
  readonly none: string;
  readonly idOf: (field: string) => string;
  readonly error: string | undefined;
  readonly onChange: (time: Time) => void;
};

/** How long a step or a leg may take: a number and its unit, or no time of its own. */
export function TimeFields({ time, first, none, idOf, error, onChange }: TimeFieldsProps) {
  const { office } = useTexts();
  const counted = time.unit !== 'none' && time.unit !== 'same-day';
  return (
    <>
      <Field
        id={idOf('value')}
        label={<ColumnLabel shown={first}>{office.procedure.time}</ColumnLabel>}
        value={counted ? time.value : ''}
        disabled={!counted}
        error={error}
        onChange={(event) => onChange({ ...time, value: event.target.value })}
        inputProps={{ inputMode: 'numeric', maxLength: 4 }}
      />
      <SelectField
        id={idOf('unit')}
        label={<ColumnLabel shown={first}>{office.termUnit}</ColumnLabel>}
        value={time.unit}
        onChange={(event) => onChange({ ...time, unit: event.target.value as Time['unit'] })}
        choices={[
          { value: 'none', label: none },
          ...TermUnit.options.map((value) => ({ value, label: office.units[value] })),
        ]}
      />
    </>
  );
}

/** The label of a field in a list: seen above the first row, heard at each. */
export function ColumnLabel({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  return shown ? children : <Text heard>{children}</Text>;
}
