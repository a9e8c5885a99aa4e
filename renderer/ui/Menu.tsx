import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { Chord } from '../../shared/domain/keys/keyTable';
import { Keycaps } from './Kbd';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: Chord;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
}

export interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Groups, parted by a line. */
  readonly groups: readonly (readonly MenuAction[])[];
  readonly onAction: (id: string) => void;
}

/** Commands behind a button. */
export function Menu({ label, trigger, groups, onAction }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="pop list-pop" offset={4}>
        <AriaMenu className="list" aria-label={label} onAction={(key) => onAction(String(key))}>
          {groups.flatMap((group, index) => [
            ...(index === 0 ? [] : [<Separator key={`line-${index}`} />]),
            ...group.map((action) => (
              <MenuItem
                key={action.id}
                id={action.id}
                textValue={action.label}
                isDisabled={action.isDisabled ?? false}
                className={action.isDanger === true ? 'list-item is-danger' : 'list-item'}
              >
                {action.icon}
                {action.label}
                {action.keys !== undefined && <Keycaps chord={action.keys} />}
              </MenuItem>
            )),
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A closing menu hands the keyboard back to its button in the next frame; only then can something else take it. */
export function afterMenu(run: () => void): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(run);
  });
}
