/**
 * One field of a record in a drawer, with the control its kind asks for. What is typed goes out as text, for the owner to
 * read; what is picked goes out as a value.
 */
import type { CalendarDate } from '../../shared/domain/base/dates';
import type { Field } from '../../shared/domain/register/field';
import { Checkbox } from './Checkbox';
import type { Choice } from './choice';
import { DateField } from './DateField';
import { Select } from './Select';
import { TextField } from './TextField';

export interface RecordFieldProps {
  readonly field: Field;
  /** The value as a person would type it; of a choice or a reference, its id. */
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
  readonly isReadOnly?: boolean;
  /** Once per change. */
  readonly onText: (text: string) => void;
  readonly onPick: (value: string | boolean | null) => void;
}

const NONE = '';

export function RecordField(props: RecordFieldProps) {
  const { field, text, onPick } = props;
  if (field.kind === 'boolean') {
    return (
      <div className="prop">
        <span />
        <Checkbox isChecked={text === 'yes'} onChange={onPick} isDisabled={props.isReadOnly ?? false}>
          {field.label}
        </Checkbox>
      </div>
    );
  }
  return (
    <div className="prop">
      <span className="prop-label" aria-hidden>
        {field.label}
      </span>
      <Control {...props} />
    </div>
  );
}

function Control(props: RecordFieldProps) {
  const { field, text, choices, placeholder, error, lines, onText, onPick, isReadOnly = false } = props;
  const help = props.description ?? field.help;
  const shared = {
    label: field.label,
    hidesLabel: true,
    ...(error === undefined ? {} : { error }),
    ...(help === undefined ? {} : { description: help }),
  };
  if (field.kind === 'choice' || field.kind === 'ref') {
    const listed =
      field.kind === 'choice' ? optionsOf(field) : [{ id: NONE, label: '–' }, ...(choices ?? [])];
    return (
      <Select
        {...shared}
        choices={listed}
        value={text}
        onChange={(id) => onPick(id === NONE ? null : id)}
        isDisabled={isReadOnly}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    );
  }
  if (field.kind === 'date') {
    const value: CalendarDate | null = text === '' ? null : text;
    return <DateField {...shared} value={value} onChange={onPick} isReadOnly={isReadOnly} />;
  }
  const rows = lines ?? (field.kind === 'longText' ? 4 : undefined);
  return (
    <TextField
      {...shared}
      value={text}
      onCommit={onText}
      isReadOnly={isReadOnly}
      {...(rows === undefined ? {} : { lines: rows })}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}

function optionsOf(field: Extract<Field, { kind: 'choice' }>): readonly Choice[] {
  const options = Object.entries(field.options).map(([id, label]) => ({ id, label }));
  return field.default === null ? [{ id: NONE, label: '–' }, ...options] : options;
}
