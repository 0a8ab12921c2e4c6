// An order has ended.
import { orders } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const endOrder = commandForm('endOrder', {
  about: 'orderId',
  fields: { orderId: { from: orders } },
  words: { en: { orderId: 'Which order?' }, cy: { orderId: 'Pa orchymyn?' } },
});
