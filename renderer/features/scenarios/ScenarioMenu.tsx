import type { ReactNode } from 'react';
import { MoreHorizontal } from 'lucide-react';
import type { Scenario } from '../../state/scenarios';
import { IconButton } from '../../ui/IconButton';
import { Menu } from '../../ui/Menu';

/** What can be done with one of them. */
export interface ScenarioWays {
  readonly onOpen: (id: string) => void;
  readonly onCompare: (id: string) => void;
  readonly onRename: (scenario: Scenario) => void;
  readonly onDelete: (scenario: Scenario) => void;
}

export interface ScenarioMenuProps {
  readonly scenario: Scenario;
  readonly ways: ScenarioWays;
}

const ACTIONS = [
  [{ id: 'open', label: 'Go on trying' }],
  [
    { id: 'rename', label: 'Rename…' },
    { id: 'delete', label: 'Delete', isDanger: true },
  ],
] as const;

export function ScenarioMenu({ scenario, ways }: ScenarioMenuProps): ReactNode {
  return (
    <Menu
      label={`More for “${scenario.name}”`}
      trigger={
        <IconButton label={`More for “${scenario.name}”`}>
          <MoreHorizontal className="i" aria-hidden />
        </IconButton>
      }
      groups={ACTIONS}
      onAction={(action) => {
        if (action === 'open') ways.onOpen(scenario.id);
        else if (action === 'rename') ways.onRename(scenario);
        else ways.onDelete(scenario);
      }}
    />
  );
}
