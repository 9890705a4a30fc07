// What keeps the server safe and responsive: strict headers, limits by key or address, refusals under pressure.
import helmet from '@fastify/helmet';
import rateLimit, { type FastifyRateLimitStoreCtor, normalizeIP } from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../engine/kernel/errors.ts';
import type { RecognisedKeys } from './auth/recognised-keys.ts';

const own = ["'self'"];
const none = ["'none'"];

/** Nothing inline, nothing from elsewhere. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: none,
    scriptSrc: own,
    styleSrc: own,
    imgSrc: [...own, 'data:', 'blob:'],
    mediaSrc: [...own, 'blob:'],
    fontSrc: own,
    connectSrc: own,
    formAction: own,
    manifestSrc: own,
    baseUri: none,
    frameAncestors: none,
    objectSrc: none,
  },
};

/** Requests a minute. Whole schools share one address. */
const PER_ADDRESS = 900;
const PER_KEY = 1_800;

const LAG = 1_500;
const SAMPLE = 2_000;

/** As whose an address counts. Of IPv6 the network of one customer: nobody escapes by another of their addresses. */
export const addressOf = ({ ip }: Pick<FastifyRequest, 'ip'>): string => `address ${normalizeIP(ip, 64)}`;

/** What is bearable; what is left out is as usual. */
export interface Limits {
  /** Requests a minute without a key, or with one that is not valid. */
  readonly perAddress?: number;
  /** Requests a minute with a valid key. */
  readonly perKey?: number;
  /** Codes asked for, and codes tried, a minute from one address. */
  readonly signIn?: number;
  readonly heapBytes?: number;
  /** Milliseconds that the process may lag behind. */
  readonly lag?: number;
}

/**
 * Counts before anything is looked up: whoever guesses keys is counted by address.
 * @param counts where processes count together; each by itself where it is left out
 */
export async function protect(
  app: FastifyInstance,
  keys: Pick<RecognisedKeys, 'of'>,
  { perAddress = PER_ADDRESS, perKey = PER_KEY, heapBytes = 0, lag = LAG }: Limits = {},
  counts?: FastifyRateLimitStoreCtor,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    // Whether the address is reached by https is known to the proxy in front only.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  await app.register(underPressure, {
    maxEventLoopDelay: lag,
    // Longer than the lag: a process that was busy for a moment while it started is not under pressure.
    sampleInterval: SAMPLE,
    maxHeapUsedBytes: heapBytes,
    exposeStatusRoute: false,
    pressureHandler: (request, _reply, type, value) => {
      // Nothing was sampled since the last look, which the plugin gives as endless: no measure, so no pressure.
      if (value === Number.POSITIVE_INFINITY) return;
      if (request.routeOptions.config.always === true) return;
      throw new AppError('unavailable', `under pressure: ${type}`);
    },
  });
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    ...(counts && { store: counts }),
    max: (request) => (keys.of(request) === null ? perAddress : perKey),
    keyGenerator: (request) => {
      const known = keys.of(request);
      return known === null ? addressOf(request) : `key ${known}`;
    },
    errorResponseBuilder: () => new AppError('too-many-requests', 'over the limit'),
  });
}
