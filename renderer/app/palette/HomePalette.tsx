/** The palette while no workbook is open: the plans on this computer, and how to begin. */
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { BookOpen, FlaskConical } from 'lucide-react';
import { summaryName, type PlanSummary } from '../../../shared/ipc/planSummary';
import { desktop } from '../../platform/desktop';
import { instantText } from '../../ui/moments';
import type { Actions } from '../useWindowCommands';
import { fitting, grouped, queryOf, type Findings, type Offer } from './entry';
import { Palette } from './Palette';
import { commandOffers, learnOffers } from './windowOffers';

interface Props {
  readonly actions: Actions;
  readonly onOpen: (workbook: string) => void;
  readonly onClose: () => void;
}

const MOST_PLANS = 8;

function kindOf(scenario: PlanSummary['scenario'], restored: PlanSummary['restored']): string {
  if (scenario !== null) return 'What-if';
  return restored === null ? 'Workbook' : `Workbook as of ${instantText(restored.at)}`;
}

export function HomePalette({ actions, onOpen, onClose }: Props): ReactNode {
  const [plans, setPlans] = useState<readonly PlanSummary[]>([]);
  useEffect(() => {
    // The list on the page behind says what went wrong, if anything did.
    void desktop.call('workbooks.list', null).then((listed) => {
      if (!listed.ok) return;
      const offered = listed.value.filter(({ scenario }) => scenario?.archived !== true);
      setPlans([...offered].sort((a, b) => b.modified - a.modified));
    });
  }, []);
  const places = useMemo(
    () =>
      plans.map(({ id, name, scenario, restored }): Offer => {
        return {
          id: `plan.${id}`,
          icon: scenario === null ? <BookOpen /> : <FlaskConical />,
          title: summaryName({ name: name === '' ? 'Plan without a name' : name, scenario }),
          detail: `${kindOf(scenario, restored)} on this computer`,
          run: () => {
            onOpen(id);
          },
        };
      }),
    [plans, onOpen],
  );
  const deeds = useMemo(() => commandOffers(actions, { undo: undefined, redo: undefined }), [actions]);
  const learn = useMemo(() => learnOffers(actions), [actions]);
  const find = useCallback(
    (typed: string): Findings => {
      const { wanted, scope } = queryOf(typed);
      const groups = grouped([
        { title: 'Go to', entries: scope === 'everything' ? fitting(places, wanted, MOST_PLANS) : [] },
        { title: 'Do', entries: fitting(deeds, wanted, deeds.length) },
        { title: 'Learn', entries: scope === 'everything' ? fitting(learn, wanted, MOST_PLANS) : [] },
      ]);
      if (groups.length > 0) return { groups };
      return {
        groups,
        note: 'No workbook and no command has these words. What is inside a workbook is found when it is open.',
      };
    },
    [places, deeds, learn],
  );
  return <Palette find={find} placeholder="A workbook, or what to do" onClose={onClose} />;
}
