// The authorities whose certificates are trusted, and their lists of revoked ones: files of one directory, read at boot.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Certificate, CertificateRevocationList } from 'pkijs';
import { AppError } from '../kernel/errors.ts';

export interface Trust {
  readonly anchors: readonly Certificate[];
  readonly crls: readonly CertificateRevocationList[];
}

const CERTIFICATES = ['.crt', '.cer', '.pem', '.der'];

/** @throws AppError `configuration` naming each file that cannot be read as what its ending says */
export function readTrust(directory: string): Trust {
  const faults: string[] = [];
  const read = <T>(file: string, parse: (der: ArrayBuffer) => T): T[] => {
    try {
      return dersIn(readFileSync(join(directory, file))).map(parse);
    } catch {
      faults.push(file);
      return [];
    }
  };
  const files = filesOf(directory);
  const anchors = files
    .filter((file) => CERTIFICATES.includes(extname(file).toLowerCase()))
    .flatMap((file) => read(file, (der) => Certificate.fromBER(der)));
  const crls = files
    .filter((file) => extname(file).toLowerCase() === '.crl')
    .flatMap((file) => read(file, (der) => CertificateRevocationList.fromBER(der)));
  const details = faults.map((file) => ({
    pointer: file,
    hint: 'is no certificate and no CRL: remove or hint it',
  }));
  if (faults.length > 0) throw new AppError('configuration', `SIGNATURE_TRUST_DIR ${directory}`, details);
  if (anchors.length === 0)
    throw new AppError('configuration', `SIGNATURE_TRUST_DIR ${directory} holds no certificate`, [
      { hint: 'Put the root certificates (.crt, .cer, .pem) into it, or leave the variable out.' },
    ]);
  return { anchors, crls };
}

function filesOf(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    throw new AppError('configuration', `SIGNATURE_TRUST_DIR ${directory} cannot be read`, [
      { hint: 'It must be a directory with root certificates.' },
    ]);
  }
}

/** DER as it is, or every block of a PEM file. */
function dersIn(file: Buffer): readonly ArrayBuffer[] {
  const text = file.toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END/g)];
  const ders = blocks.length > 0 ? blocks.map(([, body = '']) => Buffer.from(body, 'base64')) : [file];
  return ders.map((each) => new Uint8Array(each).buffer);
}
