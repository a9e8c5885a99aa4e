/** Choosing many at once, and applying what is chosen. */
import type { ReactNode } from 'react';
import { choicesLabel } from '../../../shared/domain/commands/review';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { optionBy, writersOf, type Decision } from '../../../shared/domain/review/decisions';
import { originsOf } from '../../../shared/domain/review/origins';
import type { LastMerge } from '../../state/lastMerge';
import { Button } from '../../ui/Button';
import { ChoiceBar } from '../../ui/ChoiceBar';
import type { DecisionCardProps } from './DecisionCard';
import type { Choices } from './useChoices';

/** More people than this have no button of their own. */
const MOST_WRITERS = 3;

export interface ReviewBarProps {
  readonly decisions: readonly Decision[];
  readonly me: number;
  readonly nameOf: DecisionCardProps['nameOf'];
  /** The last merge, where it is known what it brought. */
  readonly merge: LastMerge | null;
  readonly choices: Choices;
}

export function ReviewBar({ decisions, me, nameOf, merge, choices }: ReviewBarProps): ReactNode {
  const writers = writersOf(decisions);
  const isMineAlone = writers.every(({ writer }) => writer === me);
  return (
    <ChoiceBar
      label="Choices"
      standing={`${formatNumber(choices.count)} of ${formatNumber(decisions.length)} chosen`}
    >
      {merge !== null && isMineAlone ? (
        <OriginButtons merge={merge} choices={choices} />
      ) : (
        <>
          <WriterButtons {...{ writers, me, nameOf, choices }} />
          <Button variant="quiet" onPress={choices.chooseNewest}>
            Newest each
          </Button>
        </>
      )}
      {choices.count > 0 && (
        <Button variant="quiet" onPress={choices.clear}>
          Clear
        </Button>
      )}
      <Button variant="primary" isDisabled={choices.count === 0} onPress={choices.apply}>
        {choices.count === 0 ? 'Apply choices' : choicesLabel(choices.count)}
      </Button>
    </ChoiceBar>
  );
}

/** In a what-if a person answers to herself: what tells the values apart is where they were written. */
function OriginButtons({
  merge,
  choices,
}: {
  readonly merge: LastMerge;
  readonly choices: Choices;
}): ReactNode {
  return (
    <>
      <Button
        variant="quiet"
        label={`Choose what stood here before “${merge.fileName}” came in`}
        onPress={() => {
          choices.chooseEach((decision) => originsOf(merge.before, decision)?.here[0]);
        }}
      >
        All written here
      </Button>
      <Button
        variant="quiet"
        label={`Choose what came with “${merge.fileName}”`}
        onPress={() => {
          choices.chooseEach((decision) => originsOf(merge.before, decision)?.came[0]);
        }}
      >
        All brought in
      </Button>
    </>
  );
}

interface WriterButtonsProps extends Pick<ReviewBarProps, 'me' | 'nameOf' | 'choices'> {
  readonly writers: ReturnType<typeof writersOf>;
}

function WriterButtons({ writers: all, me, nameOf, choices }: WriterButtonsProps): ReactNode {
  const others = all.filter(({ writer }) => writer !== me);
  const writers = [...all.filter(({ writer }) => writer === me), ...others].slice(0, MOST_WRITERS);
  const isBetweenTwo = all.length === 2 && others.length === 1;
  return writers.map(({ writer, name, count }) => (
    <Button
      key={writer}
      variant="quiet"
      label={`Choose what ${nameOf({ by: name, writer })} wrote, ${String(count)} values`}
      onPress={() => {
        choices.chooseEach((decision) => optionBy(decision, writer));
      }}
    >
      {writer === me ? 'All mine' : isBetweenTwo ? 'All theirs' : `All by ${nameOf({ by: name, writer })}`}
    </Button>
  ));
}
