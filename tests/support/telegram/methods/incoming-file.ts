// The file of a send call: uploaded, attached by name, or known by file_id. Nothing is fetched from the network.
import { badRequest, tooLarge } from '../failure.ts';
import type { FileKind, StoredFile } from '../file-store.ts';
import { imageSize } from '../image-size.ts';
import type { Upload } from '../request-body.ts';
import type { MethodContext } from './method.ts';

const PHOTO_LIMIT = 10 * 1024 * 1024;
const UPLOAD_LIMIT = 50 * 1024 * 1024;

/** The file in parameter `field`; throws when it is missing, unknown, of another kind or too big. */
export function fileOf(context: MethodContext, kind: FileKind, field: string): Promise<StoredFile> {
  const upload = context.params.upload(field);
  if (upload) return store(context, kind, upload);
  return referredFile(context, kind, context.params.text(field));
}

/** A file given as attach://name, file_id or URL. */
export async function referredFile(
  context: MethodContext,
  kind: FileKind,
  reference: string | undefined,
): Promise<StoredFile> {
  if (reference === undefined || reference === '') throw badRequest(`there is no ${kind} in the request`);
  if (reference.startsWith('attach://')) {
    const upload = context.params.upload(reference.slice('attach://'.length));
    if (!upload) throw badRequest("can't find attached file");
    return store(context, kind, upload);
  }
  if (/^https?:/i.test(reference)) throw badRequest('failed to get HTTP URL content');
  const known = context.world.files.byId(context.bot.id, reference);
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
  if (known.kind !== kind) {
    throw badRequest(`can't use file of type ${title(known.kind)} as ${title(kind)}`);
  }
  return known;
}

async function store({ world, bot }: MethodContext, kind: FileKind, upload: Upload): Promise<StoredFile> {
  const { bytes } = upload;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > UPLOAD_LIMIT) throw tooLarge();
  const file = { bytes, name: upload.name, mime: upload.type || 'application/octet-stream' };
  if (kind !== 'photo') return world.files.add(bot.id, kind, file);
  if (bytes.length > PHOTO_LIMIT)
    throw badRequest('file is too big for a photo; the maximum size is 10485760 bytes');
  const pixels = await imageSize(bytes);
  if (!pixels) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = pixels;
  if (width === 0 || height === 0) throw badRequest('IMAGE_PROCESS_FAILED');
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > 10_000 || ratio > 20) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return world.files.addPhoto(bot.id, file, pixels);
}

const title = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);
