import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/domain/revision/index.ts';
import { missingVersions, permalinks, printedFingerprints, revisions } from './printed.ts';

describe('the versions of what is printed', () => {
  it('cover every change: nothing is printed differently under the same version', () => {
    expect(missingVersions()).toEqual([]);
  });

  it('count on without a gap, and each has a permanent link', () => {
    const ids = new Set(permalinks().map(({ id }) => id));
    expect([...revisions().values()].flatMap(faultsOf)).toEqual([]);
    expect([...revisions().keys()].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('exist for every phase, technique, case, sheet and questionnaire', () => {
    const printed = printedFingerprints();
    const kinds = permalinks()
      .filter(({ id }) => printed.has(id))
      .map(({ kind }) => kind);
    const count = (kind: string): number => kinds.filter((other) => other === kind).length;
    expect({ phase: count('phase'), sheet: count('sheet') }).toEqual({ phase: 8, sheet: 3 });
    expect(count('technique')).toBeGreaterThan(25);
    expect(count('case')).toBeGreaterThan(15);
    expect(count('tool')).toBeGreaterThanOrEqual(3);
  });
});
