import { memo, useId, type ReactNode } from 'react';
import type { Choice } from '../../../shared/domain/scenario/choices';
import type { ComparedField, ScenarioChange } from '../../../shared/domain/scenario/compareScenario';
import { goTo, pageOf } from '../../state/navigation';
import { Checkbox } from '../../ui/Checkbox';
import { StatusShape } from '../../ui/StatusShape';

export interface ChangeRowProps {
  readonly change: ScenarioChange;
  readonly choice: Choice;
  readonly onChoose: (key: string, choice: Choice) => void;
}

const VERBS = { added: 'New', changed: '', archived: 'Into the bin', restored: 'Back from the bin' } as const;

/** One change: its fields in the three states, and whether it comes in. */
export const ChangeRow = memo(function ChangeRow({ change, choice, onChoose }: ChangeRowProps): ReactNode {
  const id = useId();
  return (
    <li className={choice === 'leave' ? 'sc-row is-left' : 'sc-row'} aria-labelledby={id}>
      <div className="sc-what">
        {change.beside === 'question' ? (
          <p id={id} className="med sc-record" title={change.recordName}>
            {change.recordName}
          </p>
        ) : (
          <Checkbox
            isChecked={choice !== 'leave'}
            onChange={(isTaken) => {
              onChoose(change.key, isTaken ? 'take' : 'leave');
            }}
          >
            <span id={id} className="med sc-record" title={change.recordName}>
              {change.recordName}
            </span>
          </Checkbox>
        )}
        <Details change={change} />
        {change.beside === 'question' && (
          <StatusShape kind="decide">Both changed it. Choose one side, or decide later.</StatusShape>
        )}
        {change.beside === 'joins' && <p className="t3 small">Both changed it; both come together.</p>}
      </div>
      {change.beside === 'question' ? (
        <Question change={change} choice={choice} onChoose={onChoose} label={id} />
      ) : (
        <Values change={change} />
      )}
    </li>
  );
});

function Details({ change }: { readonly change: ScenarioChange }): ReactNode {
  const { kind, register, id, fields } = change;
  const page = pageOf(register);
  const isHere = kind !== 'added' && page !== undefined;
  const verb = VERBS[kind];
  const labels = kind === 'changed' && fields.length === 1 ? (fields[0]?.label ?? '') : verb;
  return (
    <p className="sc-details t2 small">
      {labels}
      {isHere && (
        <button
          className="link-button"
          aria-label={`Show “${change.recordName}” in the plan`}
          onClick={() => {
            goTo({ page, record: { register, id } });
          }}
        >
          Show
        </button>
      )}
    </p>
  );
}

/** Of a new record so many fields are listed, and the rest is counted. */
const MOST_FIELDS = 6;

function Values({ change }: { readonly change: ScenarioChange }): ReactNode {
  const { kind, fields } = change;
  return (
    <>
      <Value heading="Before" isNone={kind === 'added'}>
        <Fields fields={fields} which="base" />
      </Value>
      <Value heading="Plan now" isNone={kind === 'added'}>
        <Fields fields={fields} which="plan" />
      </Value>
      <Value heading="What-if" isNew isNone={fields.length === 0}>
        <Fields fields={fields.slice(0, MOST_FIELDS)} which="scenario" isNamed={kind === 'added'} />
        {fields.length > MOST_FIELDS && (
          <span className="t3 small">and {fields.length - MOST_FIELDS} more fields</span>
        )}
      </Value>
    </>
  );
}

interface ValueProps {
  /** For screen readers and narrow windows, where no head stands above. */
  readonly heading: string;
  readonly isNew?: boolean;
  /** There is no such record, or nothing in it. */
  readonly isNone?: boolean;
  readonly children: ReactNode;
}

function Value({ heading, isNew = false, isNone = false, children }: ValueProps): ReactNode {
  return (
    <div className={`sc-value${isNew ? ' is-new' : ''}${isNone ? ' is-none' : ''}`}>
      <span className="sc-value-head">{heading}</span>
      {isNone ? '–' : children}
    </div>
  );
}

interface FieldsProps {
  readonly fields: readonly ComparedField[];
  readonly which: 'base' | 'plan' | 'scenario';
  /** The label stands before each even where there is one only. */
  readonly isNamed?: boolean;
}

function Fields({ fields, which, isNamed = fields.length > 1 }: FieldsProps): ReactNode {
  return fields.map((field) => (
    <span key={field.field} className="sc-field">
      {isNamed && <small>{field.label}</small>}
      {field[which] === '' ? 'Empty' : field[which]}
    </span>
  ));
}

interface QuestionProps extends ChangeRowProps {
  /** The id of what names it. */
  readonly label: string;
}

/** The plan’s value, the what-if’s, or both for later. */
function Question({ change, choice, onChoose, label }: QuestionProps): ReactNode {
  const option = (wanted: Choice, heading: string, className: string, children: ReactNode): ReactNode => (
    <label className={choice === wanted ? `sc-option ${className} is-on` : `sc-option ${className}`}>
      <span className="sc-option-head">
        <input
          className="choice-mark"
          type="radio"
          name={change.key}
          checked={choice === wanted}
          onChange={() => {
            onChoose(change.key, wanted);
          }}
        />
        {heading}
      </span>
      {children}
    </label>
  );
  return (
    <>
      <Value heading="Before">
        <Fields fields={change.fields} which="base" />
      </Value>
      <div className="sc-options" role="radiogroup" aria-labelledby={label}>
        {option('leave', 'Plan now', 'is-mine', <Fields fields={change.fields} which="plan" />)}
        {option('take', 'What-if', 'is-theirs', <Fields fields={change.fields} which="scenario" />)}
        {option('ask', 'Decide later under Review', 'is-later', null)}
      </div>
    </>
  );
}
