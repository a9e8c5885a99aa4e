/** The people of a plan by what a cell may call them; a new name becomes a new person. */
import type { IdSource } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { Edit } from '../edits/edit';
import { acceptValue } from '../register/accept';
import { registers } from '../registers/all';
import type { Workbook } from '../workbook';

type AddEdit = Extract<Edit, { kind: 'add' }>;

export class PeopleByName {
  /** Those who were named and are not in the plan yet. */
  readonly added: AddEdit[] = [];
  readonly newNames: string[] = [];
  private readonly byName = new Map<string, string[]>();

  constructor(
    { tables }: Workbook,
    private readonly newId: IdSource,
  ) {
    for (const { id, name } of tables.people.live) this.file(name, id);
    // Initials count where nobody bears them as a name.
    for (const { id, initials } of tables.people.live)
      if (initials !== '' && !this.byName.has(plain(initials))) this.file(initials, id);
  }

  /** @returns the person's id, or that the name says too little */
  find(text: string): Result<string, Problem> {
    const [id, another] = this.byName.get(plain(text)) ?? [];
    if (another !== undefined)
      return err(problem('field/ambiguous', { label: 'Who', given: text.trim(), register: 'people' }));
    return id === undefined ? this.add(text) : ok(id);
  }

  private add(text: string): Result<string, Problem> {
    const name = acceptValue(registers.people.fields.name, text);
    if (!name.ok) return name;
    const id = this.newId();
    this.added.push({ kind: 'add', register: 'people', id, values: { name: name.value } });
    this.newNames.push(text.trim());
    this.file(text, id);
    return ok(id);
  }

  private file(name: string, id: string): void {
    const key = plain(name);
    const same = this.byName.get(key);
    if (same === undefined) this.byName.set(key, [id]);
    else if (!same.includes(id)) same.push(id);
  }
}

/** Names are compared without regard to case and spacing. */
function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
