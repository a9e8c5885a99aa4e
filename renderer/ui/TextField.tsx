import type { KeyboardEvent, Ref } from 'react';
import { TextField as AriaTextField, Input, TextArea } from 'react-aria-components';
import { fieldKeyOf } from './fieldKeys';
import { FieldFrame, type FieldWords } from './FieldFrame';
import { useDraft } from './useDraft';

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  /** Once per change: when the field is left, on Enter; Escape takes the typing back. */
  readonly onCommit?: (text: string) => void;
  /** On every key stroke, for filters and forms that answer while typing. Give one of the two. */
  readonly onChange?: (text: string) => void;
  readonly type?: 'text' | 'search' | 'password' | 'email' | 'url';
  /** Lines of a field for several lines. */
  readonly lines?: number;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Text of one line or several. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onCommit,
    onChange,
    lines,
    placeholder,
    maxLength,
    inputRef,
    type = 'text',
    ...rest
  } = props;
  const { label, hidesLabel, description, error, ...field } = rest;
  const draft = useDraft(value, (text) => onCommit?.(text));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const key = fieldKeyOf(event);
    if (key === 'keepLines' || (key === 'keep' && lines === undefined)) draft.commit();
    else if (key === 'restore' && draft.text !== value) {
      event.stopPropagation();
      draft.restore();
    }
  };
  const shared = {
    className: lines === undefined ? 'input' : 'input is-area',
    onKeyDown,
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <AriaTextField
      {...field}
      type={type}
      className="field"
      value={onChange === undefined ? draft.text : value}
      onChange={onChange ?? draft.set}
      onBlur={draft.commit}
      isInvalid={error !== undefined}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <FieldFrame label={label} hidesLabel={hidesLabel} description={description} error={error}>
        {lines === undefined ? (
          <Input {...shared} {...(inputRef === undefined ? {} : { ref: inputRef })} />
        ) : (
          <TextArea {...shared} rows={lines} />
        )}
      </FieldFrame>
    </AriaTextField>
  );
}
