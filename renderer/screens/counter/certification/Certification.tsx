import { useMutation, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import type {
  Certified,
  CertificationKind,
  CertificationSigner,
} from '../../../../electron/contract/counter/certification/certification.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { faultOf, standingFault, useFaultSentence, useIssueSentence } from '../../../desk/fault.ts';
import { sound } from '../../../look/sound.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { TeachList } from '../../../parts/list/TeachList.tsx';
import { useScanner } from '../../../scanner/useScanner.ts';
import { useTexts } from '../../../text/texts.ts';
import { type TypedKinds, askedPapers, nothingTyped } from './asked.ts';
import { BookDialog } from './BookDialog.tsx';
import { CertifiedBox } from './CertifiedBox.tsx';
import { PapersList } from './PapersList.tsx';
import { PayBox, type PayWay, tenderedId } from './PayBox.tsx';
import { WaitingDialog } from './WaitingDialog.tsx';

const kinds = ['copy', 'signature', 'contract'] as const satisfies readonly CertificationKind[];
const noPerson = { fullName: '', idNumber: '' };

/** The counter of certification: papers typed as pages and copies, the fee beside them, money and numbers in one act. */
export function Certification() {
  const { certification, common, reception } = useTexts();
  const { back } = usePlace();
  const shown = useContext(ActiveContext);
  const sentenceOf = useFaultSentence();
  const issueSentence = useIssueSentence();
  const box = useRef<HTMLInputElement>(null);
  const signerBox = useRef<HTMLInputElement>(null);
  const nameBox = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<CertificationKind>('copy');
  const [typed, setTyped] = useState<TypedKinds>(nothingTyped);
  const [person, setPerson] = useState(noPerson);
  /** Who was entered before the person that stands in the boxes: parties of a contract, several who sign. */
  const [before, setBefore] = useState<readonly (typeof noPerson)[]>([]);
  /** Null: who signed last. */
  const [typedSigner, setTypedSigner] = useState<CertificationSigner | null>(null);
  const [way, setWay] = useState<PayWay>('cash');
  const [tendered, setTendered] = useState('');
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState<Certified | null>(null);
  /** What was certified last, once the next one's papers or name are typed: shown where a key asks for it. */
  const [passed, setPassed] = useState<Certified | null>(null);
  /** What stood in the boxes of what was certified last: filled in again where that is taken back. */
  const [sent, setSent] = useState({ typed, person, before, way, kind });
  const [takenBack, setTakenBack] = useState('');
  const [open, setOpen] = useState<'waiting' | 'book' | null>(null);
  // The same until it is answered: a request sent twice is one request.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const { data: lane, error: laneError } = useQuery({
    ...desk.certification.lane.queryOptions({ input: {} }),
    enabled: shown,
  });
  const asked = askedPapers(typed, lane?.kinds ?? []);
  const signer = typedSigner ?? lane?.signers[0] ?? { name: '', title: '' };
  const leader = lane?.signing === 'leader';
  const needsPerson = asked.lines.some((one) => one.kind !== 'copy');
  // Copies are asked for by one person; a contract is made by several, and several sign.
  const takesSeveral = needsPerson || kind !== 'copy';
  const isBlank = person.fullName.trim() === '' && person.idNumber.trim() === '';
  const persons = [...before, ...(isBlank ? [] : [person])];
  /** The next letter or scan puts it away again. */
  const [recalledAt, setRecalledAt] = useState<string | null>(null);
  const standing = JSON.stringify([typed, person, before]);
  const isRecalled = passed !== null && recalledAt === standing;
  if (done !== null && (persons.length > 0 || asked.lines.length > 0)) {
    setPassed(done);
    setDone(null);
  }

  const receive = useMutation(
    desk.certification.receive.mutationOptions({
      onSuccess: (certified) => {
        setDone(certified);
        setSent({ typed, person, before, way, kind });
        setTakenBack('');
        setTyped(nothingTyped);
        setPerson(noPerson);
        setBefore([]);
        setTendered('');
        setWay('cash');
        setKind('copy');
        setTried(false);
        setTrouble(null);
        setRequestId(crypto.randomUUID());
      },
    }),
  );

  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);

  async function readCard(text: string): Promise<void> {
    try {
      const card = await deskClient.citizenCard.read({ scan: text });
      if (before.some(({ idNumber }) => idNumber === card.idNumber)) return setTrouble(certification.personTwice);
      if (person.idNumber !== '' && person.idNumber !== card.idNumber) {
        if (!takesSeveral) return setTrouble(certification.personStands);
        setBefore([...before, person]);
      }
      setTrouble(null);
      setPerson({ fullName: card.fullName ?? '', idNumber: card.idNumber });
    } catch (error) {
      const seen = faultOf(error);
      const reason = seen?.code === 'card-unreadable' ? reception.cardReasons[String(seen.data['reason'])] : undefined;
      setTrouble(reason ?? sentenceOf(error));
    }
  }

  useScanner({
    onScan: ({ shape, text }) => {
      if (shape === 'card') void readCard(text);
      if (shape === 'id-number') setPerson((now) => ({ ...now, idNumber: text }));
    },
    onInputMethod: () => setTrouble(reception.inputMethodOn),
  });

  const given = tendered === '' ? asked.due : Number(tendered);
  const isShort = way === 'cash' && given < asked.due;
  const personMissing =
    needsPerson &&
    (persons.length === 0 ||
      persons.some(({ fullName, idNumber }) => fullName.trim() === '' || idNumber.trim() === ''));
  const signerMissing = signer.name.trim() === '' || signer.title.trim() === '';
  const wrong = asked.wrong.length > 0;

  const input = {
    lines: asked.lines.map((one) => ({ kind: one.kind, paper: one.paper, pages: one.pages, copies: one.copies })),
    ...applicantsOf(persons),
    signer,
    ...(way === 'later'
      ? {}
      : {
          paid: {
            method: way,
            amount: asked.due,
            ...(way === 'cash' && tendered !== '' ? { tendered: given } : {}),
          },
        }),
    print: true,
    requestId,
  };

  function submit(): void {
    setTried(true);
    if (receive.isPending) return;
    if (asked.lines.length === 0 || wrong || isShort || personMissing || signerMissing) return sound('refused');
    receive.mutate(input, { onSuccess: () => box.current?.focus() });
  }

  function fillAgain(message: string): void {
    setDone(null);
    setTakenBack(message);
    setTyped(sent.typed);
    setPerson(sent.person);
    setBefore(sent.before);
    setWay(sent.way);
    setKind(sent.kind);
    box.current?.focus();
  }

  function nextSigner(): void {
    const known = lane?.signers ?? [];
    const at = known.findIndex(({ name, title }) => name === signer.name && title === signer.title);
    const next = known[(at + 1) % known.length];
    if (next !== undefined && (known.length > 1 || at === -1)) return setTypedSigner(next);
    // There is nobody else to turn to: whoever else signs is typed.
    signerBox.current?.focus();
    signerBox.current?.select();
  }

  function addPerson(): void {
    if (person.fullName.trim() === '' || person.idNumber.trim() === '') return setTried(true);
    if (before.some(({ idNumber }) => idNumber === person.idNumber.trim()))
      return setTrouble(certification.personTwice);
    setBefore([...before, person]);
    setPerson(noPerson);
    setTrouble(null);
    nameBox.current?.focus();
  }

  const turn = () => setKind(kinds[(kinds.indexOf(kind) + 1) % kinds.length] ?? 'copy');
  useShortcuts([
    { keys: 'F5', label: certification.toPapers, run: () => box.current?.focus() },
    { keys: 'Alt+K', label: certification.kindKeys, run: turn },
    {
      keys: 'Ctrl+H',
      label: reception.lastPromise.show,
      run: () => setRecalledAt(isRecalled ? null : standing),
      disabled: passed === null,
    },
    { keys: 'Alt+5', label: certification.nextSigner, run: nextSigner },
    { keys: 'Escape', label: common.back, run: back },
  ]);

  const { error: refused, issues } = standingFault(receive.error, receive.variables, input);
  const pathOfPerson = before.length === 0 ? 'applicant' : `others.${before.length - 1}`;
  const papersError = wrong
    ? certification.wrong(asked.wrong.join(' '))
    : tried && asked.lines.length === 0
      ? certification.none
      : undefined;
  const { requests = 0, papers = 0 } = lane?.today ?? {};
  const next = lane?.kinds.find((one) => one.kind === kind)?.next;
  return (
    <Grid height="100%" gap={3} columns="minmax(0, 60fr) minmax(0, 40fr)" rows="minmax(0, 1fr)">
      <Panel
        title={certification.title}
        aside={
          <>
            <ActionButton keys="Alt+Shift+S" label={certification.bookAct} onAct={() => setOpen('book')} />
            <ActionButton
              keys="Alt+O"
              label={certification.waitingAct(lane?.waiting ?? 0)}
              onAct={() => setOpen('waiting')}
            />
          </>
        }
        scroll={false}
        gap={2}
      >
        <Segmented
          label={certification.kindLabel}
          value={kind}
          onChange={(value) => {
            setKind(value);
            box.current?.focus();
          }}
          choices={kinds.map((value) => ({ value, label: certification.kinds[value] }))}
        />
        <Field
          ref={box}
          label={certification.papers}
          hint={certification.papersHints[kind]}
          value={typed[kind]}
          error={papersError}
          onChange={(event) => setTyped({ ...typed, [kind]: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || asked.lines.length === 0) return;
            event.preventDefault();
            document.getElementById(tenderedId)?.focus();
          }}
          sx={{ fontSize: '1.375rem', fontWeight: 600 }}
          autoFocus
        />
        <FaultNote error={laneError ?? lane?.refusal?.message} />
        <OutcomeLine>
          {[next === undefined ? '' : certification.next(next), certification.today(requests, papers)]
            .filter((part) => part !== '')
            .join(' · ')}
        </OutcomeLine>
        <OutcomeLine tone="late">{takenBack}</OutcomeLine>
        {isRecalled ? (
          <CertifiedBox certified={passed} today={lane?.today.date ?? ''} />
        ) : asked.lines.length > 0 ? (
          <PapersList lines={asked.lines} />
        ) : done === null ? (
          <Column scroll minHeight={0} tabIndex={0} role="region" aria-label={certification.teachTitles[kind]}>
            <EmptyState title={certification.teachTitles[kind]}>
              <TeachList rows={certification.teach[kind]} />
            </EmptyState>
          </Column>
        ) : (
          <CertifiedBox certified={done} today={lane?.today.date ?? ''} onTakenBack={fillAgain} />
        )}
      </Panel>
      <Panel title={certification.pay} gap={2.5}>
        <PayBox
          due={asked.due}
          way={way}
          onWay={setWay}
          tendered={tendered}
          onTendered={setTendered}
          isShort={tried && isShort}
        />
        <div>
          <ActionButton
            keys="Ctrl+Enter"
            label={leader ? certification.actLeader : way === 'later' ? certification.actLater : certification.act}
            onAct={submit}
            filled
            disabled={receive.isPending}
          />
        </div>
        <FaultNote error={issues.size === 0 ? refused : null} />
        <Column gap={1.5}>
          <Text size="note" weight={600}>
            {certification.person}
          </Text>
          <Text size="small" tone={tried && personMissing ? 'late' : 'secondary'}>
            {needsPerson ? certification.needed : certification.nobody}
          </Text>
          {before.length > 0 && (
            <Block as="ol" aria-label={certification.persons}>
              {before.map(({ fullName, idNumber }, at) => (
                <Text as="li" key={idNumber}>
                  {at + 1}. {fullName}, {idNumber}
                </Text>
              ))}
            </Block>
          )}
          <Grid columns="minmax(0, 3fr) minmax(0, 2fr)" gap={2} align="start">
            <Field
              ref={nameBox}
              label={certification.name}
              value={person.fullName}
              error={issueSentence(issues.get(`${pathOfPerson}.fullName`))}
              onChange={(event) => setPerson({ ...person, fullName: event.target.value })}
            />
            <Field
              label={certification.idNumber}
              value={person.idNumber}
              error={issueSentence(issues.get(`${pathOfPerson}.idNumber`))}
              onChange={(event) => setPerson({ ...person, idNumber: event.target.value })}
            />
          </Grid>
          {trouble !== null && <FaultNote error={trouble} />}
          <Row gap={2}>
            <ActionButton
              keys="Alt+Delete"
              label={certification.clearPerson}
              onAct={() => {
                setPerson(noPerson);
                setBefore([]);
                setTrouble(null);
              }}
              disabled={person === noPerson && before.length === 0}
            />
            {takesSeveral && <ActionButton keys="Alt+N" label={certification.addPerson} onAct={addPerson} />}
          </Row>
        </Column>
        <Column gap={1.5}>
          <Text size="note" weight={600}>
            {certification.signer} (Alt+5)
          </Text>
          <Grid columns="minmax(0, 3fr) minmax(0, 2fr)" gap={2} align="start">
            <Field
              ref={signerBox}
              label={certification.signerName}
              value={signer.name}
              error={tried && signerMissing ? certification.signerNeeded : issueSentence(issues.get('signer'))}
              onChange={(event) => setTypedSigner({ ...signer, name: event.target.value })}
            />
            <Field
              label={certification.signerTitle}
              value={signer.title}
              onChange={(event) => setTypedSigner({ ...signer, title: event.target.value })}
            />
          </Grid>
        </Column>
      </Panel>
      {open === 'waiting' && <WaitingDialog signer={signer} onClose={() => setOpen(null)} />}
      {open === 'book' && <BookDialog kind={kind} onClose={() => setOpen(null)} />}
    </Grid>
  );
}

type Typed = typeof noPerson;

/** Who asks comes first; who else signs or contracts, behind. */
function applicantsOf([first, ...rest]: readonly Typed[]) {
  if (first === undefined) return {};
  const applicant = { kind: 'citizen' as const, ...first };
  return rest.length === 0
    ? { applicant }
    : { applicant, others: rest.map((one) => ({ kind: 'citizen' as const, ...one })) };
}
