/** The report of a merge as a file: what came from whom, what it did, what was decided since and what waits. */
import type { ReactNode } from 'react';
import { planOf } from '../../../shared/domain/plan';
import { mergeAccount, type MergeReportFormat } from '../../../shared/domain/review/mergeAccount';
import { useSaveMergeReport } from '../../state/exporting';
import type { LastMerge } from '../../state/lastMerge';
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
  /** Without one the report says only what waits. */
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
        if (merge === null) {
          save(format);
          return;
        }
        const { before, after, changes, fileName } = merge;
        const plans = { before: planOf(before, today), after: planOf(after, today) };
        save(format, mergeAccount({ into: '', from: [fileName] }, { ...plans, changes }));
      }}
    />
  );
}
