// Promise: nobody outside a case learns anything of it: other cases, other services, whoever was only asked or has been released; and staff nothing of what is not for their role (R39, R42, R67, R68, R92).
import { expectNoInterference } from '../noninterference/expect-no-interference.js';
import { kindsOfSecrets } from '../noninterference/met.js';
import { outsiders } from '../noninterference/readers.js';

expectNoInterference(outsiders, { often: ['another process', 'something recorded late'], all: kindsOfSecrets });
