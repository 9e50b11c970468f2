/** Dates, times and durations as programs and people write them: they are no numbers here, and are taken for categories. */

const CLOCK = String.raw`\d{1,2}[:h]\d{2}(:\d{2})?([.,]\d+)?( ?[ap]\.?m\.?)?`;
/** In English, German, French, Spanish, Italian, Portuguese and Dutch, whole or short. */
const MONTHS = `jan january januar janv janvier ene enero gen gennaio janeiro januari jän jänner
 feb february februar fév févr février febrero febbraio fev fevereiro februari
 mar march mär märz mars marzo março mrt maart apr april avr avril abr abril aprile
 may mai mayo mag maggio maio mei jun june juni juin junio giu giugno junho
 jul july juli juil juillet julio lug luglio julho aug august août aoû ago agosto augustus
 sep sept september septembre set septiembre settembre setembro
 oct october okt oktober octobre octubre ott ottobre out outubro nov november novembre noviembre novembro
 dec december dez dezember déc décembre dic diciembre dicembre dezembro`;
const MONTH = `(${MONTHS.split(/\s+/).join('|')})\\.?`;
const DATE = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}`,
  String.raw`\d{1,2}\.\d{1,2}\.`,
  // A month, a week, a quarter.
  String.raw`\d{4}-\d{2}`,
  String.raw`\d{1,2}[/.-]\d{4}`,
  String.raw`\d{4}[ -]?(w|kw|q|t)\d{1,2}(-\d)?`,
  String.raw`(w|kw|q|t)\d{1,2}[ /-]?\d{4}`,
  // With the name of the month.
  String.raw`(\p{L}+,? )?\d{1,2}(st|nd|rd|th|\.)?[ -]?(de |of )?${MONTH}([ -](de )?('?\d{2}|\d{4}))?`,
  String.raw`${MONTH}[ -]?('?\d{2}|\d{4})`,
  String.raw`${MONTH} \d{1,2}(st|nd|rd|th)?(,? ?\d{4})`,
  String.raw`\d{4}[-. /]${MONTH}([-. /]\d{1,2})?`,
  String.raw`\d{2,4} ?年( ?\d{1,2} ?月)?( ?\d{1,2} ?日)?|\d{4}년 ?\d{1,2}월( ?\d{1,2}일)?`,
].join('|');
const SPAN = [
  String.raw`[+-]?P(?=T?\d)(\d+([.,]\d+)?[YMWD])*(T(\d+([.,]\d+)?[HMS])+)?`,
  String.raw`[+-]?\d+ days?,? ${CLOCK}`,
  String.raw`\d+ ?(d|days?|h|hrs?|hours?|std\.?) ?\d+ ?(h|hrs?|hours?|m|mins?|minutes?)\.?( ?\d+ ?s(ec)?(onds)?\.?)?`,
  String.raw`\d+ ?(m|mins?|minutes?)\.? ?\d+ ?s(ec)?(onds)?\.?`,
].join('|');

const KINDS = [
  ['dates', new RegExp(`^(${DATE})([T ,]+${CLOCK}( ?(Z|UTC|GMT|CES?T)?([+-]\\d{1,2}(:?\\d{2})?)?))?$`, 'iu')],
  ['times', new RegExp(`^${CLOCK}$`, 'iu')],
  ['durations', new RegExp(`^(${SPAN})$`, 'iu')],
] as const;

/** What at least half of these texts are; undefined: none of it. */
export function temporalKind(texts: readonly string[]): (typeof KINDS)[number][0] | undefined {
  return KINDS.find(([, pattern]) => texts.filter((text) => pattern.test(text)).length * 2 >= Math.max(1, texts.length))?.[0];
}
