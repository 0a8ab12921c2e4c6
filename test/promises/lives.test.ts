// Thousands of lives of cases, of which none may break a promise of the practice, whatever happens in them: the first half.
import { livesKeepPromises } from '../support/lives-many.js';

livesKeepPromises('first');
