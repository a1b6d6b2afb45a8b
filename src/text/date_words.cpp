#include "text/date_words.hpp"

#include <array>

#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

// A language a row, January to December; other forms of a name behind a bar. English stands first: where a shortened
// name is of two languages, the first row counts.
// clang-format off
constexpr std::array kMonths = {
    /* en */ std::string_view("january february march april may june july august september october november december"),
    /* de */ std::string_view("januar|jänner|jaenner februar|feber|feb märz|maerz|mrz april mai juni juli august september oktober november dezember"),
    /* fr */ std::string_view("janvier|janv février|fevrier|fév|févr mars avril|avr mai juin juillet|juil août|aout septembre|sept octobre novembre décembre|decembre|déc"),
    /* es */ std::string_view("enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|sept octubre noviembre diciembre|dic"),
    /* pt */ std::string_view("janeiro fevereiro|fev março|marco abril|abr maio junho julho agosto|ago setembro|set outubro|out novembro dezembro|dez"),
    /* it */ std::string_view("gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto|ago settembre|sett ottobre|ott novembre dicembre|dic"),
    /* nl */ std::string_view("januari februari maart|mrt april mei juni juli augustus september oktober november december"),
    /* sv da nb */ std::string_view("januari|januar februari|februar mars|marts april|apr maj|mai juni juli augusti|august september oktober|okt november december|desember|des"),
    /* ru */ std::string_view("январь|января|янв февраль|февраля|фев март|марта апрель|апреля|апр май|мая июнь|июня июль|июля август|августа|авг сентябрь|сентября|сент октябрь|октября|окт ноябрь|ноября|ноя декабрь|декабря|дек"),
    /* be */ std::string_view("студзень|студзеня|студз люты|лютага|лют сакавік|сакавіка|сак красавік|красавіка|крас май|мая|травень|траўня чэрвень|чэрвеня|чэрв ліпень|ліпеня|ліп жнівень|жніўня|жнів верасень|верасня|вер кастрычнік|кастрычніка|кастр лістапад|лістапада|ліст снежань|снежня|снеж"),
    /* uk */ std::string_view("січень|січня|січ лютий|лютого|лют березень|березня|бер квітень|квітня|квіт травень|травня|трав червень|червня|черв липень|липня|лип серпень|серпня|серп вересень|вересня|вер жовтень|жовтня|жовт листопад|листопада|лист грудень|грудня|груд"),
    /* pl */ std::string_view("styczeń|stycznia|sty luty|lutego|lut marzec|marca|mar kwiecień|kwietnia|kwi maj|maja czerwiec|czerwca|cze lipiec|lipca|lip sierpień|sierpnia|sie wrzesień|września|wrz październik|października|paź listopad|listopada|lis grudzień|grudnia|gru"),
    /* cs */ std::string_view("leden|ledna|led únor|února|úno březen|března|bře duben|dubna|dub květen|května|kvě červen|června|čer červenec|července srpen|srpna|srp září|zář říjen|října|říj listopadu|lis prosinec|prosince|pro"),
    /* bg */ std::string_view("януари|яну февруари март април май юни юли август септември|септ октомври ноември декември"),
    /* sr */ std::string_view("januar|јануар februar|фебруар mart|март april|април maj|мај jun|јун jul|јул avgust|август|avg septembar|септембар oktobar|октобар novembar|новембар decembar|децембар"),
    /* lt */ std::string_view("sausio|sausis|saus vasario|vasaris|vas kovo|kovas balandžio|balandis|bal gegužės|gegužė|geg birželio|birželis|birž liepos|liepa rugpjūčio|rugpjūtis|rugp rugsėjo|rugsėjis|rugs spalio|spalis|spal lapkričio|lapkritis|lapkr gruodžio|gruodis|gruod"),
    /* lv */ std::string_view("janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā|jūn jūlijs|jūlijā|jūl augusts septembris oktobris novembris decembris"),
    /* fi */ std::string_view("tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta toukokuu|toukokuuta kesäkuu|kesäkuuta heinäkuu|heinäkuuta elokuu|elokuuta syyskuu|syyskuuta lokakuu|lokakuuta marraskuu|marraskuuta joulukuu|joulukuuta"),
    /* et */ std::string_view("jaanuar|jaan veebruar|veebr märts aprill mai juuni juuli august september oktoober november detsember|dets"),
    /* hu */ std::string_view("január február március|márc április|ápr május|máj június|jún július|júl augusztus szeptember|szept október november december"),
    /* ro */ std::string_view("ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie|sept octombrie noiembrie|noi|nov decembrie"),
    /* tr */ std::string_view("ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara"),
    /* el */ std::string_view("ιανουάριος|ιανουαρίου|ιαν φεβρουάριος|φεβρουαρίου|φεβ|φεβρ μάρτιος|μαρτίου|μαρ|μάρ|μαρτ|μάρτ απρίλιος|απριλίου|απρ μάιος|μαΐου|μαϊ|μαι|μάι|μαϊου|μαίου ιούνιος|ιουνίου|ιουν|ιούν|ιον ιούλιος|ιουλίου|ιουλ|ιούλ|ιολ αύγουστος|αυγούστου|αυγ|αύγ σεπτέμβριος|σεπτεμβρίου|σεπ|σεπτ οκτώβριος|οκτωβρίου|οκτ νοέμβριος|νοεμβρίου|νοε|νοέ δεκέμβριος|δεκεμβρίου|δεκ"),
    /* id */ std::string_view("januari februari maret april mei juni juli agustus|agu|agt september oktober|okt november|nop desember|des"),
    /* ca */ std::string_view("gener|gen febrer març abril|abr maig juny juliol agost setembre octubre novembre desembre|des"),
};
// clang-format on

