/**
 * One field of a record in a form, with the control its kind asks for. What is typed goes out as text, for the owner to
 * read; what is picked goes out as a value.
 */
import type { CalendarDate } from '../../shared/domain/base/dates';
import type { Field, StoredValue } from '../../shared/domain/register/field';
import { Checkbox } from './Checkbox';
import type { Choice } from './choice';
import { ComboBox } from './ComboBox';
import { DateField } from './DateField';
import { DaysListField } from './DaysListField';
import { ReferencesField } from './ReferencesField';
import { ScoresField } from './ScoresField';
import { Select } from './Select';
import { TextField } from './TextField';
import { WeekdaysField } from './WeekdaysField';

export interface RecordFieldProps {
  /** The field's name in its register. */
  readonly name: string;
  readonly field: Field;
  readonly value: StoredValue;
  /** The value as a person would type it. */
  readonly text: string;
  /** For references: what can be chosen. */
  readonly choices?: readonly Choice[];
  /** Shown while the field is empty: what counts instead. */
  readonly placeholder?: string;
  readonly error?: string;
  /** Instead of the field's own help. */
  readonly description?: string;
  /** Lines for text that is rarely short. */
  readonly lines?: number;
  /** Once per change. */
  readonly onText: (text: string) => void;
  readonly onPick: (value: StoredValue) => void;
}

const NONE = '';
/** A longer list is searched by typing, not by looking through it. */
const SHORT_LIST = 12;

export function RecordField(props: RecordFieldProps) {
  const { name, field, value, onPick } = props;
  if (field.kind === 'boolean') {
    return (
      <div className="prop" data-field={name}>
        <span />
        <Checkbox isChecked={value === true} onChange={onPick}>
          {field.label}
        </Checkbox>
      </div>
    );
  }
  return (
    <div className="prop" data-field={name}>
      <span className="prop-label" aria-hidden>
        {field.label}
      </span>
      <Control {...props} />
    </div>
  );
}

/** A field that can only be read: its value as text, a dash for nothing. */
export function ReadOnlyField({
  name,
  label,
  text,
}: {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}) {
  return (
    <div className="prop" data-field={name}>
      <span className="prop-label">{label}</span>
      <p className="prop-value">{text === '' ? '–' : text}</p>
    </div>
  );
}

function Control(props: RecordFieldProps) {
  const { field, value, text, choices = [], placeholder, error, lines, onText, onPick } = props;
  const help = props.description ?? field.help;
  const shared = {
    label: field.label,
    hidesLabel: true,
    ...(error === undefined ? {} : { error }),
    ...(help === undefined ? {} : { description: help }),
  };
  const hint = placeholder === undefined ? {} : { placeholder };
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...shared}
          {...hint}
          choices={optionsOf(field)}
          value={typeof value === 'string' ? value : NONE}
          onChange={(id) => onPick(id === NONE ? null : id)}
        />
      );
    case 'ref':
    case 'anyRef': {
      const chosen = typeof value === 'string' ? value : null;
      if (choices.length > SHORT_LIST || field.kind === 'anyRef')
        return <ComboBox {...shared} {...hint} choices={choices} value={chosen} onChange={onPick} />;
      return (
        <Select
          {...shared}
          {...hint}
          choices={[{ id: NONE, label: '–' }, ...choices]}
          value={chosen ?? NONE}
          onChange={(id) => onPick(id === NONE ? null : id)}
        />
      );
    }
    case 'refs':
      return (
        <ReferencesField
          label={field.label}
          addLabel={`Add to ${field.label.toLowerCase()}`}
          value={elementsOf(value)}
          choices={choices}
          onChange={onPick}
          {...(help === undefined ? {} : { description: help })}
        />
      );
    case 'weekdays':
      return <WeekdaysField label={field.label} value={elementsOf(value)} onChange={onPick} />;
    case 'dates':
      return (
        <DaysListField
          label={field.label}
          value={elementsOf(value)}
          onChange={onPick}
          onText={(more) => onText([text, more].filter((part) => part !== '').join('\n'))}
          {...(error === undefined ? {} : { error })}
        />
      );
    case 'scores':
      return <ScoresField field={field} value={value} onChange={onPick} />;
    case 'date': {
      const date: CalendarDate | null = typeof value === 'string' ? value : null;
      return <DateField {...shared} value={date} onChange={onPick} />;
    }
    default: {
      const rows = lines ?? (field.kind === 'longText' ? 4 : undefined);
      return (
        <TextField
          {...shared}
          {...hint}
          value={text}
          onCommit={onText}
          {...(rows === undefined ? {} : { lines: rows })}
        />
      );
    }
  }
}

function elementsOf(value: StoredValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function optionsOf(field: Extract<Field, { kind: 'choice' }>): readonly Choice[] {
  const options = Object.entries(field.options).map(([id, label]) => ({ id, label }));
  return field.default === null ? [{ id: NONE, label: '–' }, ...options] : options;
}
