import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface NoteProps {
  readonly tone?: 'plain' | 'info' | 'good' | 'warn' | 'bad';
  /** One bold clause. */
  readonly title: string;
  /** One sentence, at most one link. */
  readonly children?: ReactNode;
}

const ICONS = { plain: Info, info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

/** Something to know, in its place on the page. */
export function Note({ tone = 'plain', title, children }: NoteProps) {
  const Icon = ICONS[tone];
  return (
    <div className={tone === 'plain' ? 'note' : `note ${tone}`}>
      <Icon className="i" size={16} strokeWidth={1.5} aria-hidden />
      <div>
        <span className="med">{title}</span> {children}
      </div>
    </div>
  );
}
