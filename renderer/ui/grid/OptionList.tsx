import { useEffect, useRef } from 'react';
import type { GridOption } from './gridTypes';

export interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly GridOption[];
  readonly active: number;
  readonly onPick: (option: GridOption) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-o${index}`;
}

/** The choices under a cell's editor; the keyboard stays in the editor. */
export function OptionList({ id, label, options, active, onPick }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div id={id} ref={list} role="listbox" aria-label={label} className="list">
      {options.map((option, index) => (
        <div
          key={option.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className="list-item"
          // The editor must keep the keyboard, so the press may not move it.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          {option.label}
        </div>
      ))}
    </div>
  );
}
