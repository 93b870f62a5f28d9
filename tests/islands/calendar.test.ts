import fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { calendarText, type Meeting } from '../../components/tool/calendar.ts';

const meeting: Meeting = {
  title: 'Waar staan we?',
  place: 'Zaal Zenne, Kaai 12',
  text: 'Doel: een vis met een kop',
  day: '2026-03-10',
  start: 12 * 60,
  length: 150,
  id: 'abc123',
  made: new Date('2026-01-05T08:30:00Z'),
};
const read = (text: string): VEvent => {
  const events = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
  expect(events).toHaveLength(1);
  return events[0] as VEvent;
};
/** An instant on the clock of Brussels, by the rules of the platform. */
const inBrussels = (date: Date): string =>
  new Intl.DateTimeFormat('sv', {
    timeZone: 'Europe/Brussels',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(date);

describe('a meeting in a calendar', () => {
  test('is at its time in Brussels, as long as it takes', () => {
    const event = read(calendarText(meeting));
    expect(event.start.toISOString()).toBe('2026-03-10T11:00:00.000Z');
    expect(event.end?.toISOString()).toBe('2026-03-10T13:30:00.000Z');
    expect(event).toMatchObject({
      uid: 'abc123',
      summary: 'Waar staan we?',
      location: 'Zaal Zenne, Kaai 12',
      description: 'Doel: een vis met een kop',
    });
    expect(event.dtstamp?.toISOString()).toBe('2026-01-05T08:30:00.000Z');
  });

  test.each([
    ['the day before summer time', '2026-03-28', '11:00'],
    ['the day summer time begins', '2026-03-29', '10:00'],
    ['the day after', '2026-03-30', '10:00'],
    ['the day before winter time', '2026-10-24', '10:00'],
    ['the day winter time begins', '2026-10-25', '11:00'],
    ['the day after', '2026-10-26', '11:00'],
    ['the same in another year', '2031-03-30', '10:00'],
  ])('%s, at noon', (_name, day, utc) => {
    const { start, end } = read(calendarText({ ...meeting, day }));
    expect(start.toISOString()).toBe(`${day}T${utc}:00.000Z`);
    expect(end!.getTime() - start.getTime()).toBe(150 * 60_000);
    expect(inBrussels(start)).toBe(`${day} 12:00`);
  });

  test.each([
    ['an hour less', '2026-03-29', '2026-03-29 04:30'],
    ['an hour more', '2026-10-25', '2026-10-25 02:30'],
  ])('lasts as long in a night with %s on the clock', (_name, day, end) => {
    const event = read(calendarText({ ...meeting, day, start: 60, length: 150 }));
    expect(inBrussels(event.start)).toBe(`${day} 01:00`);
    expect(event.end!.getTime() - event.start.getTime()).toBe(150 * 60_000);
    expect(inBrussels(event.end!)).toBe(end);
  });

  test('goes on over midnight', () => {
    const { start, end } = read(calendarText({ ...meeting, day: '2026-12-31', start: 23 * 60, length: 120 }));
    expect([inBrussels(start), inBrussels(end!)]).toEqual(['2026-12-31 23:00', '2027-01-01 01:00']);
  });

  test('is at its time on any day, at any hour of the day', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 6 * 60, max: 23 * 60 }),
        fc.integer({ min: 1, max: 600 }),
        (day, start, length) => {
          const event = read(calendarText({ ...meeting, day, start, length }));
          const clock = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
          expect(inBrussels(event.start)).toBe(`${day} ${clock}`);
          expect(event.end!.getTime() - event.start.getTime()).toBe(length * 60_000);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps commas, semicolons, backslashes and line ends', () => {
    const title = 'Prijs; aanbod, \\ en "naam"';
    const text = 'Eerste regel\nTweede, met komma; en puntkomma\n\nBEGIN:VEVENT';
    const event = read(calendarText({ ...meeting, title, place: 'A;B,C\\D', text }));
    expect(event).toMatchObject({ summary: title, location: 'A;B,C\\D', description: text });
  });

  test('folds long lines at 75 bytes and no more, not inside a letter', () => {
    const text = 'Coördinatie en beëindiging: één ploeg, zoëven geëvalueerd. '.repeat(12).trim();
    const file = calendarText({ ...meeting, text });
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toContain('\n');
    expect(file).not.toContain('\uFFFD');
    expect(read(file).description).toBe(text);
  });

  test('leaves out what is not known', () => {
    const file = calendarText({ ...meeting, place: '', text: '' });
    expect(file).not.toMatch(/LOCATION|DESCRIPTION/);
    expect(file.startsWith('BEGIN:VCALENDAR\r\n') && file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

describe('a day in a calendar', () => {
  const day = {
    title: 'Besluit herbekijken',
    text: 'Eén offerte; "twee", drie\nen vier',
    id: 'a1',
    made: meeting.made,
  };

  test('is that day and no other, whatever the day and the clock of the device', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2045-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10);
          const { start, end, datetype, summary, description } = read(calendarText({ ...day, day: text }));
          expect([datetype, summary, description]).toEqual(['date', day.title, day.text]);
          expect(start.toLocaleDateString('sv')).toBe(text);
          const next = new Date(`${text}T12:00`);
          next.setDate(next.getDate() + 1);
          expect(end?.toLocaleDateString('sv')).toBe(next.toLocaleDateString('sv'));
        },
      ),
    );
  });

  test('may share a file with another', () => {
    const text = calendarText({ ...day, day: '2027-05-22' }, { ...day, id: 'a2', day: '2028-11-22' });
    const events = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
    expect(events.map((event) => (event as VEvent).uid).sort()).toEqual(['a1', 'a2']);
  });
});
