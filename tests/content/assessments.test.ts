import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Answer, askedItems, evaluate } from '../../src/domain/assessment/index.ts';
import { assessmentSchema, factor, start } from '../../src/domain/assessment/schema.ts';
import { entries } from './load.ts';

const STARTS = start.options;

/**
 * Fingerprint of the item order of every version that was ever published. A list in `codec` must never change:
 * links made with it would read wrong. A new version adds a line here.
 */
const PUBLISHED: Record<string, Record<string, string>> = {
  fasetest: { '1': 'c724eb1729ee4c32' },
};

describe.each([...entries('assessments', assessmentSchema)])('assessment %s', (id, model) => {
  const byId = new Map(model.items.map((item) => [item.id, item]));

  it('has unique ids, each in the share link of the current version', () => {
    expect(byId.size).toBe(model.items.length);
    const order = model.codec[model.version] ?? [];
    const where = `content/assessments/${id}.yaml`;
    expect([
      ...[...byId.keys()]
        .filter((item) => !order.includes(item))
        .map(
          (item) =>
            `${where}: “${item}” staat niet onder codec. Verhoog version en schrijf de nieuwe volgorde eronder.`,
        ),
      ...order
        .filter((item) => !byId.has(item))
        .map(
          (item) =>
            `${where}: “${item}” is weg. Verhoog version en schrijf onder codec de volgorde zonder die vraag.`,
        ),
    ]).toEqual([]);
  });

  it('keeps the order of items in links of every published version', () => {
    const fingerprints = Object.fromEntries(
      Object.entries(model.codec).map(([version, order]) => [
        version,
        createHash('sha256').update(order.join(' ')).digest('hex').slice(0, 16),
      ]),
    );
    expect(fingerprints).toEqual(PUBLISHED[id]);
  });

  it('asks about forty items, each on the route of every group it is for', () => {
    expect(model.items.length).toBeGreaterThanOrEqual(38);
    expect(model.items.length).toBeLessThanOrEqual(46);
    const offRoute = model.items.flatMap((item) =>
      item.starts
        .filter((name) => !model.routes[name].includes(item.phase))
        .map((name) => `${item.id}: ${name}`),
    );
    expect(offRoute).toEqual([]);
  });

  it('has a gate in every phase of every route that always applies, and two wherever a new group passes', () => {
    for (const name of STARTS) {
      for (const phase of model.routes[name]) {
        const gates = askedItems(model, name).filter((item) => item.phase === phase && item.kind === 'gate');
        expect.soft(gates.length, `${name}, ${phase}`).toBeGreaterThanOrEqual(name === 'new' ? 2 : 1);
        expect
          .soft(
            gates.some((item) => !item.naAllowed),
            `${name}, ${phase}`,
          )
          .toBe(true);
      }
    }
  });

  it('requires only items that stand earlier, so that nothing goes round in circles', () => {
    const order = model.items.map((item) => item.id);
    const wrong = model.items.flatMap((item, index) =>
      item.requires
        .filter((other) => !order.slice(0, index).includes(other))
        .map((other) => `${item.id}: ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves no side of working together empty', () => {
    const used = new Set(model.items.map((item) => item.factor));
    expect(factor.options.filter((side) => !used.has(side))).toEqual([]);
  });

  it('explains each item in the phase it belongs to, or where the method treats it', () => {
    // Two means are told in phase 4 and asked later, when they are due.
    const elsewhere = ['leden-aan-zet', 'vast-kanaal'];
    const wrong = model.items.filter(
      ({ id, phase, anchor }) => !anchor.startsWith(`/methode/${phase}/#`) && !elsewhere.includes(id),
    );
    expect(wrong.map((item) => item.id)).toEqual([]);
  });

  it('draws items from every kind of origin', () => {
    expect(new Set(model.items.map((item) => item.origin))).toEqual(
      new Set(['intention', 'means', 'lesson']),
    );
  });

  it.each(model.examples.map((example) => [example.situation, example] as const))(
    'example: %s',
    (_situation, example) => {
      const answers: Record<string, Answer> = {};
      for (const item of askedItems(model, example.start)) {
        const level = example.phases[item.phase];
        if (level !== undefined && (level !== 'n' || item.naAllowed)) answers[item.id] = level;
      }
      for (const [item, answer] of Object.entries(example.answers)) {
        expect(byId.has(item), `onbekende vraag ${item}`).toBe(true);
        answers[item] = answer;
      }
      const result = evaluate(model, example.start, answers);
      expect([result.earliest, result.latest]).toEqual(example.expected.position);
      expect(result.nextSteps[0]).toBe(example.expected.firstStep);
      expect(result.decisive).toEqual(example.expected.decisive);
    },
  );
});
