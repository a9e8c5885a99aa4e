/** One question: the values that stand to choose, who wrote each and when, and what it would do to the plan. */
import { memo, useId, type ReactNode } from 'react';
import type { Decision, DecisionOption } from '../../../shared/domain/review/decisions';
import { goTo, pageOf } from '../../state/navigation';
import { Note } from '../../ui/Note';
import { momentText } from '../../ui/moments';

export interface DecisionCardProps {
  readonly decision: Decision;
  /** The place of the chosen option. */
  readonly chosen: number | undefined;
  readonly onChoose: (key: string, option: number) => void;
  /** The name of whoever looks at it; their own values have another color. */
  readonly me: string | undefined;
  /** By option; empty where nothing would change. */
  readonly effects: readonly string[];
  /** Why the last choice was refused. */
  readonly refusal: string | undefined;
}

const LONG_VALUE = 28;

export const DecisionCard = memo(function DecisionCard(props: DecisionCardProps): ReactNode {
  const { decision, chosen, onChoose, me, effects, refusal } = props;
  const { register, id, key } = decision;
  const titleId = useId();
  const page = pageOf(register);
  return (
    <article className="rv-card" aria-labelledby={titleId}>
      <div className="rv-head">
        <h3 id={titleId}>
          {page === undefined ? (
            decision.recordName
          ) : (
            <button
              className="link-button"
              onClick={() => {
                goTo({ page, record: { register, id } });
              }}
            >
              {decision.recordName}
            </button>
          )}
        </h3>
        <span className="t2">{decision.label}</span>
        <span className="sp" />
        <span className="t3 small">{decision.reason}</span>
      </div>
      <div className="rv-options" role="radiogroup" aria-labelledby={titleId}>
        {decision.options.map((option, index) => (
          <Option
            key={`${option.by}/${option.at}/${String(index)}`}
            group={key}
            option={option}
            isMine={option.by === me}
            effect={effects[index] ?? ''}
            isOn={chosen === index}
            onChoose={() => {
              onChoose(key, index);
            }}
          />
        ))}
      </div>
      {refusal !== undefined && (
        <div className="rv-refused">
          <Note tone="bad" title="This choice was not made.">
            {refusal}
          </Note>
        </div>
      )}
    </article>
  );
});

interface OptionProps {
  readonly group: string;
  readonly option: DecisionOption;
  readonly isMine: boolean;
  readonly effect: string;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}

function Option({ group, option, isMine, effect, isOn, onChoose }: OptionProps): ReactNode {
  const hasLabels = option.lines.length > 1;
  return (
    <label className={`rv-option ${isMine ? 'is-mine' : 'is-theirs'}${isOn ? ' is-on' : ''}`}>
      <span className="rv-mark">
        <input type="radio" name={group} checked={isOn} onChange={onChoose} />
        {option.by === '' ? 'Somebody' : option.by}
        {isMine && ' (you)'}
        {option.isShown && <span className="t3">as the plan stands</span>}
      </span>
      {option.lines.map(({ label, text }) => (
        <span key={label} className={text.length > LONG_VALUE ? 'rv-value is-long' : 'rv-value'}>
          {hasLabels && <small>{label}</small>}
          {text}
        </span>
      ))}
      {effect !== '' && <span className="t2 num">{effect}</span>}
      <span className="rv-who num">{momentText(option.at)}</span>
    </label>
  );
}
