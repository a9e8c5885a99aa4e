import { ListChecks, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { definitionOf } from '../../../shared/domain/registers/all';
import { registerView } from '../../../shared/domain/registers/registerViews';
import { toggleGuide } from '../../state/guide';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { StatusShape } from '../../ui/StatusShape';

export interface GatesEmptyProps {
  readonly onAddUsual: () => void;
  readonly onAdd: () => void;
}

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** A plan without gates. */
export function GatesEmpty({ onAddUsual, onAdd }: GatesEmptyProps): ReactNode {
  const { question = '', reason } = registerView('gates') ?? {};
  return (
    <EmptyState
      question={question}
      purpose={definitionOf('gates').purpose}
      {...(reason === undefined ? {} : { reason })}
      onLearn={toggleGuide}
      starts={[
        {
          id: 'usual',
          icon: <ListChecks {...ICON} />,
          title: 'Start with the usual gates',
          text: 'Seven, from 90 days before go-live to 30 days after it, with what should be true at each. Change what does not fit.',
          action: (
            <Button variant="primary" onPress={onAddUsual}>
              Add the usual gates
            </Button>
          ),
        },
        {
          id: 'one',
          icon: <Plus {...ICON} />,
          title: 'Write the first gate yourself',
          text: 'A name is enough to begin.',
          action: <Button onPress={onAdd}>Add a gate</Button>,
        },
      ]}
      preview={
        <table className="plain">
          <tbody>
            {SAMPLE.map(([kind, name, facts]) => (
              <tr key={name}>
                <td>
                  <StatusShape kind={kind} silent /> {name}
                </td>
                <td className="num">{facts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

const SAMPLE = [
  ['done', '90 days out', '8 of 8 · Go'],
  ['progress', '30 days out', '7 of 8 · Go with conditions'],
  ['todo', '14 days out', '3 of 8'],
  ['todo', 'Go / no-go', '0 of 6'],
] as const;
