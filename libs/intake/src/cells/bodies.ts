/** Bodies and not people: told by their legal form, or by a word that names a kind of body and never a person. */
import { foldName } from '#libs/matching';

const legalForm = /(^|[\s,(])(ltd|limited|plc|p\.l\.c\.|llp|cic|cio|inc|cyf|cyfyngedig|ccc)\.?\)?$/i;
const kinds: ReadonlySet<string> = new Set(
  `council cyngor police heddlu school schools ysgol academy college coleg university prifysgol nhs hospital ysbyty surgery
   church eglwys chapel capel mosque synagogue temple stores store supermarket shop siop pharmacy hotel gwesty pub inn
   restaurant cafe caffi club clwb association cymdeithas society trust ymddiriedolaeth charity foundation company services
   partnership bros brothers sons housing library llyfrgell museum bank garage motors bus rail transport department`.split(
    /\s+/,
  ),
);

/** True where the name says that it is a body. "Church" alone, or after one given name, may be a family's name. */
export function isBodyName(name: string): boolean {
  if (legalForm.test(name.trim())) return true;
  const words = foldName(name).split(' ').filter(Boolean);
  if (/^the |^y /i.test(name.trim()) && words.length > 1) return words.some((word) => kinds.has(word));
  const [last = ''] = words.slice(-1);
  if (words.length > 2) return words.some((word) => kinds.has(word)) && !/^(mr|mrs|ms|miss|dr)$/.test(words[0] ?? '');
  return words.length === 2 && kinds.has(last) && !familyNames.has(last);
}

// Two words that end so may be somebody: Charlotte Church, Ian Bank, Ann Temple.
const familyNames: ReadonlySet<string> = new Set(
  'church chapel temple shop inn bank school sons bus rail college trust store pub'.split(' '),
);
