/** What going back will do and what it leaves, in sentences for the person who decides. */
import { formatNumber } from '../format/amounts';
import { capitalized } from '../format/sentence';
import { recordName } from '../records/recordName';
import { tableOf, type Workbook } from '../workbook';
import type { GoingBack } from './goingBack';
import { fieldLabel, valueText } from './valueText';

/** `204 values change, 3 records go back to their places and 1 record goes into the bin, in 86 records altogether.` */
export function whatChanges(back: GoingBack): string {
  const { command, fields, records, placed, intoBin, outOfBin, answered } = back;
  if (command === undefined)
    return whatStays(back).length > 0
      ? 'Nothing would change.'
      : 'Nothing would change: the plan says this already.';
  const parts = [
    ...(fields === 0 ? [] : [`${amount(fields, 'value')} ${fields === 1 ? 'changes' : 'change'}`]),
    ...(placed === 0
      ? []
      : [
          `${amount(placed, 'record')} ${placed === 1 ? 'goes' : 'go'} back to ${placed === 1 ? 'its place' : 'their places'}`,
        ]),
    ...(intoBin === 0 ? [] : [`${amount(intoBin, 'record')} ${intoBin === 1 ? 'goes' : 'go'} into the bin`]),
    ...(outOfBin === 0
      ? []
      : [`${amount(outOfBin, 'record')} ${outOfBin === 1 ? 'comes' : 'come'} back from the bin`]),
  ];
  const words =
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  const answers =
    answered === 0
      ? ''
      : ` With that, ${amount(answered, 'question')} in Review ${answered === 1 ? 'is' : 'are'} answered.`;
  return `${capitalized(words)}, in ${amount(records, 'record')} altogether.${answers}`;
}

/** What stays as it is, a sentence for each reason. */
export function whatStays({ left }: GoingBack): readonly string[] {
  const { cut, refused, reason, inBin, moved, others, unsure, waiting } = left;
  const stay = (count: number, what: string): string =>
    `${amount(count, what)} ${count === 1 ? 'stays' : 'stay'}`;
  return [
    ...(others === 0 ? [] : [`${stay(others, 'value')}, because somebody else has written there since.`]),
    ...(unsure === 0
      ? []
      : [`${stay(unsure, 'value')}, because who wrote there, or on which computer, is not known.`]),
    ...(waiting === 0 ? [] : [`${stay(waiting, 'value')}, because it waits for a choice in Review.`]),
    ...(cut === 0 ? [] : [`${stay(cut, 'long text')}, because only its beginning was kept.`]),
    ...(refused === 0
      ? []
      : [
          `${stay(refused, 'value')}, because a rule of the plan holds it.${reason === undefined ? '' : ` ${reason}`}`,
        ]),
    ...(inBin === 0 ? [] : [`${stay(inBin, 'value')} as it is in records that are in the bin.`]),
    ...(moved === 0
      ? []
      : [
          `${amount(moved, 'record')} ${moved === 1 ? 'was' : 'were'} moved, and where among the others before was not put down.`,
        ]),
  ];
}

export interface ValueChange {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The first values that change, to be looked at before. */
export function firstChanges(
  workbook: Workbook,
  { command }: GoingBack,
  most: number,
): readonly ValueChange[] {
  const changes: ValueChange[] = [];
  for (const edit of command?.edits ?? []) {
    if (edit.kind !== 'set') continue;
    const { register, id } = edit;
    const record = tableOf(workbook, register).byId.get(id);
    for (const [field, value] of Object.entries(edit.values)) {
      if (changes.length === most) return changes;
      changes.push({
        ...{ key: `${id} ${field}`, name: recordName(workbook, register, id) },
        label: fieldLabel(register, field),
        from: valueText(workbook, register, field, record?.[field]),
        to: valueText(workbook, register, field, value),
      });
    }
  }
  return changes;
}

function amount(count: number, one: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`;
}
