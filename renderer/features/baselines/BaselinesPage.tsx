/** Baselines: what has become of the plan since one of them, or the list of all. */
import { Camera } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { problem } from '../../../shared/domain/base/problem';
import { problemText } from '../../../shared/domain/base/problemText';
import { checkedHead } from '../../../shared/domain/baseline/baselineFindings';
import { baselineLabel, sinceSentence } from '../../../shared/domain/baseline/baselineWords';
import { baselinesByDay, sinceBaseline } from '../../../shared/domain/baseline/compareBaseline';
import { plain, type Sentence } from '../../../shared/domain/format/sentence';
import type { Plan } from '../../../shared/domain/plan';
import { definitionOf, type Baseline } from '../../../shared/domain/registers/all';
import { registerView } from '../../../shared/domain/registers/registerViews';
import { toggleGuide } from '../../state/guide';
import { usePlace, type Place } from '../../state/navigation';
import { rememberedView } from '../../state/rememberedView';
import { usePlan } from '../../state/session';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { Comparison } from './Comparison';
import './baselines.css';

interface BaselinesView {
  readonly shows: 'compare' | 'list';
  /** The id of the baseline that is compared; the latest without one. */
  readonly baseline: string | null;
}

const useBaselinesView = rememberedView<BaselinesView>();
const FIRST_VIEW: BaselinesView = { shows: 'compare', baseline: null };

export interface BaselinesPageProps {
  readonly onTake: () => void;
  /** The register as a table, with these buttons in its head. */
  readonly list: (buttons: ReactNode) => ReactNode;
}

export function BaselinesPage({ onTake, list }: BaselinesPageProps): ReactNode {
  const plan = usePlan();
  const [view, change] = useBaselinesView('baselines', () => FIRST_VIEW);
  const { live, archived } = plan.workbook.tables.baselines;
  const place = usePlace();
  const [followed, setFollowed] = useState<Place | null>(null);
  if (place !== followed) {
    setFollowed(place);
    if (place.record?.register === 'baselines' || place.view?.register === 'baselines')
      change({ shows: 'list' });
  }
  const buttons = (
    <>
      {live.length + archived.length > 0 && (
        <Segmented
          label="Show"
          value={view.shows}
          onChange={(shows) => {
            change({ shows });
          }}
          segments={[
            { id: 'compare', label: 'What has moved' },
            { id: 'list', label: 'All baselines' },
          ]}
        />
      )}
      {live.length > 0 && (
        <Button variant="primary" icon={<Camera size={16} strokeWidth={1.5} aria-hidden />} onPress={onTake}>
          Take baseline
        </Button>
      )}
    </>
  );
  if (view.shows === 'list' && live.length + archived.length > 0) return list(buttons);
  const all = baselinesByDay(plan.workbook);
  // The chosen one may be in the bin by now.
  const baseline = all.find(({ id }) => id === view.baseline) ?? all[0];
  if (baseline === undefined) return <NoBaseline buttons={buttons} onTake={onTake} />;
  return (
    <Compared
      plan={plan}
      baseline={baseline}
      all={all}
      onChoose={(baseline) => {
        change({ baseline });
      }}
      buttons={buttons}
    />
  );
}

interface ComparedProps {
  readonly plan: Plan;
  readonly baseline: Baseline;
  readonly all: readonly Baseline[];
  readonly onChoose: (baseline: string) => void;
  readonly buttons: ReactNode;
}

function Compared({ plan, baseline, all, onChoose, buttons }: ComparedProps): ReactNode {
  const since = useMemo(() => sinceBaseline(plan, baseline), [plan, baseline]);
  const answer: Sentence =
    since === null ? [plain(unreadable(baseline))] : sinceSentence(since, plan.budget.currency);
  return (
    <>
      <PageHead title="Baselines" answer={answer}>
        {buttons}
      </PageHead>
      <div className="toolbar" role="toolbar" aria-label="Baselines">
        <span className="t3">Compared with</span>
        <Select
          label="Baseline"
          hidesLabel
          value={baseline.id}
          choices={all.map((each) => ({ id: each.id, label: baselineLabel(each) }))}
          onChange={onChoose}
        />
        {baseline.reason !== '' && (
          <span className="t2 clip bl-reason" title={baseline.reason}>
            {baseline.reason}
          </span>
        )}
      </div>
      {since !== null && <Comparison plan={plan} since={since} />}
    </>
  );
}

function unreadable(baseline: Baseline): string {
  const title = baseline.name;
  const isUnsealed = checkedHead(baseline).kind === 'unsealed';
  return problemText(
    isUnsealed ? problem('baseline/unsealed', { title }) : problem('baseline/unreadable', { title }),
  );
}

function NoBaseline({
  buttons,
  onTake,
}: {
  readonly buttons: ReactNode;
  readonly onTake: () => void;
}): ReactNode {
  const { sample, question } = registerView('baselines') ?? {};
  return (
    <>
      <PageHead title="Baselines" answer={[plain('No baseline yet.')]}>
        {buttons}
      </PageHead>
      <EmptyState
        question={question ?? ''}
        purpose={definitionOf('baselines').purpose}
        onLearn={toggleGuide}
        starts={[
          {
            id: 'take',
            icon: <Camera size={18} strokeWidth={1.5} aria-hidden />,
            title: 'Keep the plan as it is now',
            text: 'The plan goes on; the baseline stays. Take one whenever something was agreed.',
            action: (
              <Button variant="primary" onPress={onTake}>
                Take the first baseline
              </Button>
            ),
          },
        ]}
        {...(sample === undefined
          ? {}
          : {
              preview: (
                <table className="plain">
                  <tbody>
                    {sample.map((cells) => (
                      <tr key={cells.join()}>
                        {cells.map((text) => (
                          <td key={text}>{text}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              ),
            })}
      />
    </>
  );
}
