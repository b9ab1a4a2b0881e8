import { foldText } from '#directory/domain';

/** ISO 3166-1 alpha-2. Listed, because `Intl` also names regions that are no countries (EU, UN) or no longer exist (SU). */
const ISO_3166_1 = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** What people and systems write that `Intl` does not know: alpha-3 codes of the usual countries, short and old names. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  AT: ['AUT'],
  BE: ['BEL'],
  CH: ['CHE', 'Swiss'],
  CN: ['CHN', "People's Republic of China", 'VR China'],
  CZ: ['CZE', 'Czech Republic', 'Tschechische Republik'],
  DE: ['DEU', 'GER', 'D', 'BRD', 'Bundesrepublik Deutschland', 'Federal Republic of Germany'],
  DK: ['DNK'],
  ES: ['ESP'],
  FI: ['FIN'],
  FR: ['FRA'],
  GB: ['GBR', 'UK', 'U.K.', 'Great Britain', 'Großbritannien', 'England', 'Scotland', 'Schottland', 'Wales'],
  IN: ['IND'],
  IE: ['IRL'],
  IT: ['ITA'],
  JP: ['JPN'],
  KR: ['KOR', 'Republic of Korea', 'Korea'],
  LU: ['LUX'],
  NL: ['NLD', 'The Netherlands', 'Holland'],
  NO: ['NOR'],
  PL: ['POL'],
  PT: ['PRT'],
  RU: ['RUS', 'Russian Federation', 'Russische Föderation'],
  SE: ['SWE'],
  SK: ['SVK', 'Slovak Republic', 'Slowakische Republik'],
  TR: ['TUR', 'Turkey', 'Türkei'],
  US: ['USA', 'U.S.A.', 'U.S.', 'United States of America', 'Vereinigte Staaten von Amerika'],
};

const CODE_BY_NAME: ReadonlyMap<string, string> = new Map(
  ISO_3166_1.flatMap((code) => namesOf(code).map((name) => [nameKey(name), code] as const)),
);

/**
 * The ISO 3166-1 alpha-2 code of a country given as a code or by its German or English name, whatever its case and
 * accents; undefined when it is none of these.
 */
export function countryCode(text: string): string | undefined {
  return CODE_BY_NAME.get(nameKey(text));
}

function namesOf(code: string): readonly string[] {
  const spoken = ['de', 'en'].map((language) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code);
  return [code, ...spoken, ...(ALIASES[code] ?? [])];
}

function nameKey(name: string): string {
  return foldText(name).replace(/[^\p{L}]/gu, '');
}
