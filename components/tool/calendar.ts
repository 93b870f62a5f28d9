import ICAL from 'ical.js';

/** A meeting for a calendar. */
export interface Meeting {
  readonly title: string;
  readonly place: string;
  readonly text: string;
  /** Day as YYYY-MM-DD and start in minutes after midnight, both in Brussels. */
  readonly day: string;
  readonly start: number;
  /** Minutes. */
  readonly length: number;
  /** What no other meeting in the world has. */
  readonly id: string;
  /** When the file was made. */
  readonly made: Date;
}

/** The time of Brussels as calendars know it: two rules that have held since 1996 and hold until a law changes them. */
const BRUSSELS = `BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`;

/** A meeting as the text of an .ics file, that every calendar opens at the same moment. */
export function calendarText({ title, place, text, day, start, length, id, made }: Meeting): string {
  const timezone = new ICAL.Component(ICAL.parse(BRUSSELS.replaceAll('\n', '\r\n')) as unknown[]);
  const zone = new ICAL.Timezone(timezone);
  const begin = ICAL.Time.fromDateString(day);
  begin.isDate = false;
  begin.zone = zone;
  begin.adjust(0, 0, start, 0);
  // By the moments themselves: a night in which the clock changes is an hour shorter or longer.
  const end = ICAL.Time.fromData(
    { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 },
    ICAL.Timezone.utcTimezone,
  );
  end.fromUnixTime(begin.toUnixTime() + length * 60);

  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//handboek mini-clusters//agenda//NL');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.addSubcomponent(timezone);
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', id);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(made, true));
  event.updatePropertyWithValue('dtstart', begin).setParameter('tzid', zone.tzid);
  event.updatePropertyWithValue('dtend', end.convertToZone(zone)).setParameter('tzid', zone.tzid);
  event.updatePropertyWithValue('summary', title);
  if (place !== '') event.updatePropertyWithValue('location', place);
  if (text !== '') event.updatePropertyWithValue('description', text);
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}
