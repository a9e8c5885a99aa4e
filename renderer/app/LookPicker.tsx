/** How the window looks: light, dark, high contrast or as the system has it, and how close rows stand. */
import type { ReactNode } from 'react';
import type { Settings } from '../../shared/ipc/contract';

type Look = Pick<Settings, 'theme' | 'density'>;

type Values<Value extends string> = readonly (readonly [Value, string])[];

const THEMES: Values<Look['theme']> = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

const DENSITIES: Values<Look['density']> = [
  ['compact', 'Compact rows'],
  ['comfortable', 'Comfortable rows'],
];

interface Props {
  readonly look: Look;
  readonly onChange: (change: Partial<Look>) => void;
}

export function LookPicker({ look, onChange }: Props): ReactNode {
  return (
    <div className="look-picker">
      <Options
        label="Colors"
        options={THEMES}
        value={look.theme}
        onChange={(theme) => {
          onChange({ theme });
        }}
      />
      <Options
        label="Rows"
        options={DENSITIES}
        value={look.density}
        onChange={(density) => {
          onChange({ density });
        }}
      />
    </div>
  );
}

interface OptionsProps<Value extends string> {
  readonly label: string;
  readonly options: Values<Value>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Options<Value extends string>({ label, options, value, onChange }: OptionsProps<Value>): ReactNode {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map(([id, text]) => (
        <button
          key={id}
          aria-pressed={value === id}
          onClick={() => {
            onChange(id);
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
