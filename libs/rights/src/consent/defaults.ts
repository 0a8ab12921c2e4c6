// Consent texts that come with the program, made of the words of the practice: drafts, for each service to replace by its own.
import { consentPurposes, type ExplainedItem, type Purpose } from '#libs/case';
import { catalogues, type Language } from '#libs/words';
import type { NewConsentText } from './texts.js';

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

/** The whole text of one purpose in one language. */
function textOf(language: Language, purpose: Purpose): string {
  const { consents, explained } = catalogues[language];
  const items = (consentPurposes[purpose].explained as readonly ExplainedItem[]).map((item) => `- ${explained[item]}`);
  return [consents[purpose], frames[language].before, items.join('\n'), frames[language].choice].join('\n\n');
}

/** A text for every purpose in each language; the Welsh is a draft that no translator has checked. */
export const defaultTexts = (): NewConsentText[] =>
  (Object.keys(consentPurposes) as Purpose[]).flatMap((purpose) =>
    (Object.keys(catalogues) as Language[]).map((language) => ({
      purpose,
      about: null,
      version: DEFAULT_VERSION,
      language,
      words: textOf(language, purpose),
    })),
  );
