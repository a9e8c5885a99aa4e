/** Mending what is wrong with one press, where only one thing can be meant. */
import type { Finding } from '../base/problem';
import type { Command, Edit, FieldValues } from '../edits/edit';
import { isSetField } from '../register/field';
import { fieldOf, type AnyRecord } from '../register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';

/** `label` is the verb for its button, the command's label what undo will call it. */
export interface Fix {
  readonly label: string;
  readonly command: Command;
}

/** The fixes of a finding, the likelier one first; none where a person has to look. */
export function fixesOf(workbook: Workbook, finding: Finding): readonly Fix[] {
  const { id } = finding;
  if (!isRegisterId(finding.register) || id === undefined) return [];
  const at = { register: finding.register, id };
  switch (finding.problem.code) {
    case 'plan/linkSuspended':
    case 'plan/linkDangling':
    case 'plan/linkIgnored':
      return [fix('Remove link', 'Remove link', { kind: 'archive', ...at })];
    case 'plan/parentSuspended':
      return [fix('Keep at the top', 'Move to the top', set(at, { parent: null }))];
    case 'plan/archivedButEdited':
      return [
        fix('Restore', 'Restore record', { kind: 'restore', ...at }),
        fix('Leave in the bin', 'Leave in the bin', { kind: 'archive', ...at }),
      ];
    case 'plan/emptySummary':
      return [fix('Make it a task', 'Change kind', set(at, { kind: 'task' }))];
    case 'plan/noCalendarDays': {
      const workingWeek = ['mon', 'tue', 'wed', 'thu', 'fri'];
      return [fix('Set Monday to Friday', 'Change working days', set(at, { workingWeek }))];
    }
    case 'plan/refDangling':
      return clearedReference(workbook, at, finding.field ?? '');
    case 'budget/quantityDiffers':
      return [fix('Use the profile', 'Use the practice profile', set(at, { quantity: null }))];
    default:
      return [];
  }
}

interface Where {
  readonly register: RegisterId;
  readonly id: string;
}

function fix(label: string, undoLabel: string, edit: Edit): Fix {
  return { label, command: { label: undoLabel, edits: [edit] } };
}

function set({ register, id }: Where, values: FieldValues): Edit {
  return { kind: 'set', register, id, values };
}

/** Empties a reference that leads nowhere; of several, only those. */
function clearedReference(workbook: Workbook, at: Where, name: string): Fix[] {
  const field = fieldOf(definitionOf(at.register), name);
  const record = recordIn(workbook, at.register, at.id) as AnyRecord | undefined;
  if (field === undefined || record === undefined || field.required === true) return [];
  if (!isSetField(field))
    return [fix('Clear it', `Clear ${field.label.toLowerCase()}`, set(at, { [name]: null }))];
  const target = field.kind === 'refs' ? registerIds.find((id) => id === field.register) : undefined;
  const value = record[name];
  if (target === undefined || !Array.isArray(value)) return [];
  const kept = (value as readonly string[]).filter((id) => workbook.tables[target].byId.has(id));
  return [fix('Clear it', `Clear ${field.label.toLowerCase()}`, set(at, { [name]: kept }))];
}
