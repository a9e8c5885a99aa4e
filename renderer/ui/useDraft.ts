/** Text on its way: kept by the field while it is typed, handed over once, when the field is left or Enter is pressed. */
import { useState } from 'react';

export interface Draft {
  readonly text: string;
  readonly set: (text: string) => void;
  readonly commit: () => void;
  readonly restore: () => void;
}

export function useDraft(value: string, onCommit: (text: string) => void): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    text: typed ?? value,
    set: setTyped,
    commit: () => {
      if (typed !== null && typed !== value) onCommit(typed);
      setTyped(null);
    },
    restore: () => setTyped(null),
  };
}
