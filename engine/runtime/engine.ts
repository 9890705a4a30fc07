// Puts the engine together for one process: database, indexes, rules, clock, links. Every process of the application
// and every command-line tool opens it in this one way.

import { nameOperator } from '../../locales/texts.ts';
import { followRules } from '../editions/live-rules.ts';
import { shippedEditions } from '../editions/shipped.ts';
import { systemClock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { sealerOf } from '../kernel/sealing.ts';
import type { EngineContext } from '../programmes/context.ts';
import { signatureVerifierOf } from '../signatures/compose.ts';
import { connectStore } from '../store/connection.ts';
import { createIndexes } from '../store/model.ts';
import type { ResolvedConfiguration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { type DemoClock, followDemoClock } from './demo-clock.ts';
import { followLinks } from './links.ts';
import { smsOverHttp } from './sms.ts';
import { smtpMail } from './smtp.ts';

export interface Engine {
  readonly ctx: EngineContext;
  /** Only in demo mode. */
  readonly demoClock: DemoClock | null;
  close(): Promise<void>;
}

/**
 * @param nudge tells the relay that an outbox has something to carry
 * @param programmes the registry
 * @throws ConfigurationError when the rule files have faults; AppError `unavailable` when the database does not answer
 */
export async function openEngine(
  config: ResolvedConfiguration,
  nudge: EngineContext['nudge'],
  programmes: EngineContext['programmes'],
): Promise<Engine> {
  try {
    return await open(config, nudge, programmes);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'configuration') throw error;
    const faults = error.details.map((each) => `${each.pointer ?? ''} ${each.hint ?? ''}`.trim());
    throw new ConfigurationError(error.message, ...faults);
  }
}

async function open(
  config: ResolvedConfiguration,
  nudge: EngineContext['nudge'],
  programmes: EngineContext['programmes'],
): Promise<Engine> {
  shippedEditions();
  if (config.operator) nameOperator(config.operator);
  const db = await connectStore(config.mongodbUri);
  await createIndexes(db);
  const rules = await followRules(db);
  const demoClock = config.demo ? await followDemoClock(db) : null;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const { links, stop } = await followLinks(db, publicUrl);
  const clock = demoClock?.clock ?? systemClock;
  const { demo, ncanodeUrl, signatureTrustDirectory: trustDirectory } = config;
  const { smtpUrl, mailFrom } = config;
  const mail = smtpUrl !== undefined && mailFrom !== undefined ? smtpMail(smtpUrl, mailFrom) : null;
  const sms = config.smsUrl === undefined ? null : smsOverHttp(config.smsUrl);
  const signatures = signatureVerifierOf({ demo, ncanodeUrl, trustDirectory }, systemClock);
  return {
    ctx: {
      ...{ clock, db, links, mail, sms, nudge, signatures, programmes, sealer: sealerOf(config.secretKey) },
      // Asked for anew with each use: operators publish while processes run.
      get rules() {
        return rules.book;
      },
    },
    demoClock,
    close: async () => {
      rules.stop();
      demoClock?.stop();
      stop();
      await db.close();
    },
  };
}
