// The public face of the pages: how a program starts them, and with which options.
export { createWeb, startWeb } from './start.js';
export { pagesFolder } from './pages-folder.js';
export { assetUrls } from './server/views.js';
export type { IssuerOptions, RunningWeb, WebOptions } from './options.js';
