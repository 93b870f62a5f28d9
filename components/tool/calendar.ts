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

const zone = new ICAL.Timezone(
  new ICAL.Component(ICAL.parse(BRUSSELS.replaceAll('\n', '\r\n')) as unknown[]),
);

// The library counts a line without the space that it begins with when it goes on; a line has at most 75 bytes.
ICAL.foldLength = 74;

/**
 * A meeting as the text of an .ics file, that every calendar opens at the same moment. The moments are in UTC: in the
 * night in which the clock goes back, an hour has the same name twice.
 */
export function calendarText({ title, place, text, day, start, length, id, made }: Meeting): string {
  const begin = ICAL.Time.fromDateString(day);
  begin.isDate = false;
  begin.zone = zone;
  begin.adjust(0, 0, start, 0);
  const from = begin.toUnixTime();

  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//handboek mini-clusters//agenda//NL');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  const event = new ICAL.Component('vevent', calendar);
  event.updatePropertyWithValue('uid', id);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(made, true));
  event.updatePropertyWithValue('dtstart', atMoment(from));
  event.updatePropertyWithValue('dtend', atMoment(from + length * 60));
  event.updatePropertyWithValue('summary', title);
  if (place !== '') event.updatePropertyWithValue('location', place);
  if (text !== '') event.updatePropertyWithValue('description', text);
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** A moment in UTC; `seconds` since 1970. */
function atMoment(seconds: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(seconds * 1000), true);
}
