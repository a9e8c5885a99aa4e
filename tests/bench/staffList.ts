/** A plan with 10,000 people in it: a register as long as a group of hospitals has one, without any tasks. */
import { newWorkbook } from '../../shared/document/newWorkbook';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Edit } from '../../shared/domain/edits/edit';
import { uuid } from '../support/makeWorkbook';
import { ORGANISATION, seededRandom, TestClock } from '../support/replicas';

export const PEOPLE = 10_000;
const SITES = 40;
const JOBS = ['physician', 'nurse', 'medical-assistant', 'front-desk', 'billing', 'it', 'vendor'];

export const personName = (person: number): string => `Person ${String(person)}`;
const siteId = (site: number): string => uuid(`site ${String(site)}`);

export function staffList(): WorkbookDocument {
  const random = seededRandom(PEOPLE);
  const any = (count: number): number => Math.floor(random() * count);
  const sites = Array.from({ length: SITES }, (_, site): Edit => ({
    ...{ kind: 'add', register: 'sites', id: siteId(site) },
    values: { name: `Site ${String(site)}` },
  }));
  const people = Array.from({ length: PEOPLE }, (_, person): Edit => {
    const values = {
      name: personName(person),
      initials: `P${String(any(1000))}`,
      email: `user${String(any(1e6))}@clinic.example`,
      phone: `555-${String(1000 + any(9000))}`,
      job: JOBS[any(JOBS.length)] ?? 'other',
      site: siteId(any(SITES)),
      employmentPercent: 10 * (1 + any(10)),
      hourlyCost: 2_000 + any(20_000),
    };
    return { kind: 'add', register: 'people', id: uuid(`person ${String(person)}`), values };
  });
  const content = {
    id: uuid('staff list'),
    organisationId: ORGANISATION,
    organisation: { name: 'Staff list', currency: 'USD', start: '2027-01-04' },
    edits: [...sites, ...people],
    label: 'Make the workbook',
  };
  const made = newWorkbook(content, { actor: 1, name: 'Maria', clock: new TestClock().read, random });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}
