import { initialsOf } from './initials';

export interface AvatarProps {
  readonly name: string;
}

/** A person as initials. */
export function Avatar({ name }: AvatarProps) {
  return (
    <span className="ava" role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  );
}
