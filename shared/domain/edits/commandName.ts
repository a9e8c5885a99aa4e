/** What undo says it takes back: the command with the record it is about, `Move task “Kick-off”`. */
import { recordName } from '../records/recordName';
import { definitionOf } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';
import type { Command, Edit } from './edit';

const LONGEST_NAME = 60;
/** Of these something is changed; the others say what happens to the record itself. */
const CHANGES = /^(Change|Choose|Clear|Empty|Set) /;

/** @param workbook the plan before the command */
export function commandName(workbook: Workbook, { label, edits }: Command): string {
  const edit = onlyRecord(edits);
  // Some commands name what they are about themselves.
  if (edit === undefined || label.includes('“') || label.includes(' of ')) return label;
  const name = nameBefore(workbook, edit);
  if (name === '') return label;
  const isAboutField =
    CHANGES.test(label) && !label.endsWith(definitionOf(edit.register).singular.toLowerCase());
  return `${label}${isAboutField ? ' of' : ''} “${clipped(name)}”`;
}

/** An edit of the one record all of them are about; links come and go with the tasks they join. */
function onlyRecord(edits: readonly Edit[]): Edit | undefined {
  const main = edits.filter(({ register }) => register !== 'links');
  const [first, ...others] = main.length === 0 ? edits : main;
  return others.every(({ id }) => id === first?.id) ? first : undefined;
}

function nameBefore(workbook: Workbook, edit: Edit): string {
  const { register, id } = edit;
  if (recordIn(workbook, register, id) !== undefined) return recordName(workbook, register, id);
  const { titleField, fields } = definitionOf(register);
  const title = edit.kind === 'add' ? edit.values[titleField] : undefined;
  return typeof title === 'string' && fields[titleField]?.kind === 'text' ? title : '';
}

function clipped(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ');
  const characters = Array.from(line);
  return characters.length <= LONGEST_NAME ? line : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}
