// A local server that speaks NCANode's protocol (3.3): its answers, its errors, and its bad days.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NcanodeCertificate {
  readonly iin?: string;
  readonly bin?: string;
  readonly revocation?: 'good' | 'revoked' | 'unknown';
  readonly trusted?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly keyUsage?: string;
  readonly keyUser?: readonly string[];
}

/** What the next CMS is, whatever its bytes. */
export interface NcanodeCase extends NcanodeCertificate {
  /** The text inside; null: signed apart. */
  readonly attached?: string | null;
  /** The signature fits the text. */
  readonly fits?: boolean;
  readonly signers?: number;
}

export type BadDay = 'down' | 'error' | 'garbage' | 'silent' | 'endless' | 'rejects' | 'misshapen';

export class Ncanode {
  readonly url: string;
  case: NcanodeCase = {};
  badDay: BadDay | null = null;
  readonly asked: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(): Promise<Ncanode> {
    const holder: { node?: Ncanode } = {};
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { node } = holder;
        if (!node) return;
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
        node.asked.push({ path: request.url ?? '', body });
        if (node.badDay === 'silent') return;
        if (node.badDay === 'down') return void request.socket.destroy();
        const [status, answer] = node.#answer(request.url ?? '', body);
        response.writeHead(status, { 'content-type': 'application/json' });
        if (node.badDay === 'endless') {
          const more = () =>
            response.write('x'.repeat(65_536), () => !response.destroyed && setImmediate(more));
          return void more();
        }
        response.end(answer);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    holder.node = new Ncanode(server);
    return holder.node;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #answer(path: string, body: Record<string, unknown>): [number, string] {
    if (this.badDay === 'error') return [500, JSON.stringify({ status: 500, message: 'Server error' })];
    if (this.badDay === 'garbage') return [200, '<html>'];
    if (this.badDay === 'misshapen') return [200, JSON.stringify({ status: 200, valid: 'yes', signers: {} })];
    if (this.badDay === 'rejects')
      return [400, JSON.stringify({ status: 400, message: 'Malformed content.' })];
    if (path === '/cms/extract') return this.#extract();
    return path === '/cms/verify' ? [200, JSON.stringify(this.#verify(body))] : [404, '{}'];
  }

  #extract(): [number, string] {
    const { attached = null } = this.case;
    if (attached === null)
      return [400, JSON.stringify({ status: 400, message: "CMS doesn't have signed content" })];
    return [
      200,
      JSON.stringify({ status: 200, message: 'OK', data: Buffer.from(attached).toString('base64') }),
    ];
  }

  #verify({ revocationCheck = [] }: Record<string, unknown>) {
    const { fits = true, signers = 1 } = this.case;
    const isAsked = Array.isArray(revocationCheck) && revocationCheck.length > 0;
    const certificate = this.#certificate(isAsked);
    return {
      ...{ status: 200, message: 'OK', valid: signers === 0 || (fits && certificate.valid) },
      signers: Array.from({ length: signers }, () => ({ certificates: [certificate] })),
    };
  }

  #certificate(isAsked: boolean) {
    const { revocation = 'good', trusted = true, keyUsage = 'SIGN', keyUser = ['INDIVIDUAL'] } = this.case;
    const {
      iin,
      bin,
      from = '2026-01-01T00:00:00.000+00:00',
      to = '2027-01-01T00:00:00.000+00:00',
    } = this.case;
    const told = { revoked: revocation === 'revoked', by: 'OCSP', revocationTime: null, reason: '' };
    return {
      valid: trusted && (!isAsked || revocation === 'good'),
      revocations: isAsked ? [told] : [],
      ...{
        notBefore: from,
        notAfter: to,
        keyUsage,
        keyUser,
        serialNumber: '7a0b',
        signAlg: 'ECGOST3410-2015-512',
      },
      subject: { commonName: 'МЫСАЛОВА ҮЛГІ', ...(iin && { iin }), ...(bin && { bin }), country: 'KZ' },
      issuer: { commonName: 'ТЕСТ ОРТАЛЫҚ' },
    };
  }
}
