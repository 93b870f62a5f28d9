/** One thing that changed. */
export interface FeedEntry {
  /** Address that names this change for good. */
  readonly id: string;
  readonly title: string;
  /** Where to read it. */
  readonly url: string;
  /** Day of the change (YYYY-MM-DD). */
  readonly date: string;
  /** What changed, as text. */
  readonly summary: string;
}

/** What stands around the entries. */
export interface FeedFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  /** Address of the feed itself, which is also its id. */
  readonly self: string;
  /** Address of the site. */
  readonly home: string;
  /** Name of who writes it. */
  readonly author: string;
  /** Licence of the texts. */
  readonly licence: string;
}

/** An Atom feed of the entries, the newest first. The feed is as new as its newest entry. */
export function atomFeed(frame: FeedFrame, entries: readonly FeedEntry[]): string {
  const sorted = [...entries].sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1,
  );
  const x = escapeXml;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${x(frame.language)}">
<id>${x(frame.self)}</id>
<title>${x(frame.title)}</title>
<subtitle>${x(frame.subtitle)}</subtitle>
<updated>${instant(sorted[0]?.date ?? '1970-01-01')}</updated>
<link rel="self" type="application/atom+xml" href="${x(frame.self)}"/>
<link rel="alternate" type="text/html" href="${x(frame.home)}"/>
<author><name>${x(frame.author)}</name></author>
<rights>${x(frame.licence)}</rights>
${sorted
  .map(
    (entry) => `<entry>
<id>${x(entry.id)}</id>
<title>${x(entry.title)}</title>
<updated>${instant(entry.date)}</updated>
<link rel="alternate" type="text/html" href="${x(entry.url)}"/>
<summary>${x(entry.summary)}</summary>
</entry>
`,
  )
  .join('')}</feed>
`;
}

/** A day as the feed format wants it; changes carry a day, not an hour. */
function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
