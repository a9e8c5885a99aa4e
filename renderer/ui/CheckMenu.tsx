import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Choice } from './choice';

export interface CheckMenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** In the order of the choices. */
  readonly onChange: (ids: readonly string[]) => void;
}

/** Several of a list, each on or off; the menu stays open while choosing. */
export function CheckMenu({ label, trigger, choices, chosen, onChange }: CheckMenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="pop list-pop" offset={4}>
        <Menu
          className="list"
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={chosen}
          shouldCloseOnSelect={false}
          onSelectionChange={(keys) =>
            onChange(choices.flatMap(({ id }) => (keys === 'all' || keys.has(id) ? [id] : [])))
          }
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} textValue={choice.label} className="list-item">
              {({ isSelected }) => (
                <>
                  <span className={isSelected ? 'check on' : 'check'} aria-hidden>
                    {isSelected && (
                      <svg viewBox="0 0 12 12" width="12" height="12">
                        <path
                          d="m2.4 6.3 2.4 2.4 4.8-5.4"
                          fill="none"
                          stroke="currentColor"
                          strokeWidth="1.7"
                        />
                      </svg>
                    )}
                  </span>
                  <span className="clip">{choice.label}</span>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
