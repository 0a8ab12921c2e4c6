// Thousands of lives of cases, of which none may break a promise of the practice, whatever happens in them: the first half.
import { simulatedCasesKeepPromises } from '../simulation/simulate-many.js';

simulatedCasesKeepPromises('first');
