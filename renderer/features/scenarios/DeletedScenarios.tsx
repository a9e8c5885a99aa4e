import type { ReactNode } from 'react';
import type { Scenario } from '../../state/scenarios';
import { Button } from '../../ui/Button';

export interface DeletedScenariosProps {
  readonly scenarios: readonly Scenario[];
  readonly onBringBack: (id: string) => void;
}

/** What was deleted is kept: somebody’s work may be in it. */
export function DeletedScenarios({ scenarios, onBringBack }: DeletedScenariosProps): ReactNode {
  if (scenarios.length === 0) return null;
  return (
    <details className="sc-deleted">
      <summary>
        {scenarios.length === 1 ? 'One deleted what-if' : `${String(scenarios.length)} deleted what-ifs`}
      </summary>
      <ul>
        {scenarios.map(({ id, name }) => (
          <li key={id}>
            <span className="clip" title={name}>
              {name}
            </span>
            <Button
              variant="quiet"
              label={`Bring back “${name}”`}
              onPress={() => {
                onBringBack(id);
              }}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
