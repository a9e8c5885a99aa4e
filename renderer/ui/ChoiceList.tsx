import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Choice } from './choice';

export interface ChoiceListProps {
  /** Absent where the field around it holds them. */
  readonly choices?: readonly Choice[];
  /** That there are more than are listed, in a sentence. */
  readonly more?: string;
}

/** The list that opens under a field: each choice with its quieter second word. */
export function ChoiceList({ choices, more }: ChoiceListProps) {
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
      {more !== undefined && <p className="list-empty">{more}</p>}
    </Popover>
  );
}
