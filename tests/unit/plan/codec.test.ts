import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  decodePlan,
  EMPTY_PLAN,
  encodePlan,
  fromPlanText,
  makeItem,
  type Plan,
  recallPlan,
  toPlanText,
  withItems,
} from '../../../src/domain/plan/index.ts';
import { sealLink } from '../../../src/domain/shared/index.ts';
import { known, plans } from './plans.ts';

/** The plan as somebody else sees it who got the link. */
const withoutWords = (plan: Plan): Plan => ({
  ...withItems(
    plan,
    plan.items.map((item) => ({ ...item, text: '', who: '' })),
  ),
  title: '',
  goal: '',
  place: '',
  facilitator: '',
  secretary: '',
  accepted: [],
});

describe('the link of a plan', () => {
  test('opens with everything but the own words', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const link = encodePlan(plan);
        expect(decodePlan(link, known)).toEqual({ ok: true, plan: withoutWords(plan), unknown: [] });
        expect(decodePlan(`#${link}`, known)).toEqual(decodePlan(link, known));
      }),
    );
  });

  test('needs no escaping and holds no own words', () => {
    const words = ['Jan Peeters', 'Zaal Bovenlokaal', 'Prijsafspraak Delta'];
    const [title = '', place = '', text = ''] = words;
    fc.assert(
      fc.property(plans, (plan) => {
        const link = encodePlan({
          ...withItems(
            plan,
            plan.items.map((item) => ({ ...item, text, who: title })),
          ),
          title,
          goal: text,
          place,
          facilitator: title,
          secretary: title,
          accepted: [text],
        });
        expect(encodeURIComponent(link)).toBe(link);
        for (const word of words.flatMap((line) => line.toLowerCase().split(' ')))
          expect(link).not.toContain(word);
      }),
    );
  });

  test('is written the same way for ever', () => {
    // Links as readers keep them.
    const plan = withItems(
      {
        ...EMPTY_PLAN,
        start: 570,
        length: 150,
        date: '2026-10-25',
        phase: 4,
        people: 8,
        online: true,
        experience: 'some',
      },
      [
        makeItem({ kind: 'break', minutes: 15 }),
        makeItem({ kind: 'technique', technique: 'openingsronde', minutes: 10 }),
        makeItem({ kind: 'technique', technique: 'visgeraamte', minutes: 60, part: true }),
        makeItem({ kind: 'own', minutes: 20 }),
      ],
    );
    const published = 'p1.s0930-l150-d20261025-f4-n8-o1-x1--p15--openingsronde-10--visgeraamte-60d--e20.d8d';
    expect(encodePlan(plan)).toBe(published);
    expect(decodePlan(published, known)).toEqual({ ok: true, plan, unknown: [] });
    expect(encodePlan(EMPTY_PLAN)).toBe('p1.s1200-l150.pzz');
  });

  test('names a technique of a newer handbook and keeps its place and minutes', () => {
    const plan = withItems(EMPTY_PLAN, [
      makeItem({ kind: 'technique', technique: 'wereldcafe', minutes: 45, part: true }),
      makeItem({ kind: 'technique', technique: 'eindronde', minutes: 10 }),
    ]);
    const decoded = decodePlan(encodePlan(plan), known);
    expect(decoded).toMatchObject({ ok: true, unknown: ['wereldcafe'] });
    expect(decoded.ok && decoded.plan.items).toEqual([
      { key: 1, ...makeItem({ kind: 'own', text: 'wereldcafe', minutes: 45 }) },
      plan.items[1],
    ]);
  });

  test.each([
    ['an anchor', 'zo-werkt-het', 'foreign'],
    ['a link of another tool', sealLink('a', 1, 'n0123'), 'foreign'],
    ['a later version', sealLink('p', 2, 's1200'), 'newer'],
    ['a cut-off link', encodePlan(EMPTY_PLAN).slice(0, -2), 'damaged'],
    ['no start of the meeting', sealLink('p', 1, '--e10'), 'damaged'],
    ['minute 60', sealLink('p', 1, 's1260'), 'damaged'],
    ['hour 24', sealLink('p', 1, 's2400'), 'damaged'],
    ['30 February', sealLink('p', 1, 's1200-d20260230'), 'damaged'],
    ['phase 9', sealLink('p', 1, 's1200-f9'), 'damaged'],
    ['nobody', sealLink('p', 1, 's1200-n0'), 'damaged'],
    ['an unknown word', sealLink('p', 1, 's1200-q1'), 'damaged'],
    ['an experience that does not exist', sealLink('p', 1, 's1200-x3'), 'damaged'],
    ['an item without minutes', sealLink('p', 1, 's1200--openingsronde'), 'damaged'],
    ['an item of no minutes', sealLink('p', 1, 's1200--e0'), 'damaged'],
    ['a part of a break', sealLink('p', 1, 's1200--p10d'), 'damaged'],
    ['41 items', sealLink('p', 1, `s1200${'--e10'.repeat(41)}`), 'damaged'],
  ])('is refused when it is %s', (_name, link, reason) => {
    expect(decodePlan(link, known)).toEqual({ ok: false, reason });
  });

  test('never throws, whatever stands in it', () => {
    const payloads = fc.oneof(
      fc.stringMatching(/^[a-z0-9-]{1,60}$/),
      fc.stringMatching(/^s\d{4}(-[a-z]\d{1,4}){0,4}(--[a-z0-9-]{1,9}){0,5}$/),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          payloads.map((payload) => sealLink('p', 1, payload)),
        ),
        (text) => {
          const decoded = decodePlan(text, known);
          if (decoded.ok)
            expect(decodePlan(encodePlan(decoded.plan), known)).toMatchObject({ ok: true, unknown: [] });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the file of a plan', () => {
  test('follows the published schema', () => {
    const file = resolve(import.meta.dirname, '../../../public/schema/agenda-1.json');
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
    );
    fc.assert(
      fc.property(plans, (plan) => {
        const text = toPlanText(plan);
        expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
        // It is no schema that fits anything.
        expect(schema.safeParse(JSON.parse(text.replace('"start": ', '"start": -1'))).success).toBe(false);
      }),
    );
  });

  test('keeps everything, own words too', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(fromPlanText(toPlanText(plan), known)).toEqual({ ok: true, plan, unknown: [] });
      }),
    );
  });

  test.each([
    ['no JSON', '{', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['something else', '{"kind":"mini-cluster/groepsronde"}', 'foreign'],
    ['of a later schema', '{"kind":"mini-cluster/agenda","schema":2,"plan":{"items":[]}}', 'newer'],
    ['without a plan', '{"kind":"mini-cluster/agenda","schema":1}', 'unreadable'],
    ['without items', '{"kind":"mini-cluster/agenda","schema":1,"plan":{}}', 'unreadable'],
  ])('is refused when it is %s', (_name, text, reason) => {
    expect(fromPlanText(text, known)).toEqual({ ok: false, reason });
  });

  test('leaves open what cannot be, and keeps the rest', () => {
    const plan = {
      title: 'Tweede vergadering',
      goal: 7,
      phase: 12,
      date: '2026-02-30',
      start: -5,
      people: 8.5,
      experience: 'very much',
      accepted: ['no-opening', 3],
      items: [
        { key: 1, kind: 'own', minutes: 20, text: 'Cijfers', who: 'Mia', part: true },
        { key: 1, kind: 'break', minutes: 10 },
        { key: 2, kind: 'technique', technique: 'Onze Truc', minutes: 10 },
        { key: 3, kind: 'break', minutes: 0 },
        { key: 4, kind: 'wat', minutes: 10 },
        null,
        { key: 5, kind: 'technique', technique: 'eindronde', minutes: 10, part: true },
      ],
    };
    expect(fromPlanText(JSON.stringify({ kind: 'mini-cluster/agenda', schema: 1, plan }), known)).toEqual({
      ok: true,
      unknown: [],
      plan: {
        ...EMPTY_PLAN,
        length: null,
        title: 'Tweede vergadering',
        accepted: ['no-opening'],
        items: [
          { key: 1, ...makeItem({ kind: 'own', minutes: 20, text: 'Cijfers', who: 'Mia' }) },
          { key: 5, ...makeItem({ kind: 'technique', technique: 'eindronde', minutes: 10, part: true }) },
        ],
      },
    });
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.jsonValue(), (text, plan) => {
        fromPlanText(text, known);
        fromPlanText(
          JSON.stringify({
            kind: 'mini-cluster/agenda',
            schema: 1,
            plan: { items: [plan], ...Object(plan) },
          }),
          known,
        );
      }),
    );
  });
});

describe('the plan behind a link', () => {
  test('has its own words where the saved plan is that of the link', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(recallPlan(`#${encodePlan(plan)}`, toPlanText(plan), known)).toEqual({
          ok: true,
          plan,
          unknown: [],
        });
      }),
    );
  });

  test('is what the link holds where another plan is saved, an unreadable one or none', () => {
    const plan = withItems(EMPTY_PLAN, [makeItem({ kind: 'own', minutes: 20, text: 'Cijfers' })]);
    const link = encodePlan(plan);
    for (const saved of [null, '{', toPlanText({ ...plan, start: 600 })])
      expect(recallPlan(link, saved, known)).toEqual(decodePlan(link, known));
    expect(recallPlan('p1.x', toPlanText(plan), known)).toEqual({ ok: false, reason: 'damaged' });
  });
});
