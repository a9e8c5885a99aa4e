/** Which row of a page the person is on, and whether its details are open beside it. */
import { useState } from 'react';

export interface Details {
  readonly focusedKey: string | null;
  readonly focusRow: (key: string) => void;
  readonly isDrawerOpen: boolean;
  readonly setDrawerOpen: (isOpen: boolean) => void;
  readonly openDrawer: (key: string) => void;
  readonly closeDrawer: () => void;
}

export function useDetails(): Details {
  const [focusedKey, focusRow] = useState<string | null>(null);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  return {
    focusedKey,
    focusRow,
    isDrawerOpen,
    setDrawerOpen,
    openDrawer: (key) => {
      focusRow(key);
      setDrawerOpen(true);
    },
    closeDrawer: () => {
      setDrawerOpen(false);
    },
  };
}
