// The production files, as far as they can be held against the code without a container engine: every service is
// watched, bounded and without a password of its own, and whatever the files name exists.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { demoOperator } from '../../../engine/kernel/operator.ts';
import { readResolvedConfiguration } from '../../../engine/runtime/configuration.ts';
import { variableNames } from '../../../engine/runtime/variables.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly deploy?: { readonly resources: { readonly limits: { cpus: string; memory: string } } };
  readonly restart?: string;
  readonly logging?: { readonly options: object };
  readonly stop_grace_period?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const own = services.filter(([, { build }]) => build !== undefined);

describe.each(services)('the service %s', (_name, service) => {
  it('is watched, bounded, started again and given time to stop', () => {
    expect(service.healthcheck?.test?.length).toBeGreaterThan(1);
    // A colon makes a map of a word that is not quoted.
    for (const word of service.healthcheck?.test ?? []) expect(word).toBeTypeOf('string');
    expect(service.deploy?.resources.limits).toMatchObject({
      cpus: expect.any(String),
      memory: expect.any(String),
    });
    expect(service).toMatchObject({ restart: 'unless-stopped', logging: { options: { 'max-size': '20m' } } });
    expect(service.stop_grace_period).toMatch(/^\d+s$/);
  });

  it('has no secret of its own: each comes from the environment, and is asked for', () => {
    for (const [name, value] of Object.entries(service.environment ?? {}))
      if (/PASSWORD|SECRET|KEY|TOKEN|AUTH/.test(name))
        expect(value, name).toMatch(/^\$\{[A-Z_]+:[?-][^}]*\}$/);
    for (const value of Object.values(service.environment ?? {}))
      expect(value).not.toMatch(/:\/\/[^@$]*:(?!\$\{[A-Z_]+:\?)[^@]+@/);
    const words = JSON.stringify([service.command, service.entrypoint, service.healthcheck]);
    expect(words).not.toMatch(/(?:pass\w*|requirepass|-p)[ =]\\?"?(?!\\?"?\$)[A-Za-z0-9]{6,}/i);
  });

  it('names networks and volumes that there are', () => {
    for (const name of service.networks ?? []) expect(Object.keys(compose.networks)).toContain(name);
    for (const volume of service.volumes ?? [])
      expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });
});

describe('the application', () => {
  it('is api, worker and both bots', () => {
    expect(own.map(([name]) => name)).toEqual(['api', 'worker', 'participant-bot', 'staff-bot']);
  });

  it.each(own)('%s runs a file that there is, as little privileged as can be', (_name, service) => {
    const command = service.command ?? imageCommand();
    expect(existsSync(`${root}${command.at(-1)}`)).toBe(true);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it.each(own)('%s gets variables that Qadam knows, with values that it takes', (_name, service) => {
    const environment = service.environment ?? {};
    expect(variableNames).toEqual(expect.arrayContaining(Object.keys(environment)));
    const given = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, filled(value)]),
    );
    expect(readResolvedConfiguration(given)).toMatchObject({
      demo: false,
      host: '0.0.0.0',
      metricsPort: 9464,
    });
  });
});

it('the databases can be reached from inside only', () => {
  expect(compose.networks.inside?.internal).toBe(true);
  for (const name of ['mongodb', 'redis'])
    expect(compose.services[name]).toMatchObject({ networks: ['inside'], environment: expect.any(Object) });
  expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['api']);
});

describe('the image', () => {
  const lines = read('Dockerfile').split('\n');
  const ignored = read('.dockerignore').split('\n').filter(Boolean);

  it('copies what there is, and what is not kept away from it', () => {
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.length).toBeGreaterThan(6);
    for (const source of sources) {
      expect(existsSync(`${root}${source}`), source).toBe(true);
      expect(ignored).not.toContain(source);
    }
    for (const folder of ['engine', 'bot', 'api', 'rules', 'locales']) expect(sources).toContain(folder);
  });

  it('runs as nobody in particular, without development packages and embedded engine', () => {
    expect(lines).toContain('USER node');
    expect(lines.indexOf('USER node')).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('RUN ')),
    );
    expect(read('Dockerfile')).toMatch(/npm ci --omit=dev[^\n]*&& rm -rf node_modules\/@0q/);
    expect(lines.filter((line) => line.startsWith('FROM ')).every((line) => /node:24-/.test(line))).toBe(
      true,
    );
  });
});

function imageCommand(): readonly string[] {
  const line =
    read('Dockerfile')
      .split('\n')
      .find((each) => each.startsWith('CMD ')) ?? '';
  return JSON.parse(line.slice(4)) as string[];
}

/** As compose would fill it in from an operator's environment. */
const filled = (value: string): string =>
  value.replace(/\$\{([A-Z_]+):([?-])([^}]*)\}/g, (_whole, name: string, kind: string, rest: string) =>
    kind === '-'
      ? rest
      : name === 'OPERATOR_BIN'
        ? demoOperator.bin
        : `${name.toLowerCase()}0123456789abcdef0123456789abcdef`.replaceAll('_', ''),
  );
