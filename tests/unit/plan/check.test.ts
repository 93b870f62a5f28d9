import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyMend,
  checkPlan,
  EMPTY_PLAN,
  makeItem,
  type Mend,
  misfitsOf,
  type Plan,
  timetable,
  usualMinutes,
  withItems,
} from '../../../src/domain/plan/index.ts';
import { plans, techniques } from './plans.ts';

const technique = (id: string, minutes: number, more = {}) =>
  makeItem({ kind: 'technique', technique: id, minutes, ...more });
const pause = (minutes: number) => makeItem({ kind: 'break', minutes });
const own = (minutes: number) => makeItem({ kind: 'own', minutes, text: 'Eigen punt' });

/** A meeting of phase 4 that nobody has anything to say about. */
const sound: Plan = withItems(
  {
    ...EMPTY_PLAN,
    start: 720,
    length: 150,
    phase: 4,
    people: 8,
    experience: 'some',
    facilitator: 'Mia',
    secretary: 'Jos',
  },
  [
    technique('openingsronde', 15),
    technique('vrije-bespreking', 45),
    technique('beslissen-met-instemming', 45),
    technique('slotgesprek', 20),
  ],
);
const told = (plan: Plan) => checkPlan(plan, techniques).map(({ level, name }) => `${level} ${name}`);
const items = (...list: ReturnType<typeof own>[]): Plan => withItems(sound, list);
const rounds = (...list: ReturnType<typeof own>[]): Plan =>
  items(technique('openingsronde', 15), ...list, technique('slotgesprek', 20));

