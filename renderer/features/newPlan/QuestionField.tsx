/** One question of a starter pack: what it asks and where its figure comes from on the left, the answer on the right. */
import type { ReactNode } from 'react';
import { WEEKDAYS } from '../../../shared/domain/register/field';
import { MOST_LETTERS } from '../../../shared/domain/templates/acceptAnswer';
import type { Answer, Question } from '../../../shared/domain/templates/pack';
import { NumberField } from '../../ui/NumberField';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { Toggle } from '../../ui/Toggle';

export interface QuestionFieldProps {
  readonly question: Question;
  /** As typed; undefined while the proposed answer stands. */
  readonly entry: Answer | undefined;
  /** What holds if nothing is typed. */
  readonly proposed: Answer;
  /** What is wrong with the entry, in a sentence. */
  readonly error: string | undefined;
  /** Undefined takes the entry back. */
  readonly onChange: (entry: Answer | undefined) => void;
}

export function QuestionField(props: QuestionFieldProps): ReactNode {
  const { answer, help, source } = props.question;
  const note = [help, source === '' ? '' : `Source: ${source}`]
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
  switch (answer.kind) {
    case 'integer':
    case 'decimal':
      return <NumberAnswer {...props} note={note} />;
    case 'choice':
      return <ChoiceAnswer {...props} note={note} options={answer.options} />;
    case 'weekdays':
      return <WeekdaysAnswer {...props} note={note} />;
    case 'text':
    case 'code':
    case 'names':
      return <TextAnswer {...props} note={note} />;
  }
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

interface AnswerProps extends QuestionFieldProps {
  readonly note: string;
}

/** What react-aria fields take; an empty note is none. */
function words({ question, note, error }: AnswerProps): {
  label: string;
  description?: string;
  error?: string;
} {
  return {
    label: question.label,
    ...(note === '' ? {} : { description: note }),
    ...(error === undefined ? {} : { error }),
  };
}

function NumberAnswer(props: AnswerProps): ReactNode {
  const { question, entry, proposed, onChange } = props;
  const shown = entry ?? proposed;
  return (
    <div className="question">
      <NumberField
        {...words(props)}
        hasSteps
        value={typeof shown === 'number' ? shown : null}
        format={{ maximumFractionDigits: 6 }}
        {...(question.unit === '' ? {} : { unit: question.unit })}
        onChange={(value) => {
          onChange(value ?? undefined);
        }}
      />
    </div>
  );
}

/** Two or three short options lie side by side; more of them in a list. */
const MOST_SEGMENT_LETTERS = 36;

function ChoiceAnswer(
  props: AnswerProps & { readonly options: Readonly<Record<string, string>> },
): ReactNode {
  const { question, entry, proposed, options, note, error, onChange } = props;
  const choices = Object.entries(options).map(([id, label]) => ({ id, label }));
  const value = String(entry ?? proposed);
  const isShort = choices.map(({ label }) => label).join('').length <= MOST_SEGMENT_LETTERS;
  if (!isShort || error !== undefined) {
    return (
      <div className="question">
        <Select {...words(props)} choices={choices} value={value} onChange={onChange} />
      </div>
    );
  }
  return (
    <div className="question">
      <div className="field">
        <span className="field-label">{question.label}</span>
        <Segmented label={question.label} segments={choices} value={value} onChange={onChange} />
        {note !== '' && <span className="field-note">{note}</span>}
      </div>
    </div>
  );
}

function TextAnswer(props: AnswerProps): ReactNode {
  const { question, entry, proposed, onChange } = props;
  const isList = question.answer.kind === 'names';
  const usual = typeof proposed === 'object' ? proposed.join('\n') : String(proposed);
  const shown = typeof entry === 'string' ? entry : usual;
  return (
    <div className={isList ? 'question is-list' : 'question'}>
      <TextField
        {...words(props)}
        value={shown}
        placeholder={usual}
        maxLength={isList ? MOST_LETTERS * 40 : MOST_LETTERS}
        {...(isList ? { lines: Math.min(8, Math.max(2, shown.split('\n').length)) } : {})}
        onChange={onChange}
      />
    </div>
  );
}

const DAY_NAMES: Readonly<Record<(typeof WEEKDAYS)[number], string>> = {
  ...{ mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
};

function WeekdaysAnswer({ question, entry, proposed, note, error, onChange }: AnswerProps): ReactNode {
  const given = entry ?? proposed;
  const days: readonly string[] = typeof given === 'object' ? given : [];
  return (
    <div className="question is-list">
      <div className="field" role="group" aria-label={question.label}>
        <span className="field-label">{question.label}</span>
        <div className="weekdays">
          {WEEKDAYS.map((day) => (
            <Toggle
              key={day}
              isOn={days.includes(day)}
              onChange={(isOn) => {
                onChange(WEEKDAYS.filter((other) => (other === day ? isOn : days.includes(other))));
              }}
            >
              {DAY_NAMES[day]}
            </Toggle>
          ))}
        </div>
        {error === undefined ? (
          note !== '' && <span className="field-note">{note}</span>
        ) : (
          <span className="field-note bad" role="alert">
            {error}
          </span>
        )}
      </div>
    </div>
  );
}
