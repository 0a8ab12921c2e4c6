// How the pages of the demonstration look: the file beside this one, as a service would write its own.
import { join } from 'node:path';

export const demoLook = join(import.meta.dirname, 'look.json');
