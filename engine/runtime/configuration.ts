// Turns the environment into the typed configuration, or into one message with everything that is wrong.
// Called once per process, at boot. Must never reveal a secret and never read or write a file.
import { join, resolve } from 'node:path';
import { Value } from 'typebox/value';
import type { Operator } from '../kernel/operator.ts';
import { ConfigurationError } from './configuration-error.ts';
import { findMisspelt } from './misspelt-variables.ts';
import { operatorFrom, operatorProblems, operatorVariables, requireOperator } from './operator-setting.ts';
import { type Environment, environmentSchema, type VariableName, variableNames } from './variables.ts';

export type LogLevel = NonNullable<Environment['LOG_LEVEL']>;

/** The configuration as the environment gives it: what is absent may still be decided by the launcher. */
export interface Configuration {
  /** `undefined`: 8080, or the next free port. `0`: any free port. */
  readonly port: number | undefined;
  readonly host: string;
  /** Absolute path. */
  readonly dataDirectory: string;
  /** `undefined`: the embedded engine. */
  readonly mongodbUri: string | undefined;
  /** For `new Redis(url)`: `redis://…` or the path of a Unix socket. `undefined`: a private Redis. */
  readonly redisUrl: string | undefined;
  readonly participantBotToken: string | undefined;
  readonly staffBotToken: string | undefined;
  /** Without a slash at its end. */
  readonly telegramApiRoot: string;
  /** Without a slash at its end. Set: webhooks; absent: long polling. */
  readonly publicUrl: string | undefined;
  /** Checks electronic signatures, GOST ones too. Without a slash at its end. */
  readonly ncanodeUrl: string | undefined;
  /** Absolute path of the certificates of trusted authorities. */
  readonly signatureTrustDirectory: string | undefined;
  /** Where e-mails are handed over. `undefined`: they are kept, and shown on the mailbox page. */
  readonly smtpUrl: string | undefined;
  /** Where SMS are handed over. `undefined`: they are kept, and shown on the mailbox page. */
  readonly smsUrl: string | undefined;
  /** The address that e-mails come from. */
  readonly mailFrom: string | undefined;
  readonly adminApiKey: string | undefined;
  readonly secretKey: string | undefined;
  readonly demo: boolean | undefined;
  /** Who runs the programmes. `undefined`: not said; processes that speak to people about real data refuse to start. */
  readonly operator: Operator | undefined;
  /** Absolute path of the file that remembers who was erased; it outlives the database. */
  readonly erasureLedger: string;
  /** Where worker and bots serve their metrics; the API serves its own beside everything else. */
  readonly metricsPort: number | undefined;
  /** Milliseconds for which a deciding button that was just shown is not taken yet. */
  readonly tapPause: number;
  readonly logLevel: LogLevel;
}

/** What a process of the application gets: everything is decided. */
export interface ResolvedConfiguration extends Configuration {
  readonly port: number;
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly secretKey: string;
  readonly demo: boolean;
}

