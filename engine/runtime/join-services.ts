// Gives a command (talk, bench, backup) the database and the queue of a data directory, whether Qadam runs on it now
// or not. Must never start a second engine on a directory, and never stop one that it did not start.
import { type Configuration, type ResolvedConfiguration, readConfiguration } from './configuration.ts';
import { keepSettings, lockDataDirectory, openDataDirectory } from './data-directory.ts';
import { embeddedDatabase, journaled, mongodbAddress, startMongodb } from './embedded/mongodb.ts';
import { redisAddress, startRedis } from './embedded/redis.ts';
import { findSockets, makeRunDirectory } from './embedded/run-directory.ts';
import { endOrphans } from './orphans.ts';
import type { LineSink, Supervised } from './process-spec.ts';

/** A configuration whose servers can be reached until `stop()`. */
export interface JoinedServices {
  readonly configuration: ResolvedConfiguration;
  /** True where a Qadam of this data directory is at work. */
  readonly running: boolean;
  /** Stops what was started for this command; a running Qadam is left alone. */
  stop(): Promise<void>;
}

type Addresses = Pick<ResolvedConfiguration, 'mongodbUri' | 'redisUrl'>;
type Opened = { addresses: Addresses; stop: () => Promise<void> };

/** What is started where nothing runs; the database always is. */
export interface Needs {
  readonly redis: boolean;
}

/** @throws ConfigurationError or StartError in plain words. */
export async function joinServices(
  environment: NodeJS.ProcessEnv,
  sink: LineSink,
  needs: Needs = { redis: true },
): Promise<JoinedServices> {
  const configuration = readConfiguration(environment);
  openDataDirectory(configuration.dataDirectory);
  const lock = lockDataDirectory(configuration.dataDirectory);
  const kept = keepSettings(configuration);
  const port = configuration.port ?? 8080;
  if (!lock.held) {
    const addresses = runningAddresses(configuration);
    return {
      configuration: { ...configuration, ...kept, port, ...addresses },
      running: true,
      stop: async () => undefined,
    };
  }
  try {
    const { addresses, stop } = await open(configuration, sink, needs);
    const release = async () => {
      await stop();
      lock.release();
    };
    return {
      configuration: { ...configuration, ...kept, port, ...addresses },
      running: false,
      stop: release,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function runningAddresses(configuration: Configuration): Addresses {
  const sockets = findSockets(configuration.dataDirectory);
  return {
    mongodbUri:
      configuration.mongodbUri === undefined
        ? journaled(mongodbAddress(sockets), embeddedDatabase)
        : journaled(configuration.mongodbUri),
    redisUrl: configuration.redisUrl ?? redisAddress(sockets),
  };
}

async function open(configuration: Configuration, sink: LineSink, needs: Needs): Promise<Opened> {
  const { dataDirectory } = configuration;
  const run = makeRunDirectory(dataDirectory);
  const started: Supervised[] = [];
  const stop = async () => {
    for (const service of started) await service.stop();
    run.remove();
  };
  try {
    await endOrphans(run.identities, 2_000);
    if (configuration.mongodbUri === undefined) {
      started.push((await startMongodb(dataDirectory, run, sink)).process);
    }
    if (configuration.redisUrl === undefined && needs.redis) {
      started.push((await startRedis(dataDirectory, run, sink)).process);
    }
    return { addresses: runningAddresses(configuration), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
