import type { ActType } from '../../../../../electron/contract/counter/case/act.ts';
import type { Language } from '../../../../../electron/contract/base/fault.ts';
import type { CaseStateView } from '../../../../../electron/contract/counter/case/case.ts';
import { useSettings } from '../../../../look/settings.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { ColleagueField } from '../../../../parts/person/ColleagueField.tsx';
import type { Texts } from '../../../../text/languages.ts';
import { useTexts } from '../../../../text/texts.ts';
import type { ActFieldName } from './act-fields.ts';
import type { StepRole } from '../../../../../electron/contract/routing/process.ts';
import { firstHandling } from '../../../../../electron/domain/routing/process.ts';

type ActFieldProps = {
  readonly act: ActType;
  readonly state: CaseStateView;
  readonly name: ActFieldName;
  readonly value: string;
  readonly error: string | undefined;
  readonly first: boolean;
  readonly onChange: (value: string) => void;
};

function choicesOf(
  name: ActFieldName,
  { hows, receivers, inquiryKinds, identities }: Texts['caseFile'],
  { verificationTerms }: CaseStateView,
  language: Language,
): Readonly<Record<string, string>> | undefined {
  if (name === 'termCase')
    return Object.fromEntries(
      verificationTerms.map(({ key, words, text, textEn }) => [key, `${words}: ${language === 'vi' ? text : textEn}`]),
    );
  if (name === 'how') return hows;
  if (name === 'kind') return inquiryKinds;
  if (name === 'found') return identities;
  return name === 'as' ? receivers : undefined;
}

export function ActField({ act, state, name, value, error, first, onChange }: ActFieldProps) {
  const { caseFile, holding } = useTexts();
  const { language } = useSettings();
  const label = act === 'propose-supplement' && name === 'override' ? caseFile.proposal.ask : caseFile.actFields[name];
  if (name === 'to') {
    const { transferHint, reworkHint } = holding.colleague;
    return (
      <ColleagueField
        label={label}
        role={receiverRole(act, state)}
        except={act === 'assign' ? state.whereabouts.holder : null}
        hint={act === 'assign' ? undefined : act === 'rework' ? reworkHint : transferHint}
        error={error}
        autoFocus={first}
        onChange={onChange}
      />
    );
  }
  const choices = choicesOf(name, caseFile, state, language);
  if (choices !== undefined) {
    return (
      <SelectField
        label={label}
        value={value}
        error={error}
        autoFocus={first}
        onChange={(event) => onChange(event.target.value)}
        choices={Object.entries(choices).map(([key, word]) => ({ value: key, label: word }))}
      />
    );
  }
  const hints: Partial<Record<ActFieldName, string>> = {
    items: caseFile.perLine,
    newDueAt: caseFile.momentHint,
    at: caseFile.momentHint,
    answerBy: caseFile.momentHint,
    returnedAt: caseFile.momentHint,
  };
  return (
    <Field
      label={label}
      value={value}
      error={error}
      hint={hints[name]}
      autoFocus={first}
      multiline={name === 'items'}
      minRows={name === 'items' ? 3 : 1}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** How far from the present step an act gives the file to somebody. */
const moves: Readonly<Partial<Record<ActType, number>>> = { assign: 0, pass: 1, rework: -1 };

/** The role of who is given the file by this act: of the step it goes to, or an officer's where no process is known. */
function receiverRole(act: ActType, { whereabouts }: Pick<CaseStateView, 'whereabouts'>): StepRole {
  const { step, steps } = whereabouts;
  const index = act === 'transfer' ? firstHandling : (step?.index ?? firstHandling) + (moves[act] ?? 0);
  return steps[index]?.role ?? 'officer';
}