describe('a plan is checked', () => {
  test.each<[string, Plan, string[]]>([
    ['nothing to say about a sound plan', sound, []],
    ['nothing about an empty plan', EMPTY_PLAN, []],
    ['over the end', { ...sound, length: 124 }, ['warn over-end']],
    ['exactly at the end', { ...sound, length: 125 }, []],
    ['an open end', { ...sound, length: null }, []],
    ['150 minutes without a break', rounds(own(115)), []],
    ['more than 150 minutes without a break', { ...rounds(own(116)), length: 200 }, ['warn no-break']],
    [
      'more than 150 minutes with a break',
      { ...rounds(own(60), pause(10), own(60)), length: 200 },
      ['note longer-than-source'],
    ],
    [
      'a break that leaves a stretch too long',
      { ...rounds(pause(10), own(140)), length: 250 },
      ['warn no-break'],
    ],
    [
      'too few people',
      { ...sound, people: 2 },
      [
        'warn too-few:openingsronde',
        'warn too-few:vrije-bespreking',
        'warn too-few:beslissen-met-instemming',
        'warn too-few:slotgesprek',
      ],
    ],
    [
      'too many people for one technique',
      { ...rounds(technique('gestructureerde-discussie-met-schema', 70)), people: 9 },
      ['warn too-many:gestructureerde-discussie-met-schema'],
    ],
    [
      'a number of people at the edge',
      { ...rounds(technique('gestructureerde-discussie-met-schema', 70)), people: 8 },
      [],
    ],
    [
      'no number of people',
      { ...rounds(technique('gestructureerde-discussie-met-schema', 70)), people: null },
      [],
    ],
    [
      'online with changes',
      { ...rounds(technique('visgeraamte', 75)), online: true },
      ['note adapt-online:visgeraamte'],
    ],
    [
      'no opening round',
      items(
        technique('vrije-bespreking', 45),
        own(10),
        technique('samenbrengen', 15),
        technique('slotgesprek', 20),
      ),
      ['warn no-opening'],
    ],
    [
      'the setting before the opening round',
      items(
        technique('kringgesprek', 5, { part: true }),
        technique('openingsronde', 15),
        technique('slotgesprek', 20),
      ),
      [],
    ],
    [
      'own items and breaks before the opening round',
      items(pause(15), own(5), technique('openingsronde', 15), technique('slotgesprek', 20)),
      [],
    ],
    [
      'no closing round',
      items(technique('openingsronde', 15), technique('slotgesprek', 20), technique('vrije-bespreking', 45)),
      ['warn no-closing'],
    ],
    [
      'something small after the closing round',
      items(technique('openingsronde', 15), technique('eindronde', 10), own(5)),
      [],
    ],
    [
      'a group too large for any round',
      { ...items(technique('mentale-projectie', 10)), phase: 3, people: 25 },
      [],
    ],
    ['own items only', items(own(30)), []],
    [
      'a technique that has both rounds in it',
      { ...items(technique('jaarlijkse-terugblik', 150)), phase: 8 },
      [],
    ],
    ['nobody leads', { ...sound, facilitator: ' ' }, ['warn no-facilitator']],
    ['nobody writes', { ...sound, secretary: '' }, ['warn no-secretary']],
    ['nobody writes for two', { ...items(own(10)), people: 2, secretary: '' }, []],
    [
      'a decision out of the blue',
      rounds(technique('verkiezing-zonder-kandidaat', 60)),
      ['note unprepared-decision:verkiezing-zonder-kandidaat'],
    ],
    [
      'a decision before the talk',
      rounds(technique('beslissen-met-instemming', 40), technique('vrije-bespreking', 45)),
      ['note unprepared-decision:beslissen-met-instemming'],
    ],
    [
      'two heavy rounds',
      rounds(technique('gestructureerde-bespreking-in-kring', 50), technique('beslissen-met-instemming', 50)),
      ['note two-heavy:beslissen-met-instemming'],
    ],
    [
      'two heavy rounds with a break',
      rounds(
        technique('gestructureerde-bespreking-in-kring', 50),
        pause(5),
        technique('beslissen-met-instemming', 50),
      ),
      [],
    ],
    ['a technique in too little time', rounds(technique('visgeraamte', 74)), ['note short:visgeraamte']],
    ['a part of a technique', rounds(technique('visgeraamte', 35, { part: true })), []],
    [
      'a technique in more time than it takes',
      rounds(technique('kringgesprek', 46)),
      ['note long:kringgesprek'],
    ],
    [
      'a technique of a much later phase',
      { ...rounds(technique('elevator-pitch', 45)), phase: 2 },
      ['note other-phase:elevator-pitch'],
    ],
    ['a technique of two phases later', { ...rounds(technique('elevator-pitch', 45)), phase: 3 }, []],
    [
      'a technique of a much earlier phase',
      { ...rounds(technique('ik-stel-mijn-buur-voor', 25)), phase: 8 },
      ['note other-phase:ik-stel-mijn-buur-voor'],
    ],
    ['rounds and decisions in any phase', { ...sound, phase: 8 }, []],
    ['no phase', { ...rounds(technique('elevator-pitch', 45)), phase: null }, []],
    [
      'a beginner with something that asks some experience',
      { ...sound, experience: 'none' },
      ['note experience:vrije-bespreking', 'note experience:beslissen-met-instemming'],
    ],
    ['experience left open', { ...sound, experience: null }, []],
  ])('%s', (_name, plan, expected) => {
    expect(told(plan)).toEqual(expected);
  });

  test('a beginner is warned of what asks much', () => {
    const plan = withItems({ ...sound, experience: 'none', length: null }, [
      technique('design-sprint', 2100),
    ]);
    expect(told(plan)).toContain('warn experience:design-sprint');
    expect(told({ ...plan, experience: 'some' })).toContain('note experience:design-sprint');
    expect(told({ ...plan, experience: 'much' })).not.toContain('note experience:design-sprint');
  });

  test('what cannot be done online is said', () => {
    const facts = techniques.get('visgeraamte')!;
    const offline = new Map([...techniques, ['visgeraamte', { ...facts, online: 'no' as const }]]);
    const plan = { ...rounds(technique('visgeraamte', 75)), online: true };
    expect(checkPlan(plan, offline).map(({ name }) => name)).toEqual(['not-online:visgeraamte']);
    expect(checkPlan({ ...plan, online: false }, offline)).toEqual([]);
  });

  test('with the numbers that its text needs', () => {
    expect(checkPlan({ ...sound, length: 100 }, techniques)[0]).toMatchObject({
      values: { over: 25, length: 100 },
    });
    expect(checkPlan(rounds(technique('visgeraamte', 60)), techniques)[0]).toMatchObject({
      item: 2,
      values: { technique: 'Visgeraamte', minutes: 60, least: 75, most: 120 },
    });
  });
});

