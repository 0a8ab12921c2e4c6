// Promise: nobody in a case learns anything of what was not released to them: two services that differ only in that give the same bytes (R22, R39, R67).
import { expectNoInterference } from '../noninterference/expect-no-interference.js';
import { participants } from '../noninterference/readers.js';

expectNoInterference(participants, 5);
