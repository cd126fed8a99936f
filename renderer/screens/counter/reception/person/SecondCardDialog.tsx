import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Column, Text } from '../../../../parts/layout/primitives.ts';
import { formatIdNumber } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { draftLabel } from '../draft/draft-form.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';
import type { SecondCard, SecondCardAnswer } from './useCard.ts';

type SecondCardDialogProps = {
  readonly form: ReceptionForm;
  readonly second: SecondCard;
  readonly onAnswer: (answer: SecondCardAnswer) => void;
  readonly onClose: () => void;
};

/** Whose the second card is: one key each, and Enter alone changes nothing. */
export function SecondCardDialog({ form, second, onAnswer, onClose }: SecondCardDialogProps) {
  const { reception } = useTexts();
  const texts = reception.secondCard;
  const { card } = second;
  const standing = form.applicant.fullName.trim();
  const filer = form.submitter?.fullName.trim() ?? '';
  // A company files through a human, and is filed for by nobody's card.
  const canBeApplicant = form.applicant.kind === 'citizen' && form.submitter === null;
  return (
    <Dialog title={texts.title} onClose={onClose} closeLabel={texts.ignore}>
      <div>
        <Text size="lead" weight={600}>
          {texts.who(card.fullName?.toLocaleUpperCase('vi') ?? '', formatIdNumber(card.idNumber))}
        </Text>
        <Text tone="secondary">{texts.standing(draftLabel(form) || reception.drafts.unnamed)}</Text>
      </div>
      <Column gap={2} align="flex-start">
        <ActionButton
          keys="Alt+1"
          label={filer === '' ? texts.submitter : texts.replaceSubmitter(filer)}
          onAct={() => onAnswer('submitter')}
        />
        {canBeApplicant && (
          <ActionButton keys="Alt+2" label={texts.applicant(standing)} onAct={() => onAnswer('applicant')} />
        )}
        <ActionButton keys="Alt+3" label={texts.next} onAct={() => onAnswer('next')} />
      </Column>
    </Dialog>
  );
}
