import { Columns3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckMenu, type CheckMenuProps } from './CheckMenu';
import { arrangedColumns, chosenColumns, type ColumnView, type PageColumn } from './grid/columnView';
import { IconButton } from './IconButton';

/** Which columns of a table are shown. */
export function ColumnsMenu(props: Pick<CheckMenuProps, 'choices' | 'chosen' | 'onChange'>): ReactNode {
  return (
    <CheckMenu
      label="Columns"
      trigger={
        <IconButton label="Columns">
          <Columns3 size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
      {...props}
    />
  );
}

export interface PageColumnsMenuProps {
  /** All that the page can show. */
  readonly all: readonly PageColumn[];
  /** How many of the first are always there. */
  readonly pinned?: number;
  readonly view: Pick<ColumnView, 'columns' | 'shown'>;
  readonly onChange: (part: Pick<ColumnView, 'shown'>) => void;
}

/** The same for a page that has columns of its own. */
export function PageColumnsMenu({ all, pinned = 1, view, onChange }: PageColumnsMenuProps): ReactNode {
  const always = all.slice(0, pinned).map(({ id }) => id);
  return (
    <ColumnsMenu
      choices={all.slice(pinned)}
      chosen={arrangedColumns(all, view).map(({ id }) => id)}
      onChange={(chosen) => {
        onChange({ shown: chosenColumns(all, view, [...always, ...chosen]) });
      }}
    />
  );
}
