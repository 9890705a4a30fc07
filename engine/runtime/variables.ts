// The environment variables Qadam knows: their shape, and how to fix a wrong one. Read by configuration.ts.
// Must never be read around: nothing else in the project looks at process.env for settings.
import { type Static, Type } from 'typebox';

const token = Type.String({
  pattern: '^[0-9]+:[A-Za-z0-9_-]{8,}$',
  description: 'the token that @BotFather gives: digits, a colon, letters',
  writeOnly: true,
});
const address = (pattern: string, description: string, writeOnly = false) =>
  Type.String({ pattern, description, writeOnly });

/** Every variable, after conversion. `description` completes "must be …"; `writeOnly` marks secrets. */
export const environmentSchema = Type.Object({
  PORT: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 65_535, description: 'a port number, as in PORT=8080' }),
  ),
  HOST: Type.Optional(
    address('^[A-Za-z0-9.:_-]+$', 'an address to listen on, as in HOST=127.0.0.1 or HOST=0.0.0.0'),
  ),
  DATA_DIR: Type.Optional(Type.String({ description: 'a directory that can be written to' })),
  MONGODB_URI: Type.Optional(
    address(
      '^mongodb(\\+srv)?://[^\\s/]+',
      'a MongoDB address, as in mongodb://user:password@host/qadam',
      true,
    ),
  ),
  REDIS_URL: Type.Optional(
    address('^(rediss?://[^\\s]+|(unix://)?/[^\\s]+)$', 'a Redis address, as in redis://host:6379', true),
  ),
  PARTICIPANT_BOT_TOKEN: Type.Optional(token),
  STAFF_BOT_TOKEN: Type.Optional(token),
  TELEGRAM_API_ROOT: Type.Optional(
    address('^https?://[^\\s/]+[^\\s]*$', 'the address of a Bot API server, as in https://api.telegram.org'),
  ),
  PUBLIC_URL: Type.Optional(
    address(
      '^(https://[^\\s/]+|http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?)[^\\s]*$',
      'the https:// address under which Telegram reaches this server',
    ),
  ),
  NCANODE_URL: Type.Optional(
    address(
      '^https?://[^\\s/]+[^\\s]*$',
      'the address of an NCANode server that checks electronic signatures, as in http://127.0.0.1:14579',
    ),
  ),
  SIGNATURE_TRUST_DIR: Type.Optional(
    Type.String({
      description:
        'a directory with the root certificates (.crt, .cer, .pem) and lists (.crl) of trusted authorities',
    }),
  ),
  ADMIN_API_KEY: Type.Optional(
    Type.String({
      minLength: 20,
      pattern: '^\\S+$',
      description: 'at least 20 characters, no spaces',
      writeOnly: true,
    }),
  ),
  SMS_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s]+$',
      description: 'a gateway that takes SMS over HTTP, for example https://user:password@sms.example/send',
      writeOnly: true,
    }),
  ),
  SMTP_URL: Type.Optional(
    Type.String({
      pattern: '^smtps?://[^\\s]+$',
      description: 'an SMTP server, for example smtp://user:password@mail.example:587',
      writeOnly: true,
    }),
  ),
  MAIL_FROM: Type.Optional(
    Type.String({
      pattern: '^[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+$',
      description: 'the e-mail address that mails come from',
    }),
  ),
  SECRET_KEY: Type.Optional(
    Type.String({
      minLength: 32,
      description: 'at least 32 random characters, for example from `openssl rand -hex 32`',
      writeOnly: true,
    }),
  ),
  DEMO: Type.Optional(Type.Enum(['0', '1'], { description: '1 (fictional data) or 0' })),
  OPERATOR_NAME: Type.Optional(
    Type.String({
      pattern: '^[^|]{2,200}([|][^|]{2,200}[|][^|]{2,200})?$',
      description: "the operator's full name, or three names: Kazakh | Russian | English",
    }),
  ),
  OPERATOR_BIN: Type.Optional(
    Type.String({ pattern: '^[0-9]{12}$', description: "the operator's BIN, 12 digits" }),
  ),
  OPERATOR_CONTACT: Type.Optional(
    Type.String({
      minLength: 5,
      maxLength: 120,
      description: 'how people reach the operator: a telephone, an e-mail address or a Telegram name',
    }),
  ),
  ERASURE_LEDGER: Type.Optional(
    Type.String({ description: 'a file outside the database, kept when everything else is lost' }),
  ),
  METRICS_PORT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65_535,
      description: 'a port number for the metrics of worker and bots, or 0 for none',
    }),
  ),
  TAP_PAUSE: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 10_000,
      description: 'milliseconds from 0 to 10000 before a deciding button may be tapped',
    }),
  ),
  LOG_LEVEL: Type.Optional(
    Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      description: 'one of trace, debug, info, warn, error, fatal, silent',
    }),
  ),
});

/** The variables as they are after conversion; a variable that is empty counts as absent. */
export type Environment = Static<typeof environmentSchema>;
export type VariableName = keyof Environment;

/** All names, in the order in which problems are listed. */
export const variableNames = Object.keys(environmentSchema.properties) as readonly VariableName[];
