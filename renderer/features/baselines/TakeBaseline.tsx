/** Asks what a new baseline is called and why it is taken, and takes it. */
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { nextBaselineName, takeBaseline } from '../../../shared/domain/baseline/takeBaseline';
import { registers } from '../../../shared/domain/registers/all';
import { useCommands } from '../../state/commands';
import { sayProblem } from '../../state/messages';
import { usePlan, useSession } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { TextField } from '../../ui/TextField';
import './baselines.css';

const { name: NAME } = registers.baselines.fields;

export interface TakeBaselineProps {
  readonly onClose: () => void;
}

export function TakeBaseline({ onClose }: TakeBaselineProps): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const commands = useCommands();
  const { document } = useSession();
  const [name, setName] = useState(() => nextBaselineName(plan.workbook));
  const [reason, setReason] = useState('');
  const isNamed = name.trim() !== '';
  const take = (): void => {
    if (!isNamed) return;
    const taken = takeBaseline(plan, {
      id: commands.newId(),
      name: name.trim(),
      takenOn: today,
      takenBy: document.authorName,
      reason,
    });
    if (!taken.ok) sayProblem(taken.error);
    else if (commands.run(taken.value)) {
      commands.sayDone(`“${name.trim()}” is taken. Show it on the timeline, or compare it on Baselines.`);
      onClose();
    }
  };
  return (
    <DialogBox
      title="Take a baseline"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={take} isDisabled={!isNamed}>
            Take baseline
          </Button>
        </>
      }
    >
      <p className="t2">
        The tasks, their dates and the costs of today are kept as they are, so that you can see later what has
        moved. The plan itself goes on as before.
      </p>
      <form
        className="bl-form"
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          take();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} maxLength={NAME.maxLength} autoFocus />
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          lines={3}
          placeholder="What was agreed, with whom?"
        />
      </form>
    </DialogBox>
  );
}
