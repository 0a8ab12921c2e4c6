// What the pages offer to whoever starts them.
export { createWeb, startWeb } from './start.js';
export { assetUrls, pagesFolder } from './server/views.js';
export type { IssuerOptions, RunningWeb, WebOptions } from './options.js';
