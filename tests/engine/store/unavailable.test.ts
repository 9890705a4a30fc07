// Which errors mean that the database does not answer, and which are bugs.
import { MongoNetworkError, MongoNotConnectedError, MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../engine/kernel/errors.ts';
import { asUnavailable } from '../../../engine/store/unavailable.ts';

const named = (name: string, fields: object = {}): Error =>
  Object.assign(new Error('scripted'), { name, ...fields });

describe('the database does not answer', () => {
  it.each<[string, Error]>([
    ['a pool cleared on a network error', named('PoolClearedOnNetworkError')],
    ['a pool cleared', named('MongoPoolClearedError')],
    ['the driver’s network error', new MongoNetworkError('scripted')],
    ['a client that is not connected', new MongoNotConnectedError('scripted')],
    ['no server to choose', named('MongoServerSelectionError')],
    ['mongoose’s word for that', named('MongooseServerSelectionError')],
    ['a socket that broke', named('Error', { code: 'ECONNRESET', syscall: 'read' })],
  ])('%s', (_name, error) => {
    const known = asUnavailable(error);
    expect(known).toBeInstanceOf(AppError);
    expect(known).toMatchObject({ code: 'unavailable', cause: error });
  });
});

describe('a bug', () => {
  it.each<[string, unknown]>([
    ['a refusal of the server', new MongoServerError({ message: 'scripted', code: 11_000 })],
    ['a mistake in the code', new TypeError('scripted')],
    ['a name that only begins alike', named('PoolClearedOnNetworkErrors')],
    ['a code that no system call told', named('Error', { code: 'ECONNRESET' })],
    ['what is no error', 'PoolClearedOnNetworkError'],
  ])('%s stays what it is', (_name, error) => expect(asUnavailable(error)).toBe(error));
});
