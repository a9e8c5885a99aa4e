/** The report of a merge as a file: what came from whom, what it did, what was decided since and what waits. */
import type { ReactNode } from 'react';
import type { MergeReportFormat } from '../../../shared/domain/review/mergeAccount';
import { useSaveMergeReport } from '../../state/exporting';
import { accountOf, type LastMerge } from '../../state/lastMerge';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { Menu } from '../../ui/Menu';

const FORMATS: readonly { readonly id: MergeReportFormat; readonly label: string }[] = [
  { id: 'html', label: 'Web page, to read and to send' },
  { id: 'pdf', label: 'PDF, to print' },
  { id: 'xlsx', label: 'Excel, to sort and filter' },
  { id: 'json', label: 'JSON, for other programs' },
];

export interface SaveReportMenuProps {
  /** Null where it was made in an earlier window: what was kept of it is in the report. */
  readonly merge: Omit<LastMerge, 'workbook'> | null;
}

export function SaveReportMenu({ merge }: SaveReportMenuProps): ReactNode {
  const save = useSaveMergeReport();
  const today = useToday();
  return (
    <Menu
      label="Save the report as"
      trigger={<Button>Save the report…</Button>}
      groups={[FORMATS]}
      onAction={(id) => {
        const format = FORMATS.find((known) => known.id === id)?.id ?? 'html';
        save(format, merge === null ? undefined : accountOf(merge, today));
      }}
    />
  );
}
