// The loader refuses every form in which a rule could be silently wrong, and says where and how to fix it.
import { describe, expect, it } from 'vitest';
import { AppError } from '../../engine/kernel/errors.ts';
import { checkSources, ruleBookFrom } from '../../engine/rules/rule-book.ts';
import { nested } from './rejections/bending.ts';
import { rejectedFiles } from './rejections/files.ts';
import { rejectedGroups } from './rejections/groups.ts';
import { rejectedRightSides } from './rejections/right-sides.ts';
import { sample, sourcesOf } from './sample-sources.ts';

const rejections = [...rejectedGroups, ...rejectedRightSides, ...rejectedFiles];

const placesOf = (bend: (bent: ReturnType<typeof sample>) => unknown) => {
  const bent = sample();
  bend(bent);
  return checkSources(sourcesOf(bent));
};

describe('a rule book', () => {
  it('is accepted when it is sound', () => {
    expect(placesOf(() => undefined)).toEqual([]);
  });

  it.each(rejections)('is refused for $what', ({ bend, code, file = 'club/join.json', pointer }) => {
    const found = placesOf(bend).filter((finding) => finding.file === file);
    expect(found.map((finding) => [finding.code, finding.pointer])).toEqual([[code, pointer]]);
    expect(found.every(({ hint }) => hint.length > 0)).toBe(true);
  });

  it('takes eight levels and 200 nodes', () => {
    const eight = placesOf(({ set }) =>
      Object.assign(set.versions[0]?.requirements[0] ?? {}, { conditions: nested(8) }),
    );
    expect(eight).toEqual([]);
  });

  it('survives a tree of 100,000 levels', () => {
    const deep = `${'{"all":['.repeat(100_000)}true${']}'.repeat(100_000)}`;
    const sources = sourcesOf(sample()).map((source) =>
      source.kind === 'set'
        ? { ...source, content: withConditions(source.content, JSON.parse(deep)) }
        : source,
    );
    expect(checkSources(sources).map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('names every fault at once when it is refused', () => {
    const bent = sample();
    Object.assign(bent.set, { id: 'club.leave', programme: 'choir' });
    const refuse = () => ruleBookFrom(sourcesOf(bent));
    expect(refuse).toThrow(AppError);
    try {
      refuse();
    } catch (error) {
      const { code, details } = error as AppError;
      expect(code).toBe('configuration');
      expect(details.map(({ pointer }) => pointer)).toEqual([
        'club/join.json#/id',
        'club/join.json#/programme',
      ]);
    }
  });

  it('refuses a fact that two programmes name', () => {
    const own = sourcesOf(sample());
    const other = {
      file: 'choir/facts.json',
      programme: 'choir',
      kind: 'facts' as const,
      content: { 'club.visits': { type: 'bool' } },
    };
    expect(checkSources([...own, other]).map(({ code, file }) => [code, file])).toEqual([
      ['duplicate', 'choir/facts.json'],
    ]);
  });

  it('refuses what is not JSON, in the words of the parser', () => {
    const [facts, ...rest] = sourcesOf(sample());
    if (facts === undefined) throw new Error('no sources');
    const found = checkSources([{ ...facts, content: null, unreadable: 'Unexpected token' }, ...rest]);
    expect(found.find(({ file }) => file === facts.file)?.code).toBe('unreadable');
  });
});

function withConditions(content: unknown, conditions: unknown): unknown {
  const set = structuredClone(content) as ReturnType<typeof sample>['set'];
  Object.assign(set.versions[0]?.requirements[0] ?? {}, { conditions });
  return set;
}
