export type { Target } from '../../renderer/ui/target';
