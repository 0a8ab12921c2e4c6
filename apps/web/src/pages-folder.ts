// Where the pages lie with the documents that they send, which an API without pages in its process reads too.
import { join } from 'node:path';

/** The folder of pages. */
export const pagesFolder = join(import.meta.dirname, 'areas');
