import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Choice } from './choice';

export interface ChoiceListProps {
  /** Absent where the field around it holds them. */
  readonly choices?: readonly Choice[];
}

/** The list that opens under a field: each choice with its quieter second word. */
export function ChoiceList({ choices }: ChoiceListProps) {
  return (
    <Popover className="pop list-pop">
      <ListBox<Choice>
        className="list"
        {...(choices === undefined ? {} : { items: choices })}
        renderEmptyState={() => <p className="list-empty">Nothing matches.</p>}
      >
        {(choice) => (
          <ListBoxItem className="list-item" id={choice.id} textValue={choice.label}>
            <span className="clip">{choice.label}</span>
            {choice.hint !== undefined && <span className="t3 small hint">{choice.hint}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
