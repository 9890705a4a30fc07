// The packages that Qadam stands on, as package.json and the lock file name them: no known hole, nothing from elsewhere
// than the registry, nothing that runs at install unasked, licences that allow it, nothing unused. All of that without a
// network; the registry's advisories are asked for besides, and the line says so where there are none to be had.
import { type Check, filesIn, read } from './check.ts';
import { advisories } from './dependencies/advisories.ts';
import { fitsNode } from './dependencies/node-range.ts';
import { policy } from './dependencies/policy.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly engines?: { readonly node?: string };
}
export type Lock = Readonly<Record<string, Locked>>;
export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

let heard = '';

export const dependencies: Check = {
  name: 'dependencies',
  note: () => heard,
  run: async () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Lock };
    const manifest = JSON.parse(read('package.json')) as Manifest;
    const asked = await advisories();
    heard = asked.note;
    return [...lockFaults(packages), ...manifestFaults(manifest, importedPackages()), ...asked.faults];
  },
};

/** What is wrong with the locked packages. */
export function lockFaults(lock: Lock): readonly string[] {
  return Object.entries(lock)
    .filter(([path]) => path !== '')
    .flatMap(([path, locked]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return [
        ...originFaults(name, locked),
        ...versionFaults(name, locked),
        ...(locked.dev || locked.devOptional ? [] : licenceFaults(name, locked)),
      ];
    });
}

function originFaults(
  name: string,
  { integrity, resolved, hasInstallScript, optional, os }: Locked,
): string[] {
  // Entries for other platforms are named by hand where npm left them out; npm fills their hashes in there.
  const elsewhere = optional === true && os !== undefined;
  return [
    ...(integrity || elsewhere ? [] : [`${name} has no integrity hash in package-lock.json`]),
    ...(resolved
      ? [`${name} comes from ${resolved}: only packages of the registry, without an address`]
      : []),
    ...(hasInstallScript && !policy.installScripts.includes(name)
      ? [`${name} runs a script when it is installed: look at it, then name it in dependencies/policy.ts`]
      : []),
  ];
}

function versionFaults(name: string, { version = '', engines, optional }: Locked): string[] {
  const safe = policy.minimumVersions[name];
  return [
    ...(safe && isBefore(version, safe.version)
      ? [`${name} ${version} is not safe: ${safe.version} or newer (${safe.reason})`]
      : []),
    ...(optional || fitsNode(engines?.node ?? '*', policy.oldestNode)
      ? []
      : [`${name} ${version} wants Node ${engines?.node}: ${policy.oldestNode} has to do`]),
  ];
}

function licenceFaults(name: string, { license, optional, os }: Locked): string[] {
  if (license === undefined)
    return (optional && os) || policy.unnamedLicences.includes(name) ? [] : [`${name} names no licence`];
  const named = policy.namedLicences[license]?.some((each) => name.startsWith(each));
  return named || policy.licences.includes(license)
    ? []
    : [`${name} is under ${license}, which is not on the list of dependencies/policy.ts`];
}

/** What is wrong with the declarations. */
export function manifestFaults(manifest: Manifest, imported: ReadonlySet<string>): readonly string[] {
  const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
  return Object.entries(all).flatMap(([name, version]) => [
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} ${version}: pin one version of the registry`]),
    ...(imported.has(name) || name.startsWith('@types/') || name in policy.tools
      ? []
      : [`${name} is declared and imported nowhere`]),
  ]);
}

function importedPackages(): ReadonlySet<string> {
  const files = ['.ts', '.mjs'].flatMap((ending) =>
    filesIn(['bot', 'engine', 'api', 'locales', 'tests'], ending),
  );
  const named = [...files, 'vitest.config.ts'].flatMap((file) =>
    [...read(file).matchAll(/(?:from|import\(|resolve\(|require\(|import)\s*'([^'.][^']*)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  return new Set(
    named.map((each) =>
      each
        .split('/')
        .slice(0, each.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
}

/** Compares the numbers of two plain versions. */
export function isBefore(version: string, than: string): boolean {
  const [left, right] = [version, than].map((each) => each.split(/[.-]/).slice(0, 3).map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
