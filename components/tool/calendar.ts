import ICAL from 'ical.js';

/** A day to remember in a calendar, from morning to evening. */
export interface CalendarDay {
  readonly title: string;
  readonly text: string;
  /** Day as YYYY-MM-DD. */
  readonly day: string;
  /** What nothing else in the world has. */
  readonly id: string;
  /** When the file was made. */
  readonly made: Date;
}

/** A meeting for a calendar. */
export interface Meeting extends CalendarDay {
  readonly place: string;
  /** Start in minutes after midnight, in Brussels. */
  readonly start: number;
  /** Minutes. */
  readonly length: number;
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
 * Meetings and days as the text of an .ics file, that every calendar opens at the same moment. The moments are in UTC: in
 * the night in which the clock goes back, an hour has the same name twice.
 */
export function calendarText(...entries: readonly (Meeting | CalendarDay)[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//handboek mini-clusters//NL');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry));
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: Meeting | CalendarDay): ICAL.Component {
  const { title, text, day, id, made } = entry;
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', id);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(made, true));
  const begin = ICAL.Time.fromDateString(day);
  if ('start' in entry) {
    begin.isDate = false;
    begin.zone = zone;
    begin.adjust(0, 0, entry.start, 0);
    const from = begin.toUnixTime();
    event.updatePropertyWithValue('dtstart', atMoment(from));
    event.updatePropertyWithValue('dtend', atMoment(from + entry.length * 60));
    if (entry.place !== '') event.updatePropertyWithValue('location', entry.place);
  } else {
    const end = begin.clone();
    end.adjust(1, 0, 0, 0);
    event.updatePropertyWithValue('dtstart', begin);
    event.updatePropertyWithValue('dtend', end);
    // Who has something to look at is not busy all day.
    event.updatePropertyWithValue('transp', 'TRANSPARENT');
  }
  event.updatePropertyWithValue('summary', title);
  if (text !== '') event.updatePropertyWithValue('description', text);
  return event;
}

/** A moment in UTC; `seconds` since 1970. */
function atMoment(seconds: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(seconds * 1000), true);
}
