import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton';

/** In the head of a page that is made for paper too. */
export function PrintButton(): ReactNode {
  return (
    <IconButton
      label="Print this page"
      keys="Mod+P"
      variant="default"
      onPress={() => {
        window.print();
      }}
    >
      <Printer size={16} strokeWidth={1.5} aria-hidden />
    </IconButton>
  );
}
