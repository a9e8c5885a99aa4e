import { X } from 'lucide-react';
import { Button } from 'react-aria-components';

export interface ChipProps {
  readonly label: string;
  readonly onRemove: () => void;
}

/** A chosen filter; pressing it takes it away. */
export function Chip({ label, onRemove }: ChipProps) {
  return (
    <Button className="btn quiet on" aria-label={`Remove filter: ${label}`} onPress={onRemove}>
      {label}
      <X size={14} aria-hidden />
    </Button>
  );
}
