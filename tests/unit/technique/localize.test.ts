import { describe, expect, test } from 'vitest';
import { localizeFacts, localizeTechnique } from '../../../src/domain/technique/index.ts';
import { techniqueSchema } from '../../../src/domain/technique/schema.ts';
import { entries } from '../../content/load.ts';

const all = entries('techniques', techniqueSchema);

describe('a technique in one language', () => {
  test('has its facts, with phases as numbers and the minutes of its script', () => {
    const { openingsronde } = Object.fromEntries(all);
    expect(localizeFacts('openingsronde', openingsronde!, 'nl')).toEqual({
      id: 'openingsronde',
      name: 'Openingsronde',
      phases: [3, 4],
      minutes: { min: 10, max: 20, usual: 16 },
      people: { min: 3, max: 16 },
      experience: 'none',
      online: 'yes',
      roles: ['opens'],
    });
  });

  test.each([...all])('%s has its script, word for word', (id, technique) => {
    const local = localizeTechnique(id, technique, 'nl');
    expect(local).toMatchObject(localizeFacts(id, technique, 'nl'));
    expect(local.script).toEqual(
      technique.script.map((step) => ({
        id: step.id,
        minutes: step.minutes,
        do: step.do.nl,
        say: step.say?.nl ?? null,
        branches: step.branches.map(({ when, goTo, usual }) => ({
          when: when.nl,
          goTo,
          isUsual: usual === true,
        })),
        onward: step.onward?.nl ?? null,
        round: step.round,
      })),
    );
    expect(local.materials).toEqual(technique.materials.map(({ nl }) => nl));
    expect(local.prepare).toEqual(technique.prepare.map(({ nl }) => nl));
  });

  test('falls back to Dutch text by text', () => {
    const [id, technique] = [...all][0]!;
    const partly = {
      ...technique,
      name: { ...technique.name, fr: 'Cartographie' },
      room: { nl: technique.room.nl },
    };
    expect(localizeTechnique(id, partly, 'fr')).toMatchObject({
      name: 'Cartographie',
      room: technique.room.nl,
    });
  });
});
