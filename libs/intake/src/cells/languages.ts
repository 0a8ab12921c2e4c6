/** Languages however a referrer writes them, as BCP 47 tags. */
import { foldName } from '#libs/matching';

const named: Readonly<Record<string, string>> = {
  english: 'en', eng: 'en', saesneg: 'en', welsh: 'cy', cym: 'cy', wel: 'cy', cymraeg: 'cy', polish: 'pl', polski: 'pl', pwyleg: 'pl',
  arabic: 'ar', arabeg: 'ar', urdu: 'ur', punjabi: 'pa', panjabi: 'pa', bengali: 'bn', gujarati: 'gu', hindi: 'hi', somali: 'so',
  romanian: 'ro', portuguese: 'pt', spanish: 'es', french: 'fr', ffrangeg: 'fr', german: 'de', italian: 'it', lithuanian: 'lt',
  latvian: 'lv', slovak: 'sk', czech: 'cs', hungarian: 'hu', bulgarian: 'bg', turkish: 'tr', kurdish: 'ku', farsi: 'fa',
  persian: 'fa', dari: 'prs', pashto: 'ps', ukrainian: 'uk', russian: 'ru', albanian: 'sq', greek: 'el', vietnamese: 'vi',
  tamil: 'ta', tigrinya: 'ti', amharic: 'am', mandarin: 'cmn', cantonese: 'yue', chinese: 'zh',
  bsl: 'bfi', 'british sign language': 'bfi', 'iaith arwyddion prydain': 'bfi',
}; // prettier-ignore

/** The tag of a language written as a tag in any letter case, or by its English or Welsh name; null for anything else. */
export function languageOf(text: string): string | null {
  const folded = foldName(text);
  if (Object.hasOwn(named, folded)) return named[folded] ?? null;
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
