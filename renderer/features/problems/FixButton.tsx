/** The button of a fix, alone or of many; one that has to know who opens the list of people. */
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FixOfMany } from '../../../shared/domain/commands/problemFixes';
import type { Workbook } from '../../../shared/domain/workbook';
import { Button } from '../../ui/Button';
import { Menu } from '../../ui/Menu';

export interface FixButtonProps {
  readonly fix: FixOfMany;
  readonly label: string;
  /** The whole of it for screen readers, where the label alone does not say which record is meant. */
  readonly spoken: string;
  readonly workbook: Workbook;
  /** @param person the one who was named, where the fix asks for one */
  readonly onFix: (fix: FixOfMany, person: string | null) => void;
}

export function FixButton({ fix, label, spoken, workbook, onFix }: FixButtonProps): ReactNode {
  if (fix.asksFor === 'nothing') {
    return (
      <Button
        variant="quiet"
        label={spoken}
        onPress={() => {
          onFix(fix, null);
        }}
      >
        {label}
      </Button>
    );
  }
  const people = workbook.tables.people.live.map(({ id, name }) => ({ id, label: name }));
  return (
    <Menu
      label={label}
      trigger={
        <Button variant="quiet" label={spoken}>
          {label}…
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </Button>
      }
      groups={[people]}
      onAction={(person) => {
        onFix(fix, person);
      }}
    />
  );
}
