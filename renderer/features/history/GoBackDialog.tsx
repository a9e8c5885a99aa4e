/** What going back would do, before it is done: how much changes, what stays, and the plan as it was beside it. */
import { useMemo, useState, type ReactNode } from 'react';
import type { Person } from '../../../shared/domain/history/people';
import { recordName } from '../../../shared/domain/records/recordName';
import { firstChanges, whatChanges, whatStays } from '../../../shared/domain/review/goingBackText';
import { cutApart, cutName } from '../../../shared/domain/format/sentence';
import type { Workbook } from '../../../shared/domain/workbook';
import { useGoingBack, type Aim, type GoingBackShown } from '../../state/goingBack';
import { say } from '../../state/messages';
import { usePlan } from '../../state/session';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { instantText } from '../../ui/moments';
import { MomentChoice } from './MomentChoice';

export interface GoBackDialogProps {
  /** Undefined where it is still to be chosen. */
  readonly aim: Aim | undefined;
  readonly people: readonly Person[];
  readonly onClose: () => void;
  /** Opens a backup as a workbook of its own. */
  readonly onOpenBackup: (backup: string) => void;
}

const LONGEST_NAME = 60;

export function GoBackDialog({ aim: given, people, onClose, onOpenBackup }: GoBackDialogProps): ReactNode {
  const { workbook } = usePlan();
  const [chosen, setChosen] = useState<Aim | undefined>(undefined);
  const aim = given ?? chosen;
  const title = aim === undefined ? 'Go back' : titleOf(workbook, aim);
  const shown = useGoingBack(aim, title);
  const { back, run } = shown;
  const goBack = async (): Promise<void> => {
    if (!(await run())) return;
    say(`Done: ${title}. Undo takes it back as one step.`);
    onClose();
  };
  return (
    <DialogBox
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button variant="primary" isDisabled={back?.command === undefined} onPress={() => void goBack()}>
            {aim?.kind === 'person' ? 'Take it back' : 'Go back'}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      {given === undefined && <MomentChoice people={people} onChange={setChosen} />}
      {aim !== undefined && (
        <Outlook aim={aim} shown={shown} workbook={workbook} onOpenBackup={onOpenBackup} />
      )}
    </DialogBox>
  );
}

function titleOf(workbook: Workbook, aim: Aim): string {
  switch (aim.kind) {
    case 'plan':
      return 'Go back to the plan as it was';
    case 'record':
      return `Go back to “${cutName(recordName(workbook, aim.register, aim.id), LONGEST_NAME)}” as it was`;
    case 'person':
      return `Take back what ${aim.name} did`;
  }
}

interface OutlookProps {
  readonly aim: Aim;
  readonly shown: GoingBackShown;
  readonly workbook: Workbook;
  readonly onOpenBackup: (backup: string) => void;
}

const MOST_SHOWN = 6;

function Outlook({ aim, shown, workbook, onOpenBackup }: OutlookProps): ReactNode {
  const { back, since, trouble, backup } = shown;
  const first = useMemo(
    () => (back === null ? [] : firstChanges(workbook, back, MOST_SHOWN)),
    [workbook, back],
  );
  if (trouble !== null) return <p>{trouble}</p>;
  if (back === null || since === null) return <p className="t3">Working out what would change…</p>;
  const stays = whatStays(back);
  const at = 'at' in aim.moment ? aim.moment.at : since.at;
  return (
    <div className="hy-outlook">
      {at !== null && (
        <p className="t2">
          {aim.kind === 'person'
            ? `Everything written there since ${instantText(at)}, where nothing else was written after it.`
            : `As it stood on this computer ${'at' in aim.moment ? 'on' : 'just before'} ${instantText(at)}.`}
        </p>
      )}
      <p>
        <b className="med">{whatChanges(back)}</b>
      </p>
      {first.length > 0 && (
        <ul className="hy-changes">
          {first.map(({ key, name, label, from, to }) => (
            <li key={key}>
              <span className="hy-name">{cutName(name, LONGEST_NAME)}</span>, {label.toLowerCase()}:{' '}
              {cutApart(from, to, LONGEST_NAME).join(' → ')}
            </li>
          ))}
          {back.fields > first.length && <li className="t3">and more</li>}
        </ul>
      )}
      {stays.length > 0 && (
        <ul className="hy-stays">
          {stays.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {!since.isWhole && (
        <p>
          The history on this computer does not know everything that changed since then
          {since.reach.from === null ? '' : `; it reaches back to ${instantText(since.reach.from)}`}. What it
          does not know stays as it is.
        </p>
      )}
      {back.command !== undefined && (
        <p className="t3 small">
          A backup is made before. Other sites receive this like any other change, and undo takes it back as
          one step.
        </p>
      )}
      <AsItWas shown={shown} onOpenBackup={() => backup !== null && onOpenBackup(backup.backup)} />
    </div>
  );
}

interface AsItWasProps {
  readonly shown: GoingBackShown;
  readonly onOpenBackup: () => void;
}

function AsItWas({ shown: { backup }, onOpenBackup }: AsItWasProps): ReactNode {
  return (
    <div className="hy-beside">
      <p className="t2">
        {backup === null
          ? 'No backup on this computer is older than that.'
          : `Or only look: the newest backup before then is of ${instantText(backup.created)}. It opens as a workbook of its own, beside this one.`}
      </p>
      {backup !== null && <Button onPress={onOpenBackup}>Open the plan as it was</Button>}
    </div>
  );
}
