// The page by which a paper of a programme is downloaded: language and file are chosen, and it is handed out once by this link.
import { renderDocx } from '../../engine/documents/docx/render.ts';
import type { Paper, PaperFormat, PaperKind } from '../../engine/documents/paper.ts';
import { renderPdf } from '../../engine/documents/pdf/render.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import { isLanguage, type Language, languages } from '../../engine/kernel/languages.ts';
import { ok, refused } from '../../engine/kernel/result.ts';
import { useLink } from '../../engine/people/links.ts';
import { actorOf } from '../../engine/people/reach.ts';
import { people } from '../../engine/people/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { plainText } from '../../locales/texts.ts';
import { type Html, html } from '../pages/html.ts';
import { Download } from './download.ts';
import { formPage, sayIn } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';
import { zipOf } from './zip.ts';

export const paperForm: FormKind<EngineContext> = {
  kind: 'paper-form',
  limits: { fields: { language: 2, format: 4 } },

  async show({ ctx, form }, typed, trouble) {
    const { language } = form;
    const kind = kindOf(ctx, String(form.link.data.kind));
    const say = sayIn(language);
    const fields = html`${choice('language', say('paper.language'), languages, languageIn(typed.language, language), (each) => plainText({ key: `common:language.${each}` }, each))}
${choice('format', say('paper.format'), kind.formats, formatIn(kind, typed.format), (each) => say(`paper.as.${each}`))}`;
    const before = html`<p><b>${plainText({ key: kind.title }, language)}</b></p>`;
    return formPage({ language, name: 'paper', before, fields, trouble });
  },

  async keep(form, { fields }) {
    const { ctx, secret, form: opened } = form;
    const kind = kindOf(ctx, String(opened.link.data.kind));
    const paper = await paperIn(form, kind);
    const link = paper && (await useLink(ctx, 'paper-form', secret, opened.person));
    if (!paper || !link) return refused('common.link-used');
    const language = languageIn(fields.language, opened.language);
    return ok(await fileOf(paper, formatIn(kind, fields.format), language));
  },
};

const languageIn = (typed: string | undefined, own: Language): Language => (isLanguage(typed) ? typed : own);

const formatIn = ({ formats }: PaperKind<EngineContext>, typed: string | undefined): PaperFormat =>
  formats.find((each) => each === typed) ?? formats[0] ?? 'pdf';

export function kindOf({ programmes }: EngineContext, id: string): PaperKind<EngineContext> {
  const found = programmes.flatMap(({ papers = [] }) => papers).find((each) => each.id === id);
  if (!found) throw new AppError('not-found', `there are no papers ${id}`);
  return found;
}

/** Null for whoever may no longer see it. */
async function paperIn({ ctx, form }: FormCase<EngineContext>, kind: PaperKind<EngineContext>) {
  const person = await people.on(ctx.db).findById(form.person).lean();
  if (!person) return null;
  try {
    return await kind.open(ctx, actorOf(person), String(form.link.data.subject));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The paper as a file; an archive is packed while it is sent. */
export async function fileOf(paper: Paper, format: PaperFormat, language: Language): Promise<Download> {
  const say = (words: Parameters<Parameters<typeof renderPdf>[1]>[0]) =>
    typeof words === 'string' ? words : plainText(words, language);
  const name = `${paper.name}.${format}`;
  if (format === 'zip' && paper.files) return new Download(name, 'application/zip', zipOf(paper.files()));
  const layout = paper.layout(language);
  if (format === 'docx') return new Download(name, DOCX, await renderDocx(layout, say, language));
  return new Download(name, 'application/pdf', await renderPdf(layout, say, paper.madeAt));
}

function choice<T extends string>(
  name: string,
  legend: string,
  values: readonly T[],
  chosen: T,
  label: (value: T) => string,
): Html {
  const radios = values.map(
    (each) =>
      html`<label><input type="radio" name="${name}" value="${each}"${each === chosen && html` checked`}><span>${label(each)}</span></label>`,
  );
  return html`<fieldset class="field choice"><legend>${legend}</legend>${radios}</fieldset>`;
}
