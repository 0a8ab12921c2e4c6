// Promise: no case drawn by chance breaks a promise of the practice, whatever happens in it: the first half.
import { simulatedCasesKeepPromises } from '../simulation/simulate-many.js';

simulatedCasesKeepPromises('first');
