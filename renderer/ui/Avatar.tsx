import { initialsOf } from './initials';

export interface AvatarProps {
  readonly name: string;
  /** What else is to be known of the person, as that they are in the bin: drawn muted, read out after the name. */
  readonly aside?: string | undefined;
}

/** A person as initials. */
export function Avatar({ name, aside }: AvatarProps) {
  const label = aside === undefined ? name : `${name}, ${aside}`;
  return (
    <span
      className={aside === undefined ? 'ava' : 'ava is-aside'}
      role="img"
      aria-label={label}
      title={label}
    >
      {initialsOf(name)}
    </span>
  );
}
