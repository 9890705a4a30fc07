// Both formats in which a machine names its package mirror.
import { describe, expect, it } from 'vitest';
import { parseDeb822, parseOneLine } from '../../../engine/runtime/embedded/apt-sources.ts';

describe('the package sources of a machine', () => {
  it('are read from one-line files', () => {
    const text = [
      '# comment',
      'deb http://mirror.example/debian bookworm main contrib # main archive',
      'deb [arch=amd64 signed-by=/no/such/key.gpg] https://mirror.example/debian bookworm-updates main',
      'deb-src http://mirror.example/debian bookworm main',
      'deb cdrom:[Debian 12]/ bookworm main',
      '#deb http://off.example/debian bookworm main',
    ].join('\n');
    expect(parseOneLine(text)).toEqual([
      { uri: 'http://mirror.example/debian', suite: 'bookworm', components: ['main', 'contrib'] },
      { uri: 'https://mirror.example/debian', suite: 'bookworm-updates', components: ['main'] },
    ]);
  });

  it('are read from deb822 files', () => {
    const text = [
      'Types: deb deb-src',
      '# comment',
      'URIs: http://mirror.example/ubuntu',
      'Suites: jammy jammy-updates',
      'Components: main',
      ' universe',
      'Signed-By:',
      ' -----BEGIN PGP PUBLIC KEY BLOCK-----',
      '',
      'Types: deb',
      'URIs: http://off.example/ubuntu',
      'Suites: jammy',
      'Components: main',
      'Enabled: no',
    ].join('\n');
    const components = ['main', 'universe'];
    expect(parseDeb822(text)).toEqual([
      { uri: 'http://mirror.example/ubuntu', suite: 'jammy', components },
      { uri: 'http://mirror.example/ubuntu', suite: 'jammy-updates', components },
    ]);
  });
});