/** @throws ConfigurationError listing every wrong variable, its value (secrets hidden) and how to fix it. */
export function readConfiguration(source: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(
    variableNames.flatMap((name) => {
      const value = source[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const environment = convertNumbers(given);
  const problems = [
    ...wrongValues(environment),
    ...contradictions(given),
    ...operatorProblems(given),
    ...misspelt(source),
  ];
  if (problems.length > 0) throw new ConfigurationError(...problems);
  return fromEnvironment(Value.Parse(environmentSchema, environment));
}

/**
 * The configuration of an application process that the launcher, or a container platform, started.
 * @throws ConfigurationError as {@link readConfiguration}, and when no server or no operator is named.
 */
export function readResolvedConfiguration(source: NodeJS.ProcessEnv): ResolvedConfiguration {
  const read = readConfiguration(source);
  const { mongodbUri, redisUrl, secretKey } = read;
  if (mongodbUri === undefined || redisUrl === undefined || secretKey === undefined) {
    const missing = Object.entries({ MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, SECRET_KEY: secretKey })
      .filter(([, value]) => value === undefined)
      .map(
        ([name]) =>
          `${name} is missing. A process started by itself needs it; \`npm start\` sets it for you.`,
      );
    throw new ConfigurationError(...missing);
  }
  const demo = read.demo ?? false;
  const operator = requireOperator(read.operator, demo);
  return { ...read, mongodbUri, redisUrl, secretKey, port: read.port ?? 8080, demo, operator };
}

/** The environment variables from which {@link readResolvedConfiguration} reads this configuration again. */
export function toEnvironment(configuration: ResolvedConfiguration): Record<VariableName, string> {
  return {
    PORT: String(configuration.port),
    HOST: configuration.host,
    DATA_DIR: configuration.dataDirectory,
    MONGODB_URI: configuration.mongodbUri,
    REDIS_URL: configuration.redisUrl,
    PARTICIPANT_BOT_TOKEN: configuration.participantBotToken ?? '',
    STAFF_BOT_TOKEN: configuration.staffBotToken ?? '',
    TELEGRAM_API_ROOT: configuration.telegramApiRoot,
    PUBLIC_URL: configuration.publicUrl ?? '',
    NCANODE_URL: configuration.ncanodeUrl ?? '',
    SIGNATURE_TRUST_DIR: configuration.signatureTrustDirectory ?? '',
    SMS_URL: configuration.smsUrl ?? '',
    SMTP_URL: configuration.smtpUrl ?? '',
    MAIL_FROM: configuration.mailFrom ?? '',
    ADMIN_API_KEY: configuration.adminApiKey ?? '',
    SECRET_KEY: configuration.secretKey,
    DEMO: configuration.demo ? '1' : '0',
    ...operatorVariables(configuration.operator),
    ERASURE_LEDGER: configuration.erasureLedger,
    METRICS_PORT: configuration.metricsPort === undefined ? '' : String(configuration.metricsPort),
    TAP_PAUSE: String(configuration.tapPause),
    LOG_LEVEL: configuration.logLevel,
  };
}

function fromEnvironment(environment: Environment): Configuration {
  const dataDirectory = resolve(environment.DATA_DIR ?? './data');
  return {
    port: environment.PORT,
    host: environment.HOST ?? '127.0.0.1',
    dataDirectory,
    mongodbUri: environment.MONGODB_URI,
    redisUrl: environment.REDIS_URL?.replace(/^unix:\/\//, ''),
    participantBotToken: environment.PARTICIPANT_BOT_TOKEN,
    staffBotToken: environment.STAFF_BOT_TOKEN,
    telegramApiRoot: withoutSlash(environment.TELEGRAM_API_ROOT ?? 'https://api.telegram.org'),
    publicUrl: environment.PUBLIC_URL && withoutSlash(environment.PUBLIC_URL),
    ncanodeUrl: environment.NCANODE_URL && withoutSlash(environment.NCANODE_URL),
    signatureTrustDirectory: environment.SIGNATURE_TRUST_DIR && resolve(environment.SIGNATURE_TRUST_DIR),
    smsUrl: environment.SMS_URL,
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM,
    adminApiKey: environment.ADMIN_API_KEY,
    secretKey: environment.SECRET_KEY,
    demo: environment.DEMO === undefined ? undefined : environment.DEMO === '1',
    operator: operatorFrom(environment),
    erasureLedger: resolve(environment.ERASURE_LEDGER ?? join(dataDirectory, 'erasures.jsonl')),
    metricsPort: environment.METRICS_PORT || undefined,
    tapPause: environment.TAP_PAUSE ?? 500,
    logLevel: environment.LOG_LEVEL ?? 'info',
  };
}

const withoutSlash = (url: string): string => url.replace(/(?<!\/)\/+$/, '');

/** Only plain digits become a number: `8e3` or `0x50` as a port is more likely a slip than a wish. */
function convertNumbers(given: Record<string, string>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const isNumber = numbers.has(name) && /^\d{1,6}$/.test(value);
      return [name, isNumber ? Number(value) : value];
    }),
  );
}

const numbers: ReadonlySet<string> = new Set(['PORT', 'METRICS_PORT', 'TAP_PAUSE']);

function wrongValues(environment: Record<string, string | number>): string[] {
  const errors = Value.Errors(environmentSchema, environment);
  const wrong = new Set(errors.map((error) => error.instancePath.split('/')[1] ?? ''));
  return variableNames
    .filter((name) => wrong.has(name))
    .map((name) => {
      const { description, writeOnly } = describe(name);
      const value = String(environment[name]);
      return `${name} is ${writeOnly ? hide(value) : JSON.stringify(value)}, but must be ${description}.`;
    });
}

function describe(name: VariableName): { description: string; writeOnly: boolean } {
  const schema: object = environmentSchema.properties[name];
  const description = 'description' in schema ? String(schema.description) : 'another value';
  return { description, writeOnly: 'writeOnly' in schema && schema.writeOnly === true };
}

const hide = (secret: string): string => `(hidden, ${secret.length} characters)`;

function contradictions(given: Record<string, string>): string[] {
  const problems: string[] = [];
  if (given.MONGODB_URI !== undefined && given.SECRET_KEY === undefined) {
    problems.push(
      `SECRET_KEY is missing: with MONGODB_URI set it must be ${describe('SECRET_KEY').description}, and stay the same for good.`,
    );
  }
  const { PARTICIPANT_BOT_TOKEN: participant, STAFF_BOT_TOKEN: staff } = given;
  if (participant !== undefined && participant === staff) {
    problems.push(
      'PARTICIPANT_BOT_TOKEN and STAFF_BOT_TOKEN are the same: each bot needs its own from @BotFather.',
    );
  }
  if ((given.SMTP_URL === undefined) !== (given.MAIL_FROM === undefined))
    problems.push('SMTP_URL and MAIL_FROM belong together: set both, or neither.');
  return problems;
}

const misspelt = (source: NodeJS.ProcessEnv): string[] =>
  findMisspelt(source).map(({ name, meant }) => {
    const guess = meant.length === 0 ? 'remove it.' : `did you mean ${meant.join(' or ')}?`;
    return `${name} is not a variable of Qadam: ${guess}`;
  });
