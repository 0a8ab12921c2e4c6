// The second half of the simulated cases, in a file of its own so that two cores share them.
import { simulatedCasesKeepPromises } from '../simulation/simulate-many.js';

simulatedCasesKeepPromises('second');