describe('a mend', () => {
  const mendOf = (plan: Plan, name: string, type: Mend['type']): Mend => {
    const mend = checkPlan(plan, techniques)
      .find((warning) => warning.name === name)
      ?.mends.find((mend) => mend.type === type);
    if (!mend) throw new Error(`No mend ${type} for ${name}.`);
    return mend;
  };

  test('shortens what can be shorter, in proportion, until it fits', () => {
    const plan = { ...sound, length: 100 };
    const after = applyMend(plan, mendOf(plan, 'over-end', 'shorten'));
    // 5, 5, 20 and 5 minutes can be spared; 25 are needed.
    expect(after.items.map(({ minutes }) => minutes)).toEqual([11, 41, 31, 17]);
    expect(timetable(after).left).toBe(0);
  });

  test('does not shorten below what a technique needs', () => {
    const plan = { ...sound, length: 89 };
    expect(checkPlan(plan, techniques)[0]?.mends.map(({ type }) => type)).toEqual(['set-length']);
  });

  test('puts the break where it cuts the longest stretch in two', () => {
    const plan = { ...rounds(own(60), own(30), own(50)), length: 200 };
    const after = applyMend(plan, mendOf(plan, 'no-break', 'add-break'));
    expect(after.items.map(({ kind, minutes }) => `${kind} ${minutes}`)).toEqual([
      'technique 15',
      'own 60',
      'break 10',
      'own 30',
      'own 50',
      'technique 20',
    ]);
  });

  test('cannot put a break in a single item', () => {
    const [warning] = checkPlan({ ...items(own(151)), length: 200 }, techniques);
    expect(warning).toMatchObject({ id: 'no-break', mends: [] });
  });

  test.each([
    [3, 'eindronde'],
    [4, 'slotgesprek'],
  ])('closes a meeting of phase %i with %s', (phase, closing) => {
    const plan = { ...items(technique('openingsronde', 15), technique('persoonlijke-tijd', 10)), phase };
    expect(mendOf(plan, 'no-closing', 'add-technique')).toMatchObject({ technique: closing, at: 2 });
  });

  test('takes no item more in a full plan', () => {
    const plan = { ...items(...Array.from({ length: 39 }, () => own(1)), technique('vrije-bespreking', 45)) };
    expect(checkPlan(plan, techniques).map(({ id, mends }) => [id, mends])).toEqual([
      ['no-opening', []],
      ['no-closing', []],
    ]);
  });

  test('takes away what it mends, whatever the plan', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { id, name, item, mends } of checkPlan(plan, techniques))
          for (const mend of mends) {
            const after = applyMend(plan, mend);
            if (mend.type === 'fill-in') expect(after).toBe(plan);
            // A break halves a stretch; one that is very long stays too long.
            else if (id === 'no-break') expect(after.items.length).toBe(plan.items.length + 1);
            else
              expect(
                checkPlan(after, techniques).filter((other) => other.name === name && other.item === item),
              ).toEqual([]);
          }
      }),
    );
  });
});

describe('the minutes a technique begins with', () => {
  test.each([...techniques])('%s: whole fives within its range', (_id, facts) => {
    const minutes = usualMinutes(facts);
    expect(minutes).toBeGreaterThanOrEqual(facts.minutes.min);
    expect(minutes).toBeLessThanOrEqual(facts.minutes.max);
    expect(Math.abs(minutes - facts.minutes.usual)).toBeLessThanOrEqual(3);
  });
});

test('why a technique does not fit a meeting is told', () => {
  const facts = techniques.get('elevator-pitch')!;
  expect(misfitsOf(facts, { ...sound, phase: 5 })).toEqual([]);
  expect(misfitsOf(facts, { ...sound, phase: 4, people: 13, experience: 'none' })).toEqual([
    'phase',
    'people',
    'experience',
  ]);
  expect(misfitsOf({ ...facts, online: 'no' }, { ...sound, phase: 5, online: true })).toEqual(['online']);
  expect(misfitsOf({ ...facts, experience: 'much' }, { ...sound, phase: 5, experience: 'much' })).toEqual([]);
});
