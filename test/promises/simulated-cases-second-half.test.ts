// The second half of the lives, in a file of its own so that two cores share them.
import { simulatedCasesKeepPromises } from '../simulation/simulate-many.js';

simulatedCasesKeepPromises('second');
