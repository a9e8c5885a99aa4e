import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ViewFormat } from '../../shared/domain/records/shownRecords';
import { IconButton } from './IconButton';
import { Menu } from './Menu';

export interface ExportViewMenuProps {
  readonly onExport: (format: ViewFormat) => void;
  /** What the file will hold, as the end of a sentence. */
  readonly content?: string;
}

/** What the page shows as a file: the same columns, records and order. */
export function ExportViewMenu({ onExport, content = 'just what is shown' }: ExportViewMenuProps): ReactNode {
  return (
    <Menu
      label="Export this view"
      trigger={
        <IconButton label="Export this view">
          <FileDown size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
      groups={[
        [
          { id: 'xlsx', label: `Excel, ${content}` },
          { id: 'csv', label: `CSV, ${content}` },
        ],
      ]}
      onAction={(id) => {
        onExport(id === 'csv' ? 'csv' : 'xlsx');
      }}
    />
  );
}
