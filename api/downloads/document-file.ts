// A document of a part as a file in the format and language that are asked for; an archive is packed while it is sent.
import { renderDocx } from '../../engine/documents/docx/render.ts';
import type { DocumentFormat, OpenedDocument } from '../../engine/documents/kind.ts';
import type { Say } from '../../engine/documents/layout.ts';
import { renderPdf } from '../../engine/documents/pdf/render.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { plainText } from '../../locales/texts.ts';
import { Download } from './download.ts';
import { zipOf } from './zip.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A PDF is the same bytes whenever it is asked for. */
export async function fileOf(
  document: OpenedDocument,
  format: DocumentFormat,
  language: Language,
): Promise<Download> {
  const say: Say = (words) => (typeof words === 'string' ? words : plainText(words, language));
  const name = `${document.name}.${format}`;
  if (format === 'zip' && document.files)
    return new Download(name, 'application/zip', zipOf(document.files()));
  const layout = document.layout(language);
  if (format === 'docx') return new Download(name, DOCX, await renderDocx(layout, say, language));
  return new Download(name, 'application/pdf', await renderPdf(layout, say, document.madeAt));
}
