// The check of dependencies finds each kind of fault that it is there for.
import { describe, expect, it } from 'vitest';
import { answerOf } from './checks/dependencies/advisories.ts';
import { fitsNode } from './checks/dependencies/node-range.ts';
import { isBefore, lockFaults, manifestFaults } from './checks/dependencies.ts';

const sound = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' };
const faultsOf = (name: string, over: object) =>
  lockFaults({ [`node_modules/${name}`]: { ...sound, ...over } });

describe('the lock file', () => {
  it('is sound with packages of the registry', () => {
    expect(faultsOf('some', {})).toEqual([]);
  });

  it.each([
    ['a version with a known hole', 'mongoose', { version: '9.9.1' }, /9\.9\.2 or newer/],
    [
      'the same deep in the tree',
      'a/node_modules/fastify',
      { version: '5.12.0' },
      /fastify 5\.12\.0 is not safe/,
    ],
    ['a package without a hash', 'some', { integrity: undefined }, /no integrity hash/],
    ['a package from elsewhere', 'some', { resolved: 'git+ssh://host/some.git' }, /comes from git/],
    ['a script at install', 'some', { hasInstallScript: true }, /runs a script/],
    ['a licence that is not on the list', 'some', { license: 'GPL-3.0' }, /under GPL-3\.0/],
    ['no licence', 'some', { license: undefined }, /names no licence/],
    ['the SSPL elsewhere than in the engine', 'some', { license: 'SSPL-1.0' }, /under SSPL/],
    ['a package for a newer Node', 'some', { engines: { node: '>=22' } }, /wants Node >=22/],
  ])('shows %s', (_what, name, over, fault) => {
    const faults = faultsOf(name, over);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });
});

describe('package.json', () => {
  const manifest = (dependencies: Record<string, string>) => ({
    dependencies,
    optionalDependencies: {},
    devDependencies: {},
  });

  it.each([
    ['a range', { some: '^1.0.0' }, /pin one version/],
    ['an address', { some: 'https://host/some.tgz' }, /pin one version/],
    ['a package that is imported nowhere', { other: '1.0.0' }, /imported nowhere/],
  ])('shows %s', (_what, dependencies, fault) => {
    expect(manifestFaults(manifest(dependencies as never), new Set(['some'])).join()).toMatch(fault);
  });
});

it('versions are compared by number', () => {
  expect(isBefore('9.9.10', '9.9.2')).toBe(false);
  expect(isBefore('9.10.0', '10.0.0')).toBe(true);
  expect(isBefore('5.12.1', '5.12.1')).toBe(false);
});

it.each([
  ['>=18', true],
  ['^20.12||^22||>=24', true],
  ['20 || >=22', true],
  ['>= 20.20', false],
  ['^18 || >=22', false],
  ['^22.0.0', false],
  ['*', true],
])('Node 20.19 in %s: %s', (range, fits) => {
  expect(fitsNode(range, '20.19.0')).toBe(fits);
});

describe('the advisories', () => {
  it('fail the check from high on, and say when there are none to be had', () => {
    const vulnerabilities = {
      some: { severity: 'high', range: '<2' },
      other: { severity: 'low', range: '<1' },
    };
    expect(answerOf(JSON.stringify({ vulnerabilities })).faults).toHaveLength(1);
    expect(answerOf(JSON.stringify({ message: '405 Method Not Allowed' }))).toMatchObject({ faults: [] });
    expect(answerOf('').note).toMatch(/no advisories to be had/);
  });
});
