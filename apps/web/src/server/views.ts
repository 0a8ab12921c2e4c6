// Views and what they load: Nunjucks with everything escaped, the stylesheet of the build, small scripts.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import view from '@fastify/view';
import type { FastifyInstance } from 'fastify';
import nunjucks from 'nunjucks';
import { asset, type Look } from '../look/look.js';
import { sourcesFolder } from './view.js';

/** Views are named from the top of the sources (`kit/layout/page.njk`); govuk-frontend is searched after them (`govuk/components/…`). */
export function showViews(server: FastifyInstance): void {
  const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
  void server.register(view, {
    engine: { nunjucks },
    templates: [sourcesFolder, join(govuk, 'dist')],
    options: { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true, noCache: false },
  });
}

/** A script of a part of the kit, loaded as a module. */
const script = (path: string) =>
  asset('concord', 'js', 'text/javascript; charset=utf-8', readFileSync(join(sourcesFolder, 'kit', path)));

/** Read once; each is known by a part of its hash, so that a browser may keep it for good. */
const assets = {
  style: asset('concord', 'css', 'text/css; charset=utf-8', readFileSync(stylesheet())),
  script: script('quick-exit/quick-exit.js'),
  session: script('session/session.js'),
  icon: asset('mark', 'svg', 'image/svg+xml', readFileSync(join(sourcesFolder, 'theme', 'mark.svg'))),
} as const;

/** What pages for staff load besides: each does nothing where a page has no use for it. */
const staffScripts = [script('form/draft.js'), script('line/line.js')];

/** Addresses of what every page loads, and of the scripts that pages for staff load besides. */
export const assetUrls = {
  style: assets.style.url,
  script: assets.script.url,
  session: assets.session.url,
  icon: assets.icon.url,
  staffScripts: staffScripts.map(({ url }) => url),
};
export type Assets = typeof assetUrls;

/** The build puts it beside the compiled sources; from the sources themselves it is found in dist. */
function stylesheet(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    for (const found of [
      join(folder, 'theme', 'concord.css'),
      join(folder, 'dist', 'apps', 'web', 'theme', 'concord.css'),
    ])
      if (existsSync(found)) return found;
  }
  throw new Error('The stylesheet of the pages is missing: run `npm run build`.');
}

/** Serves these files, and those of the service's own look; nothing else is below /assets. */
export function serveAssets(server: FastifyInstance, { style, mark }: Look): void {
  for (const { url, type, body } of [...Object.values(assets), ...staffScripts, style, mark].filter(
    (one) => one !== null,
  ))
    server.get(url, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(body),
    );
}
