/** Light, dark, high contrast, or as the system has it. */
import type { ReactNode } from 'react';
import type { Settings } from '../../shared/ipc/contract';

const THEMES: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

interface Props {
  readonly theme: Settings['theme'];
  readonly onChange: (theme: Settings['theme']) => void;
}

export function ThemePicker({ theme, onChange }: Props): ReactNode {
  return (
    <div className="seg" role="group" aria-label="Colors">
      {THEMES.map(([id, label]) => (
        <button
          key={id}
          aria-pressed={theme === id}
          onClick={() => {
            onChange(id);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
