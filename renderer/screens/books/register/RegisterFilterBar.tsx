import { useQuery } from '@tanstack/react-query';
import { Channel } from '../../../../electron/contract/base/values.ts';
import { desk } from '../../../desk/client.ts';
import { rem } from '../../../look/theme.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Block, Row } from '../../../parts/layout/primitives.ts';
import { formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { type FilterForm, type Period, daysAsked, periods } from './register-filter.ts';

type FilterBarProps = {
  readonly form: FilterForm;
  readonly today: string;
  readonly onChange: (form: FilterForm) => void;
};

/** Which days, which channel, which procedure. A date that is typed over makes the period one's own. */
export function RegisterFilterBar({ form, today, onChange }: FilterBarProps) {
  const { common, register } = useTexts();
  const { data } = useQuery(desk.procedure.find.queryOptions({ input: { text: '', limit: 200 }, staleTime: Infinity }));
  const days = daysAsked(form, today);
  const own = form.period === 'own';
  const shown = own ? form : { from: formatDate(days.from ?? ''), to: formatDate(days.to ?? '') };
  const backwards = days.from !== undefined && days.to !== undefined && days.to < days.from;
  const notDate = (date: string | undefined) => (own && date === undefined ? common.issues['date'] : undefined);

  function choose(period: Period): void {
    onChange({ ...form, ...shown, period });
  }

  return (
    <Row wrap columnGap={3} rowGap={2} align="start" shrink={false}>
      <Segmented
        label={register.period}
        value={form.period}
        onChange={choose}
        choices={periods.map((value) => ({ value, label: register.periods[value] }))}
      />
      <Block width={120}>
        <Field
          label={register.from}
          value={shown.from}
          error={notDate(days.from)}
          onChange={(event) => onChange({ ...form, ...shown, period: 'own', from: event.target.value })}
        />
      </Block>
      <Block width={120}>
        <Field
          label={register.to}
          value={shown.to}
          error={notDate(days.to) ?? (backwards ? register.backwards : undefined)}
          onChange={(event) => onChange({ ...form, ...shown, period: 'own', to: event.target.value })}
        />
      </Block>
      <Block width={148}>
        <SelectField
          label={register.channel}
          value={form.channel}
          onChange={(event) => onChange({ ...form, channel: event.target.value as FilterForm['channel'] })}
          choices={[
            { value: '', label: register.allChannels },
            ...Channel.options.map((value) => ({ value, label: common.channels[value] })),
          ]}
        />
      </Block>
      <Block flex={`1 1 ${rem(200)}`} minWidth={160} maxWidth={420}>
        <SelectField
          label={register.procedure}
          value={form.procedureCode}
          onChange={(event) => onChange({ ...form, procedureCode: event.target.value })}
          choices={[
            { value: '', label: register.allProcedures },
            ...(data?.procedures ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
          ]}
        />
      </Block>
    </Row>
  );
}
