// The configuration: everything that is wrong is told at once, nothing secret is told, near misses are noticed.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { binProblem } from '../../../engine/kernel/iin.ts';
import { demoOperator } from '../../../engine/kernel/operator.ts';
import {
  readConfiguration,
  readResolvedConfiguration,
  toEnvironment,
} from '../../../engine/runtime/configuration.ts';
import { ConfigurationError } from '../../../engine/runtime/configuration-error.ts';
import { keepSettings, openDataDirectory } from '../../../engine/runtime/data-directory.ts';

const secretKey = 'k'.repeat(32);

function problemsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('reading the environment', () => {
  it('needs nothing: an empty environment gives the embedded default', () => {
    const read = readConfiguration({ PATH: '/bin', HOME: '/home/x', MONGODB_URI: '' });
    expect(read).toMatchObject({
      port: undefined,
      host: '127.0.0.1',
      mongodbUri: undefined,
      logLevel: 'info',
    });
    expect(read.telegramApiRoot).toBe('https://api.telegram.org');
  });

  it('lists every wrong variable in one error, with its value and how to fix it', () => {
    const problems = problemsOf(() =>
      readConfiguration({ PORT: '8e3', DEMO: 'yes', LOG_LEVEL: 'loud', REDIS_URL: 'localhost:6379' }),
    );
    expect(problems).toHaveLength(4);
    expect(problems[0]).toBe('PORT is "8e3", but must be a port number, as in PORT=8080.');
    expect(problems.join('\n')).toContain('LOG_LEVEL is "loud", but must be one of trace, debug');
  });

  it.each(['0', '1', '65535'])('takes %s for a port', (port) => {
    expect(readConfiguration({ PORT: port }).port).toBe(Number(port));
  });

  it.each(['65536', '-1', '80.5', 'http'])('refuses %s as a port', (port) => {
    expect(problemsOf(() => readConfiguration({ PORT: port }))).toHaveLength(1);
  });

  it('never shows a secret', () => {
    const secrets = {
      PARTICIPANT_BOT_TOKEN: 'my-wrong-token',
      SECRET_KEY: 'too-short-secret',
      MONGODB_URI: 'http://user:canary-password@host',
      ADMIN_API_KEY: 'canary key with spaces',
    };
    const problems = problemsOf(() => readConfiguration(secrets));
    expect(problems).toHaveLength(4);
    for (const secret of Object.values(secrets)) expect(problems.join('\n')).not.toContain(secret);
    expect(problems.join('\n')).not.toContain('canary');
  });

  it('wants a key of one’s own beside a server of one’s own, and two different bots', () => {
    const token = '123456:abcdefghijk';
    const problems = problemsOf(() =>
      readConfiguration({
        MONGODB_URI: 'mongodb://db/qadam',
        PARTICIPANT_BOT_TOKEN: token,
        STAFF_BOT_TOKEN: token,
      }),
    );
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['SECRET_KEY', 'PARTICIPANT_BOT_TOKEN']);
  });

  it.each([
    ['MONGO_URI', 'MONGODB_URI'],
    ['MONGO_URL', 'MONGODB_URI'],
    ['REDIS_URI', 'REDIS_URL'],
    ['PARTICIPANT_TOKEN', 'PARTICIPANT_BOT_TOKEN'],
    ['BOT_TOKEN', 'PARTICIPANT_BOT_TOKEN or STAFF_BOT_TOKEN'],
    ['QADAM_PORT', 'PORT'],
    ['DATADIR', 'DATA_DIR'],
  ])('takes %s for a misspelt %s', (name, meant) => {
    expect(problemsOf(() => readConfiguration({ [name]: 'x' }))).toEqual([
      `${name} is not a variable of Qadam: did you mean ${meant}?`,
    ]);
  });

  it('leaves strangers’ variables alone', () => {
    const strangers = {
      PATH: '/bin',
      POST: '1',
      HOSTNAME: 'box',
      LOGNAME: 'x',
      API_KEY: 'x',
      XDG_DATA_DIRS: '/usr/share',
      QADAM_API_SERVICE_HOST: '10.0.0.1',
      QADAM_PORT: 'tcp://10.0.0.1:80',
    };
    expect(problemsOf(() => readConfiguration(strangers))).toEqual([]);
  });

  it('survives the way from the launcher to its children', () => {
    const resolved = readResolvedConfiguration({
      MONGODB_URI: 'mongodb://%2Ftmp%2Fm.sock/qadam?w=1',
      REDIS_URL: 'unix:///tmp/redis.sock',
      SECRET_KEY: secretKey,
      PUBLIC_URL: 'https://qadam.example/',
      DEMO: '1',
    });
    expect(resolved).toMatchObject({
      redisUrl: '/tmp/redis.sock',
      publicUrl: 'https://qadam.example',
      demo: true,
    });
    expect(readResolvedConfiguration(toEnvironment(resolved))).toEqual(resolved);
  });

  it('tells a process that was started alone what it lacks', () => {
    expect(problemsOf(() => readResolvedConfiguration({})).map((line) => line.split(' ')[0])).toEqual([
      'MONGODB_URI',
      'REDIS_URL',
      'SECRET_KEY',
    ]);
  });

  const servers = { MONGODB_URI: 'mongodb://db/qadam', REDIS_URL: 'redis://redis', SECRET_KEY: secretKey };
  const operator = {
    OPERATOR_NAME: 'Үлгі | Образец | Sample',
    OPERATOR_BIN: '000040000009',
    OPERATOR_CONTACT: '@sample',
  };

  it('names the operator in three languages or in one, also on the way to the children', () => {
    const { name, bin, contact } = readResolvedConfiguration({ ...servers, ...operator }).operator ?? {};
    expect({ name, bin, contact }).toEqual({
      name: { kk: 'Үлгі', ru: 'Образец', en: 'Sample' },
      bin: '000040000009',
      contact: '@sample',
    });
    const one = readResolvedConfiguration({ ...servers, ...operator, OPERATOR_NAME: 'Qadam' });
    expect(one.operator?.name).toEqual({ kk: 'Qadam', ru: 'Qadam', en: 'Qadam' });
    expect(readResolvedConfiguration(toEnvironment(one))).toEqual(one);
  });

  it('speaks to nobody about real data without an operator, and gives the demo a fictional one', () => {
    expect(problemsOf(() => readResolvedConfiguration(servers))).toEqual([
      expect.stringContaining('OPERATOR_NAME, OPERATOR_BIN and OPERATOR_CONTACT are missing'),
    ]);
    expect(readResolvedConfiguration({ ...servers, DEMO: '1' }).operator).toEqual(demoOperator);
    expect(demoOperator.name).toMatchObject({ en: expect.stringContaining('fictional') });
    expect(binProblem(demoOperator.bin)).toBeNull();
  });

  it.each([
    [{ OPERATOR_BIN: '000040000008' }, 'OPERATOR_BIN is 000040000008'],
    [{ OPERATOR_BIN: '12345' }, 'OPERATOR_BIN is "12345"'],
    [{ OPERATOR_NAME: 'Үлгі | Образец' }, 'OPERATOR_NAME is'],
    [{ OPERATOR_CONTACT: '' }, 'OPERATOR_CONTACT is missing'],
  ])('refuses an operator with %o', (wrong, problem) => {
    const problems = problemsOf(() => readConfiguration({ ...operator, ...wrong }));
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});

describe('what a data directory keeps', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'qadam-data-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const keep = (extra: NodeJS.ProcessEnv = {}) =>
    keepSettings(readConfiguration({ DATA_DIR: directory, ...extra }));
  const beginData = () => mkdirSync(join(directory, 'mongodb'));

  it('makes a secret key once, readable by its owner alone', () => {
    const first = keep();
    expect(first.secretKey).toMatch(/^[0-9a-f]{64}$/);
    expect(keep()).toEqual(first);
    expect(statSync(join(directory, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  it('does not replace a damaged key', () => {
    writeFileSync(join(directory, 'secret-key'), 'oops');
    expect(problemsOf(keep)[0]).toContain('is damaged');
  });

  it('stays a demo once begun as one, and refuses to become real', () => {
    expect(keep().demo).toBe(true);
    beginData();
    expect(keep().demo).toBe(true);
    expect(problemsOf(() => keep({ DEMO: '0' }))[0]).toContain('was begun as a demo');
  });

  it('stays real once begun as such, and refuses to be filled with fiction', () => {
    expect(keep({ DEMO: '0' }).demo).toBe(false);
    beginData();
    expect(keep().demo).toBe(false);
    expect(problemsOf(() => keep({ DEMO: '1' }))[0]).toContain('holds real data');
  });

  it('is no demo with a server of one’s own', () => {
    expect(keep({ MONGODB_URI: 'mongodb://db/qadam', SECRET_KEY: secretKey }).demo).toBe(false);
  });

  it('says so when it cannot be a directory', () => {
    writeFileSync(join(directory, 'file'), '');
    expect(problemsOf(() => openDataDirectory(join(directory, 'file')))[0]).toContain('DATA_DIR is');
  });
});
