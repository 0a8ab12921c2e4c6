// A code is the same code however it was typed, copied or dictated.
import { plainCode } from './plain-code.js';

test.each([
  ['as it was read out', '1234-5678-9012'],
  ['without anything between', '123456789012'],
  ['in full-width digits', '１２３４５６７８９０１２'],
  ['in full-width digits and dashes', '１２３４－５６７８－９０１２'],
  ['in digits of an Arabic keyboard', '١٢٣٤٥٦٧٨٩٠١٢'],
  ['in digits of a Persian or Urdu keyboard', '۱۲۳۴۵۶۷۸۹۰۱۲'],
  ['in digits of a Hindi keyboard', '१२३४५६७८९०१२'],
  ['in digits of a Bengali keyboard', '১২৩৪৫৬৭৮৯০১২'],
  ['with every dash', '12-34‐56‑78‒90–1—2―−﹣－'],
  ['with dots', '1.2·3•4․5。6…7.8.9.0.1.2'],
  ['with spaces of every width', '1234 5678\u00a0\u20099012\u3000'],
  ['with invisible marks', '\ufeff12\u200b34\u200c56\u200d78\u206090\u00ad12\u200e\u202a\ufe0f'],
  ['with the letters people mistake', 'l234567B9Ol2'.replace('B', '8')],
])('%s', (_how, typed) => {
  expect(plainCode(typed)).toBe('123456789012');
});

test('a letter of another alphabet that only looks alike is no letter of ours', () => {
  expect(plainCode('АВС')).toBe('');
});
