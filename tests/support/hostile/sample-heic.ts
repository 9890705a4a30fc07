// A HEIC picture of 96 × 64 pixels, a gradient drawn for these tests: no library here can write one.
export const SAMPLE_HEIC: Uint8Array = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA',
    'AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAZwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEA',
    'AGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMA',
    'AAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3Bl',
    'AAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAABvbWRhdAAAAGMoAa9Y+Rp0On3IsZlD',
    'PjhZNZ4DaWr1zSNyeF4sLFxJbfNEz3SjisAatsDN0epk7gDlOzsTIfPHV9sbhshkNxnkPE/oPsEAiKXwuk0vZX4g4BG3Nbl9h3BM',
    'Eoz7xrPifrXK25M=',
  ].join(''),
  'base64',
);

/** The same, saying another size. */
export function heicSaying(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(SAMPLE_HEIC);
  const at = bytes.indexOf('ispe') + 8;
  bytes.writeUInt32BE(width, at);
  bytes.writeUInt32BE(height, at + 4);
  return bytes;
}
