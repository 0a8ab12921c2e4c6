// What the pages offer to whoever starts them.
export { createWeb, startWeb } from './start.js';
export { pagesFolder } from './pages-folder.js';
export { assetUrls } from './server/views.js';
export type { IssuerOptions, RunningWeb, WebOptions } from './options.js';
