import { Button } from './Button';
import { StatusShape } from './StatusShape';

export interface ConflictValue {
  readonly text: string;
  /** Who wrote it, and when, in words. */
  readonly by: string;
}

export interface ConflictChoiceProps {
  /** The field that has several values. */
  readonly label: string;
  /** Instead of how many values it has. */
  readonly question?: string;
  /** The one shown first. */
  readonly values: readonly ConflictValue[];
  readonly onChoose: (index: number) => void;
}

/** Values that were written apart, and the buttons that settle on one. */
export function ConflictChoice({ label, question, values, onChoose }: ConflictChoiceProps) {
  // Two people may agree in one of the fields that are chosen together.
  const different = new Set(values.map(({ text }) => text)).size;
  return (
    <section className="conflict" aria-label={`${label}: choose a value`}>
      <p className="med">
        <StatusShape kind="decide">
          {question ?? `${label} has ${String(different)} values. Choose one.`}
        </StatusShape>
      </p>
      <ul>
        {values.map((value, index) => (
          // Their order says which is shown.
          <li key={`${index}${value.text}`}>
            <div>
              <span className="conflict-value num">{value.text === '' ? '(empty)' : value.text}</span>
              <span className="t3 small">{value.by}</span>
            </div>
            <Button
              label={`Keep ${value.text === '' ? 'empty' : value.text}, by ${value.by}`}
              onPress={() => onChoose(index)}
            >
              Keep
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
