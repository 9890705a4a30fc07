// What keeps the server safe and responsive: strict headers, limits by key or address, refusals under pressure.
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../engine/kernel/errors.ts';

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

export interface Limits {
  readonly perAddress: number;
  readonly perKey: number;
}

/** @param limits requests a minute */
export async function protect(
  app: FastifyInstance,
  { perAddress, perKey }: Limits = { perAddress: PER_ADDRESS, perKey: PER_KEY },
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
    maxEventLoopDelay: 1_500,
    exposeStatusRoute: false,
    pressureHandler: (request, _reply, type) => {
      if (request.routeOptions.config.always === true) return;
      throw new AppError('unavailable', `under pressure: ${type}`);
    },
  });
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    max: (request) => (request.actor ? perKey : perAddress),
    keyGenerator: ({ actor, ip }) => (actor ? `key ${actor.id}` : `address ${ip}`),
    errorResponseBuilder: () => new AppError('too-many-requests', 'over the limit'),
  });
}
