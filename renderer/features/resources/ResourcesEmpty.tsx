import { ChartGantt, UserPlus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { registerView } from '../../../shared/domain/registers/registerViews';
import { toggleGuide } from '../../state/guide';
import { goTo } from '../../state/navigation';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';

export interface ResourcesEmptyProps {
  readonly hasPeople: boolean;
  readonly onAdd: () => void;
}

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** No assignment yet. */
export function ResourcesEmpty({ hasPeople, onAdd }: ResourcesEmptyProps): ReactNode {
  const { question = '', reason } = registerView('assignments') ?? {};
  return (
    <EmptyState
      question={question}
      purpose="An assignment says who works on a task and how much of the day it takes. Week by week this page sets that against the time people have beside their patients, and names the weeks that cannot work."
      {...(reason === undefined ? {} : { reason })}
      onLearn={toggleGuide}
      starts={[
        {
          id: 'one',
          icon: <UserPlus {...ICON} />,
          title: 'Assign the first person',
          text: hasPeople
            ? 'Begin with the one everybody asks for: they are the first with too much.'
            : 'There is nobody in Team yet. Begin there.',
          action: (
            <Button variant={hasPeople ? 'primary' : 'default'} isDisabled={!hasPeople} onPress={onAdd}>
              Assign somebody
            </Button>
          ),
        },
        {
          id: 'time',
          icon: <Users {...ICON} />,
          title: hasPeople ? 'Say how much time people have' : 'Add the people first',
          text: 'In Team, open a person and fill in Employment and Free for the project. A calendar of their own holds their days off.',
          action: (
            <Button
              variant={hasPeople ? 'default' : 'primary'}
              onPress={() => {
                goTo({ page: 'team' });
              }}
            >
              Open Team
            </Button>
          ),
        },
        {
          id: 'task',
          icon: <ChartGantt {...ICON} />,
          title: 'Or from a task',
          text: 'The details of every task in the Timeline have a place for who is assigned.',
          action: (
            <Button
              onPress={() => {
                goTo({ page: 'timeline' });
              }}
            >
              Open the timeline
            </Button>
          ),
        },
      ]}
      preview={<Preview />}
    />
  );
}

const SAMPLE: readonly (readonly [string, readonly number[]])[] = [
  ['Maria Ortega', [40, 60, 120, 140, 80]],
  ['Dr. Priya Shah', [20, 20, 40, 40, 20]],
  ['Luis Romero', [0, 50, 50, 90, 90]],
  ['Sam Becker', [100, 100, 60, 0, 0]],
];

function Preview(): ReactNode {
  return (
    <table className="plain num">
      <tbody>
        {SAMPLE.map(([name, percents]) => (
          <tr key={name}>
            <td>{name}</td>
            {percents.map((percent, index) => (
              <td key={index} className={`n ${bandOf(percent)}`}>
                {percent === 0 ? '–' : `${String(percent)}%`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function bandOf(percent: number): string {
  return percent === 0 ? '' : percent > 100 ? 'band-3' : percent >= 80 ? 'band-2' : 'band-1';
}
