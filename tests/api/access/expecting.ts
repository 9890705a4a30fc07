// What an expectation says, and the words in which the tables say it.
import { type Member, members } from './cast.ts';
import type { Objects } from './objects.ts';

export interface Expectation {
  /** Method and address as the server declares them. */
  readonly route: string;
  readonly url: (of: Objects) => string;
  readonly body?: (of: Objects) => object;
  /** May do it: 2xx, or 409 where it was done before or the rules refuse. */
  readonly may: readonly Member[];
  /** May do such a thing, but this object does not exist for them. */
  readonly foreign?: readonly Member[];
  /** May see the object and not do this with it. */
  readonly sees?: readonly Member[];
}

export const hosts = ['headA', 'headB', 'coordinatorA', 'coordinatorB'] as const;
export const hostsOfA = ['headA', 'coordinatorA'] as const;
export const hostsOfB = ['headB', 'coordinatorB'] as const;
export const registrars = ['registrarAlpha', 'registrarBeta'] as const;
export const accreditors = ['accreditor75', 'accreditor71', 'accreditorNvs'] as const;
export const everyone = members;
export const staff = members.filter((each) => each !== 'student' && each !== 'nobody');
export const operators = ['operator'] as const;
export const money = ['financialCentre', 'operator'] as const;

export type Rest = Omit<Expectation, 'route' | 'url'>;
export const get = (route: string, url: Expectation['url'], rest: Rest): Expectation => ({
  route: `GET /v1${route}`,
  url: (of) => `/v1${url(of)}`,
  ...rest,
});
export const list = (route: string, may: readonly Member[]): Expectation => get(route, () => route, { may });
export const post = (route: string, url: Expectation['url'], rest: Rest): Expectation => ({
  ...get(route, url, rest),
  route: `POST /v1${route}`,
  body: rest.body ?? (() => ({})),
});
