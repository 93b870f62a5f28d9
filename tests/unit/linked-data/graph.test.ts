import { describe, expect, it } from 'vitest';
import {
  article,
  asJsonLd,
  breadcrumbs,
  howTo,
  type PageFacts,
} from '../../../src/domain/linked-data/index.ts';

const PAGE: PageFacts = {
  title: 'Openingsronde',
  description: 'De ronde die opent.',
  url: 'https://example.org/fiches/openingsronde/',
  language: 'nl',
  licence: 'https://creativecommons.org/licenses/by-sa/4.0/',
  site: 'Handboek',
};

describe('what a page says to programs', () => {
  it('adds up the minutes of the steps', () => {
    const thing = howTo(
      PAGE,
      [
        { text: 'Open.', minutes: 2 },
        { text: 'Sluit.', minutes: 75 },
      ],
      ['Een bord'],
    );
    expect(thing).toMatchObject({
      '@type': 'HowTo',
      totalTime: 'PT77M',
      step: [{ timeRequired: 'PT2M' }, { timeRequired: 'PT75M' }],
      supply: [{ name: 'Een bord' }],
    });
  });

  it('names the day of its version only when it has one', () => {
    expect(article(PAGE)).not.toHaveProperty('dateModified');
    expect(article({ ...PAGE, modified: '2027-01-10' })).toHaveProperty('dateModified', '2027-01-10');
  });

  it('counts the way from the home page', () => {
    expect(
      breadcrumbs([{ name: 'Handboek', url: 'https://example.org/' }, { name: 'Openingsronde' }]),
    ).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Handboek', item: 'https://example.org/' },
        { '@type': 'ListItem', position: 2, name: 'Openingsronde' },
      ],
    });
  });

  it('cannot close the script it stands in', () => {
    const text = asJsonLd([article({ ...PAGE, title: '</script><script>alert(1)</script>' })]);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({
      '@graph': [{ headline: '</script><script>alert(1)</script>' }],
    });
  });
});
