// Promise: nobody in a case learns anything of what was not released to them, nor that another process exists: two services that differ only in that give the same bytes (R22, R39, R67, R81).
import { expectNoInterference } from '../noninterference/expect-no-interference.js';
import { kindsOfSecrets, seldom } from '../noninterference/met.js';
import { participants } from '../noninterference/readers.js';

expectNoInterference(participants, {
  often: kindsOfSecrets.filter((kind) => !seldom.includes(kind)),
  // A meeting of others takes a process without the reader that came all the way: readers outside the case meet it, participants seldom.
  all: kindsOfSecrets.filter((kind) => kind !== 'another meeting'),
});
