import { ColleagueField } from '../../../renderer/parts/person/ColleagueField.tsx';
import { OwnPasswordField } from '../../../renderer/parts/person/OwnPasswordField.tsx';
import { useTexts } from '../../../renderer/text/texts.ts';
import type { Entries } from '../entry.ts';

const nothing = () => undefined;

export const person: Entries = {
  ColleagueField: {
    show: function Shown() {
      const { common } = useTexts();
      return (
        <>
          <ColleagueField label={common.roles.officer} role="officer" onChange={nothing} />
          <ColleagueField
            label={common.roles.officer}
            role="officer"
            error={common.issues['required']}
            onChange={nothing}
          />
        </>
      );
    },
  },
  OwnPasswordField: {
    show: () => (
      <>
        <OwnPasswordField value="mat-khau-cua-toi" tried={false} onChange={nothing} />
        <OwnPasswordField value="" tried onChange={nothing} />
      </>
    ),
  },
};
