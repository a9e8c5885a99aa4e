import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/base/dates';
import { scheduleOf } from '../../shared/domain/schedule/planSchedule';
import { workbookToIcs } from '../../shared/export/ics';
import { makeWorkbook, uuid } from '../support/makeWorkbook';
import { tries } from '../support/tries';
import { arbitraryPlan } from './arbitraryPlan';
import { samplePlan } from './samplePlan';

const now = '2026-06-18T10:42:00Z';

/** Unfolds and reads events by RFC 5545, independent of the library that wrote them. */
function eventsOf(text: string): Record<string, string>[] {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).split(';')[0] ?? '';
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (events.length > 0)
      Object.assign(events.at(-1) ?? {}, {
        [name]: line
          .slice(colon + 1)
          .replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter)),
      });
  }
  return events;
}

const compact = (date: string): string => date.replaceAll('-', '');

describe('a plan as a calendar file', () => {
  it('has an all-day event for every task and milestone, none for groups', () => {
    const { workbook, schedule } = samplePlan();
    const events = eventsOf(workbookToIcs(workbook, schedule, { now }));
    const tasks = workbook.tables.tasks.live.filter(({ kind }) => kind !== 'summary');
    expect(events.map((event) => event['SUMMARY'])).toEqual(tasks.map(({ name }) => name));
    const training = events.find((event) => event['UID']?.startsWith(uuid('d4')) === true);
    const dates = schedule.task(uuid('d4'));
    expect(training).toMatchObject({
      DTSTART: compact(dates?.start ?? ''),
      DTEND: compact(addDays(dates?.finish ?? '', 1)),
      DESCRIPTION: 'Part of: Test and train\nOwner: Jordan Reyes',
    });
  });

  it('gives a milestone one whole day', () => {
    const workbook = makeWorkbook({ tasks: [{ id: 'm', name: 'Signed', kind: 'milestone' }] });
    const [event] = eventsOf(workbookToIcs(workbook, scheduleOf(workbook, '2027-01-04'), { now }));
    expect(event).toMatchObject({ DTSTART: '20270104', DTEND: '20270105', DTSTAMP: '20260618T104200Z' });
  });

  it('keeps identities, and later files outrank earlier ones', () => {
    const { workbook, schedule } = samplePlan();
    const [first] = eventsOf(workbookToIcs(workbook, schedule, { now }));
    const [later] = eventsOf(workbookToIcs(workbook, schedule, { now: '2026-06-19T08:00:00Z' }));
    expect(later?.['UID']).toBe(first?.['UID']);
    expect(Number(later?.['SEQUENCE'])).toBeGreaterThan(Number(first?.['SEQUENCE']));
  });

  it('folds at 75 bytes, ends lines with CRLF and is the same for the same plan and moment', () => {
    fc.assert(
      fc.property(arbitraryPlan, (workbook) => {
        const schedule = scheduleOf(workbook, '2027-01-04');
        const text = workbookToIcs(workbook, schedule, { now });
        expect(text).toBe(workbookToIcs(workbook, schedule, { now }));
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const tasks = workbook.outline.rows.filter((row) => !row.hasChildren);
        expect(eventsOf(text)).toHaveLength(tasks.length);
        const names = new Map(workbook.tables.tasks.live.map(({ id, name }) => [id, name]));
        expect(eventsOf(text).map((event) => event['SUMMARY'])).toEqual(tasks.map(({ id }) => names.get(id)));
      }),
      tries(50),
    );
  });
});
