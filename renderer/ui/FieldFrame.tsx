import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

/** What every labelled field has around its control. */
export interface FieldWords {
  readonly label: string;
  /** The label is read out, not shown: a head or a neighbor shows it. */
  readonly hidesLabel?: boolean | undefined;
  readonly description?: string | undefined;
  /** What is wrong, in a sentence; none while the value is fine. */
  readonly error?: string | undefined;
}

export interface FieldFrameProps extends FieldWords {
  readonly children: ReactNode;
}

/** Label above, control, then help or what is wrong. Stands inside a react-aria field. */
export function FieldFrame({ label, hidesLabel = false, description, error, children }: FieldFrameProps) {
  return (
    <>
      <Label className={hidesLabel ? 'sr' : 'field-label'}>{label}</Label>
      {children}
      {description !== undefined && error === undefined && (
        <Text slot="description" className="field-note">
          {description}
        </Text>
      )}
      {error !== undefined && <FieldError className="field-note bad">{error}</FieldError>}
    </>
  );
}
