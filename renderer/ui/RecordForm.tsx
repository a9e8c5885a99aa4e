/** The fields of a record, section by section. Every field saves itself; what is refused is said under the field. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { formatMoney } from '../../shared/domain/format/money';
import { currencyOf, fieldText, typedText } from '../../shared/domain/records/fieldText';
import { isWrittenWhole } from '../../shared/domain/edits/fixedFields';
import { binNote, choicesFor } from '../../shared/domain/records/references';
import type { Field, StoredValue } from '../../shared/domain/register/field';
import { fieldOf, fieldsOf } from '../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../shared/domain/registers/all';
import { registerView } from '../../shared/domain/registers/registerViews';
import { tableOf, type Workbook } from '../../shared/domain/workbook';
import { ReadOnlyField, RecordField, type RecordFieldProps } from './RecordField';

export type FormSections = readonly (readonly [title: string, fields: readonly string[]])[];

/** What a field shows otherwise than its kind would. */
export type ShownField = Partial<Pick<RecordFieldProps, 'placeholder' | 'description' | 'lines'>>;

/** What a form does with what a person enters. */
export interface RecordWriter {
  /** @returns why a typed text was refused, if it was */
  readonly typeField: (id: string, field: string, text: string) => string | undefined;
  readonly pick: (id: string, field: string, value: StoredValue) => void;
}

export interface RecordFormProps {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  readonly id: string;
  readonly editing: RecordWriter;
  /** All fields of the register, as it groups them, unless said. */
  readonly sections?: FormSections;
  readonly shows?: (field: string) => ShownField;
  /** Something else in place of a field; undefined leaves it as it is. */
  readonly inPlaceOf?: (field: string) => ReactNode | undefined;
  /** The field that takes the keyboard when the form opens. */
  readonly focusField?: string;
  readonly isReadOnly?: boolean;
  /** Of the sections' titles; under a drawer's title 3. */
  readonly headingLevel?: 2 | 3;
}

export function RecordForm(props: RecordFormProps): ReactNode {
  const { workbook, register, id, editing, inPlaceOf, shows, focusField, isReadOnly = false } = props;
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusField === undefined) return;
    const place = form.current?.querySelector(`[data-field="${CSS.escape(focusField)}"]`);
    const control = place?.querySelector<HTMLElement>('input, textarea, button');
    place?.scrollIntoView({ block: 'nearest' });
    control?.focus();
    // Who is led to a field to fill it in writes over what stands there.
    if (control instanceof HTMLInputElement) control.select();
  }, [focusField, id]);
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3';
  const definition = definitionOf(register);
  const record = tableOf(workbook, register).byId.get(id);
  const fieldAt = (name: string): ReactNode => {
    const special = inPlaceOf?.(name);
    const field = fieldOf(definition, name);
    if (special !== undefined || field === undefined) return special;
    const value = record?.[name] ?? null;
    if (isReadOnly || field.fixed === true) {
      const parts = [fieldText(workbook, field, value), binNote(workbook, field, value)];
      const text = parts.filter((part) => part !== undefined).join(', ');
      return <ReadOnlyField key={name} name={name} label={field.label} text={text} />;
    }
    const error = errors[name];
    return (
      <RecordField
        key={name}
        name={name}
        field={field}
        value={value}
        text={editText(workbook, field, value)}
        choices={choicesFor(workbook, field, value)}
        onText={(text) => {
          const reason = editing.typeField(id, name, text);
          setErrors((were) => ({ ...were, [name]: reason }));
        }}
        onPick={(picked) => {
          setErrors((were) => ({ ...were, [name]: undefined }));
          editing.pick(id, name, picked);
        }}
        {...(error === undefined ? {} : { error })}
        {...shows?.(name)}
      />
    );
  };
  const isWhole = !isReadOnly && isWrittenWhole(register);
  return (
    <div ref={form} className="record-form">
      {isWhole && (
        <p className="small t3">
          What has no field to type in stays as it was written. If it is wrong, move this{' '}
          {definition.singular.toLowerCase()} to the bin and add another.
        </p>
      )}
      {(props.sections ?? sectionsOf(register)).map(([title, names]) => (
        <section key={title} className="record-section" {...(title === '' ? {} : { 'aria-label': title })}>
          {title !== '' && <Heading className="record-heading">{title}</Heading>}
          {names.map(fieldAt)}
        </section>
      ))}
    </div>
  );
}

/** As the register groups its fields; those it does not name follow at the end. */
function sectionsOf(register: RegisterId): FormSections {
  const sections = registerView(register)?.sections ?? [];
  const named = new Set(sections.flatMap(([, fields]) => fields));
  const others = fieldsOf(definitionOf(register)).flatMap(([name]) => (named.has(name) ? [] : [name]));
  return others.length === 0 ? sections : [...sections, ['', others]];
}

/** A value of a field as its control in a form shows it. */
export function editText(workbook: Workbook, field: Field, value: StoredValue): string {
  return field.kind === 'money' && typeof value === 'number'
    ? formatMoney(value, currencyOf(workbook), { cents: true, bare: true })
    : typedText(workbook, field, value);
}
