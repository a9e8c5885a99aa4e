import { cutName } from '../../shared/domain/format/sentence';
import { X } from 'lucide-react';
import { Button } from 'react-aria-components';

export interface ChipProps {
  readonly label: string;
  readonly onRemove: () => void;
}

/** The rest of the toolbar keeps its place; the whole of it is told to those who listen. */
const MOST_LETTERS = 32;

/** A chosen filter; pressing it takes it away. */
export function Chip({ label, onRemove }: ChipProps) {
  return (
    <Button className="btn quiet on" aria-label={`Remove filter: ${label}`} onPress={onRemove}>
      {cutName(label, MOST_LETTERS)}
      <X size={14} aria-hidden />
    </Button>
  );
}
