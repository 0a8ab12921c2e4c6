// Promise: nobody outside a case learns anything of it: other cases, other services, whoever was only asked or has been released (R42, R67).
import { expectNoInterference } from '../noninterference/expect-no-interference.js';
import { outsiders } from '../noninterference/readers.js';

expectNoInterference(outsiders, 3);
