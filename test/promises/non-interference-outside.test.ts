// Promise: nobody outside a case learns anything of it: other cases, other services, whoever was only asked or has been released (R42, R67).
import { expectNoInterference } from '../support/pairs/promise.js';
import { outsiders } from '../support/pairs/readers.js';

expectNoInterference(outsiders, 3);
