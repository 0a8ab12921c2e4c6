/** Names folded only to be compared: kept as written everywhere else. */

// Letters that Unicode does not take apart into a letter and a mark.
const letters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/**
 * Letter case, marks, apostrophes and hyphens folded away: 'DE SOUZA' and 'de Souza', 'Nguyễn' and 'Nguyen' become one.
 * A letter that was lost on the way, whatever a program wrote in its place, is one '?'.
 */
export function foldName(name: string): string {
  return name
    .replaceAll(/\uFFFD+|\?+/gu, '?')
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđðþßæœıħ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/['’‘`´.]/g, '')
    .replaceAll(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();
}
