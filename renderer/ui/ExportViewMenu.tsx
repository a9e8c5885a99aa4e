import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ViewFormat } from '../../shared/domain/records/shownRecords';
import { IconButton } from './IconButton';
import { Menu } from './Menu';

export interface ExportViewMenuProps {
  readonly onExport: (format: ViewFormat) => void;
}

/** What the page shows as a file: the same columns, records and order. */
export function ExportViewMenu({ onExport }: ExportViewMenuProps): ReactNode {
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
          { id: 'xlsx', label: 'Excel, just what is shown' },
          { id: 'csv', label: 'CSV, just what is shown' },
        ],
      ]}
      onAction={(id) => {
        onExport(id === 'csv' ? 'csv' : 'xlsx');
      }}
    />
  );
}
