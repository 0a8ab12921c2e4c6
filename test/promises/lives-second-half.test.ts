// The second half of the lives, in a file of its own so that two cores share them.
import { livesKeepPromises } from '../support/lives-many.js';

livesKeepPromises('second');