// Beginnings of weekdays, three characters and more, and what else stands in dates.
// clang-format off
constexpr std::array kWeekdays = std::to_array<std::string_view>({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    "segunda", "terça", "quarta", "quinta", "sexta", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    "панядзелак", "аўторак", "серада", "чацвер", "пятніца", "субота", "нядзеля",
    "понеділок", "вівторок", "четвер", "неділя",
    "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela",
    "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag", "lørdag", "søndag",
    "δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή",
    "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
    "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap",
});
// clang-format on

// clang-format off
constexpr std::array kFillers = std::to_array<std::string_view>({
    "at", "on", "of", "the", "o", "clock", "st", "nd", "rd", "th", "tues", "thur", "thurs", "de", "del", "do", "da", "le", "la", "à", "às", "a", "as",
    "er", "ème", "le", "den", "der", "am", "um", "uhr", "kl", "klo", "op", "om", "uur", "dne", "il", "alle", "ore", "les", "h", "hs", "hrs", "hours",
    "г", "год", "года", "году", "ч", "в", "у", "р", "року", "о", "roku", "r", "godz", "ob", "ve", "saat", "di", "pada", "pukul", "pm", "dia",
    "published", "posted", "updated", "modified", "created", "date", "last", "апубликовано", "опубликовано", "апублікавана",
    "local", "time", "standard", "daylight", "summer", "tháng", "thg", "năm", "ngày", "lúc",
});
// clang-format on

// Whether `word` is `name`, or its beginning of three characters or more.
bool shortens(std::string_view word, std::string_view name) {
  return word == name || (name.starts_with(word) && count_characters(word) >= 3);
}

// Calls `visit` with each of the names in a row and its month; stops and gives what `visit` gives other than 0.
template <typename Visit>
int visit_names(std::string_view row, Visit visit) {
  int month = 1;
  while (!row.empty()) {
    const std::size_t end = std::min(row.find_first_of(" |"), row.size());
    if (const int found = visit(row.substr(0, end), month); found != 0) return found;
    if (end < row.size() && row[end] == ' ') ++month;
    row.remove_prefix(std::min(end + 1, row.size()));
  }
  return 0;
}

}  // namespace

int month_of(std::string_view word) {
  for (const auto row : kMonths) {
    const int found = visit_names(row, [&](std::string_view name, int month) { return name == word ? month : 0; });
    if (found != 0) return found;
  }
  if (count_characters(word) < 3) return 0;
  for (const auto row : kMonths) {
    const int found =
        visit_names(row, [&](std::string_view name, int month) { return name.starts_with(word) ? month : 0; });
    if (found != 0) return found;
  }
  return 0;
}

bool is_filler(std::string_view word) {
  for (const auto name : kWeekdays)
    if (shortens(word, name)) return true;
  for (const auto name : kFillers)
    if (word == name) return true;
  return false;
}

char32_t lower_letter(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  // Latin Extended-A: pairs, with three runs that begin at odd numbers.
  if (c >= 0x139 && c <= 0x148) return (c & 1U) != 0 ? c + 1 : c;
  if (c >= 0x179 && c <= 0x17E) return (c & 1U) != 0 ? c + 1 : c;
  if (c == 0x178) return 0xFF;
  if (c == 0x130) return U'i';  // Turkish
  if (c >= 0x100 && c <= 0x177) return (c & 1U) == 0 ? c + 1 : c;
  if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) return c + 0x20;
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 0x25;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 0x3F;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x460 && c <= 0x4FF && !(c >= 0x482 && c <= 0x48B) && !(c >= 0x4C0 && c <= 0x4CF)) return c | 1U;
  return c;
}

}  // namespace syndicat::text
