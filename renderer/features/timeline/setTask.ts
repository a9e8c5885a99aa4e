import type { Command, FieldValues } from '../../../shared/domain/edits/edit';

/** One change of one task's fields. */
export function setTask(label: string, id: string, values: FieldValues): Command {
  return { label, edits: [{ kind: 'set', register: 'tasks', id, values }] };
}
