import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { TextField } from '../../ui/TextField';

export interface NameDialogProps {
  readonly title: string;
  /** What it bears now; empty for a new one. */
  readonly name: string;
  readonly action: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
  /** Names to choose instead of typing. */
  readonly examples?: readonly string[];
  readonly children?: ReactNode;
}

const MOST_LETTERS = 120;

/** Asks what a what-if is called. */
export function NameDialog(props: NameDialogProps): ReactNode {
  const { title, name, action, onName, onClose, examples = [], children } = props;
  const [typed, setTyped] = useState(name);
  const isNamed = typed.trim() !== '';
  const finish = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isNamed) onName(typed.trim());
  };
  return (
    <DialogBox
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!isNamed}
            onPress={() => {
              onName(typed.trim());
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
      <form className="sc-name" onSubmit={finish}>
        <TextField
          label="Name"
          value={typed}
          onChange={setTyped}
          maxLength={MOST_LETTERS}
          placeholder="What would be different?"
          autoFocus
        />
        {examples.length > 0 && (
          <div className="sc-examples" role="group" aria-label="Examples">
            {examples.map((example) => (
              <Button
                key={example}
                variant="quiet"
                onPress={() => {
                  setTyped(example);
                }}
              >
                {example}
              </Button>
            ))}
          </div>
        )}
      </form>
    </DialogBox>
  );
}
