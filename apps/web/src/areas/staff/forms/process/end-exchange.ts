// Nothing more passes between the sides.
import { commandForm } from '../../../../command-form/definition.js';

export const endExchange = commandForm('endExchange', {
  words: { en: { how: 'How did it end?' }, cy: { how: 'Sut daeth i ben?' } },
});
