import type { ByLanguage } from './by-language.js';

/** Words, with a space between, that do not part from what stands beside them. */
export interface Bound {
  /** Before a name: Mr. Smith, Mme Curie. */
  readonly names?: string;
  /** Before a number, Arabic or Roman: p. 5, Nr. 3, vol. II. */
  readonly numbers?: string;
  /** Behind a number: 5 km in any language, 5 Uhr in one. */
  readonly units?: string;
  /** Behind the number of a day, or before it: 25 May, 25. Mai, May 25. */
  readonly months?: string;
  /** Words of one letter, which do not hang at the end of a line. */
  readonly small?: string;
  /** Particles, which do not begin one. */
  readonly particles?: string;
  /** Abbreviations of several words, with a stroke between. */
  readonly several?: string;
}

/** Currencies whose codes are written before or behind what something costs. */
export const CURRENCIES = 'EUR USD GBP CHF SEK PLN RUB';

/** Units that are written alike in every language of the Latin script. */
export const UNITS = `km m dm cm mm µm μm nm km² m² cm² mm² km³ m³ cm³ km/h m/s kg g mg µg t l L dl cl ml mL hl ha h min s ms °C °F K ° Hz kHz MHz GHz W kW MW GW kWh Wh V kV mV mA Ah Ω kΩ J kJ MJ cal kcal N kN Pa hPa kPa MPa bar dB lx lm mol kB KB MB GB TB kbit Mbit Gbit dpi ppi px pt rpm ft lb lbs oz mi mph € $ £ ¥ ₽ ${CURRENCIES} ‰ %`;

export const BOUND: ByLanguage<Bound> = {
  cs: {
    names: 'p. pí dr. Dr. prof. Prof. doc. ing. Ing. Mgr. sv.',
    numbers: 's. str. č. čís. sv. kap. obr. tab. čl. odst. § r. ul. tř.',
    units: 'Kč hod. min. tis. mil. mld.',
    small: 'a i k o s u v z',
    months: 'ledna února března dubna května června července srpna září října listopadu prosince',
  },
  en: {
    names: 'Mr. Mrs. Ms. Mr Mrs Ms Mx. Dr. Dr Prof. St. St Rev. Hon. Gen. Col. Capt. Lt. Sgt. Gov. Sen. Rep.',
    numbers:
      'No. Nos. nos. p. pp. Vol. Vols. vol. vols. Ch. Chap. ch. chap. chaps. Fig. Figs. fig. figs. Sec. sec. Sect. sect. Eq. eq. Art. art. n. nn. l. ll. c. ca. § §§ №',
    units: 'million billion trillion percent a.m. p.m. am pm AM PM A.M. P.M. BC BCE CE AD',
    months:
      'January February March April May June July August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  },
  de: {
    names: 'Hr. Hrn. Fr. Dr. Prof. Dipl.-Ing. Mag. St. v. n.',
    numbers:
      'Nr. Nrn. S. Bd. Bde. Abb. Tab. Kap. Abschn. Art. Abs. Anm. Z. Bl. Jg. H. Aufl. Ziff. ca. rd. § §§',
    units: 'Uhr Std. Min. Sek. Euro Cent Mio. Mrd. Tsd. Prozent Jh. ff. f.',
    months:
      'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jan. Feb. Aug. Sept. Okt. Nov. Dez.',
  },
  es: {
    names: 'Sr. Sra. Srta. Sres. D. Dña. Dr. Dra. Prof. Ud. Uds. Fr. Sto. Sta.',
    numbers: 'p. pp. pág. págs. n.º núm. núms. vol. vols. cap. caps. art. arts. fig. figs. § s. ss.',
    units: 'millones euros a.m. p.m. h.',
  },
  fr: {
    names: 'M. MM. Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste',
    numbers: 'p. pp. n° nᵒ nos vol. t. chap. art. fig. § §§ env.',
    units: 'millions milliards euros heures min. s.',
    months:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv. févr. juill. sept. oct. nov. déc.',
  },
  it: {
    names: 'Sig. Sig.ra Sig.na Sigg. Dott. Dott.ssa Prof. Prof.ssa Avv. Ing. Arch. On. S.',
    numbers: 'p. pp. pag. pagg. n. nn. vol. voll. cap. capp. art. artt. fig. figg. § sec.',
    units: 'milioni miliardi euro ore',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  },
  nl: {
    names: 'dhr. Dhr. mevr. Mevr. mw. Mw. dr. Dr. prof. Prof. drs. Drs. ir. mr. Mr. ds. St.',
    numbers: 'blz. p. pp. nr. Nr. nrs. dl. hfst. art. afb. tab. fig. §',
    units: 'uur miljoen miljard euro procent',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
  },
  pl: {
    names: 'dr Dr prof. Prof. ks. Ks. św. inż. mgr p. pp. ul. al. pl. gen. im. hr.',
    numbers: 's. str. nr nry t. rozdz. art. rys. tab. ust. pkt § ok.',
    units: 'r. w. zł gr godz. min. tys. mln mld euro',
    small: 'a i o u w z',
    months:
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  },
  ru: {
    names: 'г-н г-жа г. гг. проф. акад. им. ул. пр. д-р св.',
    numbers: 'с. стр. № т. гл. рис. табл. ст. п. пп. ч. вып. § д. кв.',
    units:
      'г. гг. в. вв. р. руб. коп. тыс. млн млрд км м дм см мм кг г мг т л мл ч мин с км/ч Вт кВт В А Гц кГц МГц Мб Гб',
    small: 'а в и к о с у я',
    particles: 'бы б же ж ли ль',
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  },
  sk: {
    names: 'p. pí dr. Dr. prof. Prof. doc. ing. Ing. Mgr. sv.',
    numbers: 's. str. č. čís. zv. kap. obr. tab. čl. ods. § r. ul.',
    units: 'Sk hod. min. tis. mil. mld.',
    small: 'a i k o s u v z',
    months: 'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  },
  sv: {
    names: 'hr fr dr Dr prof. Prof. S:t S:ta kand.',
    numbers: 's. ss. nr Nr kap. Kap. fig. bd del st. §',
    units: 'kr kronor öre tim tim. min. miljoner miljarder procent euro',
    several:
      't. ex.|bl. a.|d. v. s.|m. fl.|m. m.|o. s. v.|f. d.|s. k.|p. g. a.|e. Kr.|f. Kr.|fr. o. m.|t. o. m.',
    months: 'januari februari mars april maj juni juli augusti september oktober november december',
  },
  uk: {
    names: 'п. пан пані р. рр. проф. акад. ім. вул. пр. д-р св. о.',
    numbers: 'с. стор. № т. гл. розд. рис. табл. ст. п. пп. ч. вип. § буд. кв.',
    units:
      'р. рр. ст. грн коп. тис. млн млрд км м дм см мм кг г мг т л мл год хв с км/год Вт кВт В А Гц кГц МГц МБ ГБ',
    small: 'а в з і й о у я',
    particles: 'б би ж же',
    months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  },
};
