import { agreementKey, typedKey } from '../../../../../electron/domain/catalogue/procedure-terms.ts';
import type { TermChoice } from '../../../../../electron/contract/catalogue/procedure.ts';
import { useSettings } from '../../../../look/settings.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Block, Row } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { useFieldId } from '../../case-fields/field-id.ts';
import type { FormPartProps } from '../../case-fields/reception-state.ts';
import type { TermForm } from '../../case-fields/reception-form.ts';
import { typedTermForm } from '../../case-fields/what/typed-procedure.ts';
import { chosenTerm, nextChoice } from './term-choices.ts';

type TermFieldProps = FormPartProps & { readonly choices: readonly TermChoice[] };

const typedUnits = ['working-day', 'day', 'same-day', 'working-hour', 'hour', 'month'] as const;

/** Which of the procedure's lawful limits this file goes by; shown only where there is a choice. One key goes through them. */
export function TermField({ choices, form, dispatch, errorOf }: TermFieldProps) {
  const { reception } = useTexts();
  const fieldId = useFieldId();
  const { language } = useSettings();
  const texts = reception.promise;
  const chosen = chosenTerm(choices, form.term?.key);
  const blank = { reason: form.term?.reason ?? '', agreed: form.term?.agreed ?? '' };

  function choose(key: string | undefined): void {
    if (key === typedKey) {
      dispatch({ type: 'changed', change: { term: typedTermForm } });
      return;
    }
    const usual = key === undefined || key === choices[0]?.key;
    dispatch({ type: 'changed', change: { term: usual ? null : { key, ...blank } } });
  }

  useShortcuts([
    {
      keys: 'Alt+K',
      label: texts.nextTerm,
      run: () => choose(nextChoice(choices, chosen?.key)?.key),
      disabled: choices.length < 2,
    },
  ]);
  // One limit is nothing to choose, but where it is a day that is agreed somebody has to say which.
  if (chosen === undefined || (choices.length < 2 && chosen.needs === null)) return null;
  const part = form.term ?? { key: chosen.key, ...blank };

  return (
    <Row gap={2} align="flex-start" shrink={false} wrap={chosen.key === typedKey}>
      <Block grow minWidth={0} flex={chosen.key === typedKey ? '1 1 100%' : '2 1 0'}>
        <SelectField
          id={fieldId('termCase')}
          label={texts.term}
          aside={choices.length < 2 ? undefined : <KeyCap keys="Alt+K" />}
          value={chosen.key}
          error={errorOf('termCase')}
          onChange={(event) => choose(event.target.value)}
          choices={choices.map(({ key: value, words, text, textEn, article, needs }) => ({
            value,
            label: [
              value === typedKey
                ? texts.typed
                : needs === 'written-agreement'
                  ? words
                  : `${words}: ${language === 'vi' ? text : textEn}`,
              article,
            ]
              .filter((said) => said !== '')
              .join(' · '),
          }))}
        />
      </Block>
      {chosen.key === typedKey && (
        <>
          <Block width={72}>
            <Field
              id={fieldId('typedTerm.value')}
              label={texts.typedValue}
              value={part.value ?? ''}
              error={errorOf('typedTerm.value')}
              onChange={(event) =>
                dispatch({ type: 'changed', change: { term: { ...part, value: event.target.value } } })
              }
            />
          </Block>
          <Block width={132}>
            <SelectField
              id={fieldId('typedTerm.unit')}
              label={texts.typedUnit}
              value={part.unit ?? 'working-day'}
              onChange={(event) =>
                dispatch({
                  type: 'changed',
                  change: { term: { ...part, unit: event.target.value as NonNullable<TermForm['unit']> } },
                })
              }
              choices={typedUnits.map((unit) => ({ value: unit, label: texts.units[unit] }))}
            />
          </Block>
          <Block grow minWidth={0} flex="1 1 0">
            <Field
              id={fieldId('typedTerm.ground')}
              label={texts.typedGround}
              value={part.reason}
              error={errorOf('typedTerm.ground')}
              onChange={(event) =>
                dispatch({ type: 'changed', change: { term: { ...part, reason: event.target.value } } })
              }
            />
          </Block>
        </>
      )}
      {(chosen.needs === 'reason' || chosen.key === agreementKey) && (
        <Block grow minWidth={0} flex="1 1 0">
          <Field
            id={fieldId('termReason')}
            label={chosen.key === agreementKey ? texts.agreedBecause : texts.termReason}
            value={part.reason}
            error={errorOf('termReason')}
            onChange={(event) =>
              dispatch({ type: 'changed', change: { term: { ...part, reason: event.target.value } } })
            }
          />
        </Block>
      )}
      {chosen.needs === 'written-agreement' && (
        <Block width={180}>
          <Field
            id={fieldId('agreedDueAt')}
            label={texts.agreed}
            hint={texts.agreedHint}
            value={part.agreed}
            error={errorOf('agreedDueAt')}
            onChange={(event) =>
              dispatch({ type: 'changed', change: { term: { ...part, agreed: event.target.value } } })
            }
          />
        </Block>
      )}
    </Row>
  );
}
