// Consent texts that come with the program, made of the words of the practice: drafts, for each service to replace by its own.
import { consentPurposes, explainedItems, type ExplainedItem, type Purpose } from '#libs/case';
import type { NewConsentText } from './texts.js';
import { asksInWelsh, explainedInWelsh } from './welsh.js';

/** The version of the default texts. Published once in a service they stay as they are, whatever becomes of these lines. */
export const DEFAULT_VERSION = '1';

const frames = {
  en: {
    before: 'Before you answer, this is what we have explained to you:',
    choice:
      'You decide. You can say yes, no, or not now, and nothing is held against you. You can change your mind at any time, and nobody will ask you for a reason.',
  },
  cy: {
    before: 'Cyn i chi ateb, dyma beth rydym wedi’i egluro i chi:',
    choice:
      'Chi sy’n penderfynu. Gallwch ddweud iawn, na, neu ddim ar hyn o bryd, ac ni fydd dim yn cael ei ddal yn eich erbyn. Gallwch newid eich meddwl unrhyw bryd, ac ni fydd neb yn gofyn i chi am reswm.',
  },
} as const;

const textOf = (language: keyof typeof frames, asks: string, items: readonly string[]): string =>
  [asks, frames[language].before, items.map((item) => `- ${item}`).join('\n'), frames[language].choice].join('\n\n');

/** A text for every purpose in English and in Welsh; the Welsh is a draft that no translator has checked. */
export function defaultTexts(): NewConsentText[] {
  return (Object.keys(consentPurposes) as Purpose[]).flatMap((purpose) => {
    const { asks, explained } = consentPurposes[purpose];
    const general = { purpose, about: null, version: DEFAULT_VERSION };
    const english = textOf(
      'en',
      asks,
      (explained as readonly ExplainedItem[]).map((item) => explainedItems[item].says),
    );
    const welsh = textOf(
      'cy',
      asksInWelsh[purpose],
      (explained as readonly ExplainedItem[]).map((item) => explainedInWelsh[item]),
    );
    return [
      { ...general, language: 'en', words: english },
      { ...general, language: 'cy', words: welsh },
    ];
  });
}
