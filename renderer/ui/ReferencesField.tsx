import { X } from 'lucide-react';
import type { Choice } from './choice';
import { ComboBox } from './ComboBox';
import { IconButton } from './IconButton';

export interface ReferencesFieldProps {
  readonly label: string;
  /** `Link a task`: what the field under the list is for. */
  readonly addLabel: string;
  readonly value: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly description?: string;
  readonly isDisabled?: boolean;
}

/** Several records of another register: those named, each with a way to take it out, and a field to add one. */
export function ReferencesField(props: ReferencesFieldProps) {
  const { label, addLabel, value, choices, onChange, description, isDisabled = false } = props;
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  return (
    <div className="references">
      <ul aria-label={label}>
        {value.map((id) => {
          const name = byId.get(id)?.label ?? 'A missing record';
          return (
            <li key={id}>
              <span className="clip" title={name}>
                {name}
              </span>
              <span className="t3 small num">{byId.get(id)?.hint}</span>
              {!isDisabled && (
                <IconButton
                  label={`Take out ${name}`}
                  onPress={() => onChange(value.filter((other) => other !== id))}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {!isDisabled && (
        <ComboBox
          key={value.join()}
          label={addLabel}
          hidesLabel
          placeholder={addLabel}
          {...(description === undefined ? {} : { description })}
          value={null}
          choices={choices.filter(({ id }) => !value.includes(id))}
          onChange={(id) => {
            if (id !== null) onChange([...value, id]);
          }}
        />
      )}
    </div>
  );
}
