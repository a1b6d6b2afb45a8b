#include "extract/language.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "extract/words.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

// What a language shows of itself: its most frequent small words, and letters that its neighbours do not have.
struct Profile {
  std::string_view tag;
  std::string_view words;    // apart by blanks
  std::string_view letters;  // lower case
};

// clang-format off
constexpr std::array kProfiles = {
    Profile{"en", "the of and to in a is that for it was on are as with his they at be this from have or by had but not what all were when we there can an your which their said if do will about how who would has more been its our also after than into other only", ""},
    Profile{"de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir", "ßäöü"},
    Profile{"fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux cette ses mais comme on nous été sa fait elle leur tout deux ont être même entre aussi dont si après ces sans très", "çœêèàùâîôûëï"},
    Profile{"es", "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede", "ñáíóú¿¡"},
    Profile{"it", "di e il la che in a per un è del non si da le una con i dei della al sono come anche nel più ma alla o lo ha su gli delle se dal questo stato ai essere nella tra dopo era suo ad degli anni loro ci cui due dalla solo quando hanno prima", "àèìòù"},
    Profile{"pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse", "ãõçáâêéíóú"},
    Profile{"nl", "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of uit nog naar heeft hij ze wordt door over tot worden was we kan je meer al hebben dit deze werd geen hun zo wel veel onder haar moet na zich mensen wij", "ĳ"},
    Profile{"pl", "jesteśmy ponieważ wszyscy wszystkim ani nam bo w i na z do się nie to jest że o od za po jak przez ale dla są a tym co oraz może ze ich jego ma już przy jej był czy także był która który które tylko było być go lub tak jednak tego roku pod bardzo bez więc gdy nad tej jako we", "łżźćśńęą"},
    Profile{"cs", "jsme jste protože všichni ani není nám dnes a v se na je že z o s do i to k ve pro za by ale si po jako od jsou podle který která které při roku jeho však tak byl být co až už nebo jen bylo také byla mezi před let má ze není jak své jsem aby tom pak ještě kdy proti která více", "ěřůčšžýáíé"},
    Profile{"sk", "sme ste pretože všetci ani nám dnes a v sa na je že z o s do i to k vo pre za by ale si po ako od sú podľa ktorý ktorá ktoré pri roku jeho však tak bol byť čo až už alebo len bolo aj bola medzi pred rokov má zo nie jak svoje som aby tom potom ešte keď proti viac ktorí", "ľĺŕôäčšžýáíéň"},
    Profile{"lt", "ir į kad su iš yra tai bet o ne buvo jo apie už per nuo kaip savo dėl jau pat prie po tik dar ar jei metų gali pagal taip arba kurie kuris jos jų bus nes labai kai būti iki tarp daugiau turi ypač mes nėra šį ši šis kas metais žmonių vieną", "ėęįųūąčšž"},
    Profile{"lv", "un ir ka no ar par uz to tas kas kā bet arī gan tā lai pēc pie vai jau nav bija tikai savu viņš gada būs ko gadā tiek kur pret var ļoti jo šo līdz vairāk kad viņa es mēs tad tam šis esam bez cilvēku starp pirms", "āēīūģķļņčšž"},
    Profile{"et", "ja on ei see et oli ta kui ka mis või aga oma kes siis selle ning seda mida nii on pole veel väga ole kuid olid mille mul peale eest juba üks ma olla kõik meie nende tema vaid sest saab nad pärast nagu aastal", "õäöü"},
    Profile{"fi", "ja on ei se että oli hän kun myös mutta ovat kuin joka tai jos sen niin ole mukaan vuoden nyt hänen mitä jo kanssa sitä vain tämä vuonna siitä olla enemmän ne voi koska sekä kaikki minä jotka sillä olisi tämän jälkeen ennen", "äö"},
    Profile{"sv", "och i att det som en på är av för med den till har de inte om ett han var men sig från vi så kan när år under också efter eller nu sin där hon ska mot alla skulle vid bara finns vara detta blir hade mer över något säger ut man än hur", "åäö"},
    Profile{"da", "og i at det er en til af på for med de den der som har ikke et om han var men sig fra vi så kan når år også efter eller nu sin hvor hun skal mod alle ville ved kun være dette bliver havde mere over noget siger ud man end blev hvad deres", "æøå"},
    Profile{"nb", "og i det er på som en til å av for at med han de den har ikke et var om seg fra vi så kan når år også etter eller nå sin hvor hun skal mot alle ville ved bare være dette blir hadde mer over noe sier ut man enn ble hva deres", "æøå"},
    Profile{"tr", "ve bir bu da de için ile olarak çok daha o ne gibi olan kadar sonra en ise ya her ama değil var ki iki diye göre mi olduğu olduğunu şey oldu ben tarafından etti ancak yeni büyük içinde zaman hem sadece nasıl kendi önce yok bile dedi veya", "ışğçöüİ"},
    Profile{"hu", "a az és hogy nem is egy van de ez azt meg csak már ha mint volt még vagy el ki be lehet mert fel kell akkor sem nagyon nincs majd minden így pedig között után olyan ezt szerint lesz amely több aki ott úgy más nagy két azonban", "őűáéíóöúü"},
    Profile{"ro", "de și în a la cu pe că nu o din care un mai pentru este ca se fi prin sau au fost după lui dar cel sunt pot acest am iar ei această fost toate despre ale său foarte dacă fără când ori între unei numai ani celor avea cea spre", "ășțâî"},
    Profile{"hr", "i u je na da se za su od s o ne kao koji a iz što to bi će do po samo ali koja sve ili nije sam koje biti više nakon te godine prema kako jer još tako bio kod bila ima svoje kada nego smo može pri oko", "čćđšž"},
    Profile{"sl", "in v je na da se za so od z o ne kot ki pa iz kar to bi bo do po samo ali ter vse tudi ni sem biti več leta pri kako ker še tako bil ima svoje ko lahko smo med bila jih zelo zaradi pred sta že", "čšž"},
    Profile{"id", "yang dan di untuk dengan ini dari itu pada tidak dalam akan ke juga oleh ada saya telah bisa sebagai mereka karena lebih orang kami kita dia tersebut dapat adalah sudah para atau menjadi bahwa tahun secara hanya banyak seperti saat lagi setelah", ""},
    Profile{"vi", "và của là có được trong cho các một không với những này để người đã khi về ở từ đến tôi năm ra như trên vào cũng nhiều sẽ đó nhưng lại theo nên bị phải làm sau tại thì hơn rất", "ăđơưạảấầẩẫậắằặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"},
    Profile{"ca", "de la i el que a en els les un per una del amb és no al es com més ha seva seu són o va aquest aquesta però també pel hi dels han si tot sobre ser entre ja fins quan on anys molt sense perquè aquests estat", "çàèéíòóúï·"},
    Profile{"ru", "и в не на что я с он а как это по но из у к за от так его то же вы все для был она мы о было только до бы если или их при ещё еще уже этого также когда чтобы года после чем были которые который где есть нет быть этом может между", "ыэъёщи"},
    Profile{"be", "і ў у не на што я з ён а як гэта па але са за ад так яго то ж вы усе для быў яна мы аб было толькі да калі або іх пры яшчэ ужо гэтага таксама каб года пасля чым былі якія які дзе ёсць няма быць гэтым можа паміж якая над праз гэты сваю іншых", "ўіэыё'"},
    Profile{"uk", "і в у не на що я з він а як це по але та за від так його то ж ви всі для був вона ми про було тільки до якщо або їх при ще вже цього також коли щоб року після ніж були які який де є немає бути цьому може між яка над через цей своє інших", "іїєґ'щи"},
    Profile{"bg", "и на в да се за от не с по са е че това ще като до към при си който които във след както бе или има но той тя те един беше още само може които година няма много вече защото когато тази този между през според", "ъщ"},
    Profile{"sr", "и у је на да се за су од с о не као који а из што то би ће до по само али која све или није сам које бити више након те године према како јер још тако био код била има своје када него смо може при око", "ђјљњћџ"},
    Profile{"mk", "и на во да се за од не со по е дека тоа ќе како до кон при си кој кои што беше ги го му таа тие еден уште само може година нема многу веќе бидејќи кога оваа овој меѓу низ според", "ѓќѕјљњџ"},
    Profile{"kk", "және мен бұл бір үшін деп де да бар ол болып жылы қазақстан еді екен бойынша туралы осы өз сол жоқ кейін болды керек ғана дейін", "әғқңөұүһі"},
    Profile{"ar", "في من على أن إلى التي عن مع هذا ما لا هذه كان الذي بعد قد كما بين لم أو حيث ذلك كل و عام يوم خلال قال أنه غير منذ ثم", ""},
    Profile{"fa", "و در به از که این را با است برای آن یک خود تا بر هم می شده بود نیز وی ها اما شد های هر کرد باید دو اند اگر", "پچژگکی"},
    Profile{"ur", "کے کی میں ہے اور سے کا کو نے اس کہ پر ہیں یہ بھی کر وہ ایک نہیں تھا تو ان گیا جو ہو تک", "ٹڈڑںےہگچ"},
};
// clang-format on

// A script that, among the languages we look for, stands for one.
std::string_view owner_of(Script script) {
  switch (script) {
    case Script::greek: return "el";
    case Script::armenian: return "hy";
    case Script::georgian: return "ka";
    case Script::hebrew: return "he";
    case Script::devanagari: return "hi";
    case Script::bengali: return "bn";
    case Script::gurmukhi: return "pa";
    case Script::gujarati: return "gu";
    case Script::tamil: return "ta";
    case Script::telugu: return "te";
    case Script::kannada: return "kn";
    case Script::malayalam: return "ml";
    case Script::sinhala: return "si";
    case Script::thai: return "th";
    case Script::lao: return "lo";
    case Script::myanmar: return "my";
    case Script::khmer: return "km";
    case Script::ethiopic: return "am";
    case Script::hangul: return "ko";
    default: return {};
  }
}

struct Tables {
  std::unordered_map<std::string_view, std::vector<std::size_t>> words;  // word -> profiles
  std::unordered_map<char32_t, std::vector<std::size_t>> letters;

  Tables() {
    for (std::size_t row = 0; row < kProfiles.size(); ++row) {
      for (const auto word : split_words(kProfiles[row].words)) {
        auto& rows = words[word];
        if (rows.empty() || rows.back() != row) rows.push_back(row);
      }
      for (std::size_t at = 0; at < kProfiles[row].letters.size();) {
        letters[text::next_character(kProfiles[row].letters, at)].push_back(row);
      }
    }
  }
};

const Tables& tables() {
  static const Tables once;
  return once;
}

constexpr std::size_t kSampleLimit = 20'000;  // bytes looked at; more tells nothing new

std::string by_words(std::string_view folded, Script script) {
  // Ukrainian and Belarusian share most small words with Russian; a letter that a rival does not have weighs as
  // much as a word, and each word weighs the less the more languages have it.
  std::array<double, kProfiles.size()> scores{};
  std::size_t count = 0;
  std::size_t hits = 0;
  for (const auto word : split_words(folded)) {
    ++count;
    const auto found = tables().words.find(word);
    if (found == tables().words.end()) continue;
    ++hits;
    for (const auto row : found->second) scores[row] += 1.0 / static_cast<double>(found->second.size());
  }
  std::size_t letters = 0;
  std::array<double, kProfiles.size()> marks{};
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::next_character(folded, at);
    if (c == ' ') continue;
    ++letters;
    const auto found = tables().letters.find(c);
    if (found == tables().letters.end()) continue;
    for (const auto row : found->second) marks[row] += 1.0 / static_cast<double>(found->second.size());
  }
  if (count == 0 || letters == 0) return {};
  std::size_t best = 0;
  double first = 0;
  double second = 0;
  for (std::size_t row = 0; row < kProfiles.size(); ++row) {
    const auto sample = kProfiles[row].words.substr(0, kProfiles[row].words.find(' '));
    std::size_t at = 0;
    const auto own = script_of(text::next_character(sample, at));
    if (own != script) continue;
    const double score = scores[row] / static_cast<double>(count) + 1.5 * marks[row] / static_cast<double>(letters);
    if (score > first) {
      second = first;
      first = score;
      best = row;
    } else {
      second = std::max(second, score);
    }
  }
  // A handful of words proves little: the fewer there are, the clearer the lead has to be.
  const double lead = count < 12 ? 1.6 : count < 40 ? 1.2 : 1.05;
  const bool enough = hits >= 2 || (script != Script::latin && first > 0);
  if (!enough || first < 0.03 || first < second * lead) return {};
  return std::string(kProfiles[best].tag);
}

struct LanguageName {
  std::string_view beginning;  // of the folded name
  std::string_view tag;
  bool whole;  // the name is just that word
};

// Names in switchers: the language's own, English ones, and the short forms that editors write.
// clang-format off
constexpr std::array kNames = {
    LanguageName{"бел", "be", true},        LanguageName{"беларус", "be", false},    LanguageName{"belarus", "be", false},
    LanguageName{"белорус", "be", false},   LanguageName{"білорус", "be", false},    LanguageName{"рус", "ru", true},
    LanguageName{"русск", "ru", false},     LanguageName{"руск", "ru", false},       LanguageName{"російськ", "ru", false},
    LanguageName{"расейск", "ru", false},   LanguageName{"russian", "ru", false},    LanguageName{"russisch", "ru", false},
    LanguageName{"англ", "en", false},      LanguageName{"eng", "en", true},         LanguageName{"english", "en", false},
    LanguageName{"englisch", "en", false},  LanguageName{"anglais", "en", false},    LanguageName{"inglés", "en", false},
    LanguageName{"inglese", "en", false},   LanguageName{"inglês", "en", false},     LanguageName{"angielsk", "en", false},
    LanguageName{"ingilizce", "en", false}, LanguageName{"укр", "uk", true},         LanguageName{"україн", "uk", false},
    LanguageName{"украин", "uk", false},    LanguageName{"украін", "uk", false},     LanguageName{"ukrain", "uk", false},
    LanguageName{"deutsch", "de", false},   LanguageName{"german", "de", true},      LanguageName{"немецк", "de", false},
    LanguageName{"нямецк", "de", false},    LanguageName{"français", "fr", false},   LanguageName{"french", "fr", true},
    LanguageName{"французск", "fr", false}, LanguageName{"español", "es", false},
    LanguageName{"castellano", "es", false}, LanguageName{"spanish", "es", true},    LanguageName{"испанск", "es", false},
    LanguageName{"italiano", "it", false},  LanguageName{"italian", "it", true},     LanguageName{"português", "pt", false},
    LanguageName{"portuguese", "pt", true}, LanguageName{"polski", "pl", false},     LanguageName{"polish", "pl", true},
    LanguageName{"po polsku", "pl", false}, LanguageName{"польск", "pl", false},     LanguageName{"lietuvi", "lt", false},
    LanguageName{"lithuanian", "lt", true}, LanguageName{"latvie", "lv", false},     LanguageName{"latviski", "lv", false},
    LanguageName{"eesti", "et", false},     LanguageName{"suomi", "fi", false},      LanguageName{"suomeksi", "fi", false},
    LanguageName{"svenska", "sv", false},   LanguageName{"dansk", "da", false},      LanguageName{"norsk", "nb", false},
    LanguageName{"nederlands", "nl", false}, LanguageName{"čeština", "cs", false},   LanguageName{"česky", "cs", false},
    LanguageName{"slovenčina", "sk", false}, LanguageName{"magyar", "hu", false},    LanguageName{"română", "ro", false},
    LanguageName{"türkçe", "tr", false},    LanguageName{"turkish", "tr", true},     LanguageName{"ελληνικά", "el", false},
    LanguageName{"български", "bg", false}, LanguageName{"српски", "sr", false},     LanguageName{"srpski", "sr", false},
    LanguageName{"hrvatski", "hr", false},  LanguageName{"slovenščina", "sl", false}, LanguageName{"català", "ca", false},
    LanguageName{"euskara", "eu", false},   LanguageName{"galego", "gl", false},     LanguageName{"עברית", "he", false},
    LanguageName{"العربية", "ar", false},   LanguageName{"عربي", "ar", false},       LanguageName{"arabic", "ar", true},
    LanguageName{"فارسی", "fa", false},     LanguageName{"اردو", "ur", false},       LanguageName{"हिन्दी", "hi", false},
    LanguageName{"हिंदी", "hi", false},      LanguageName{"বাংলা", "bn", false},      LanguageName{"中文", "zh", false},
    LanguageName{"简体中文", "zh-Hans", false}, LanguageName{"繁體中文", "zh-Hant", false}, LanguageName{"chinese", "zh", true},
    LanguageName{"日本語", "ja", false},    LanguageName{"japanese", "ja", true},    LanguageName{"한국어", "ko", false},
    LanguageName{"korean", "ko", true},     LanguageName{"ไทย", "th", false},        LanguageName{"tiếng việt", "vi", false},
    LanguageName{"bahasa indonesia", "id", false}, LanguageName{"ქართული", "ka", false}, LanguageName{"հայերեն", "hy", false},
    LanguageName{"қазақша", "kk", false},   LanguageName{"o'zbek", "uz", false},
};
// clang-format on

// Two-letter codes as switchers write them, with those that are a country's rather than a language's.
// clang-format off
constexpr auto kCodes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"en", "en"}, {"be", "be"}, {"by", "be"}, {"ru", "ru"}, {"uk", "uk"}, {"ua", "uk"}, {"de", "de"}, {"fr", "fr"},
    {"es", "es"}, {"it", "it"}, {"pt", "pt"}, {"pl", "pl"}, {"cs", "cs"}, {"cz", "cs"}, {"sk", "sk"}, {"lt", "lt"},
    {"lv", "lv"}, {"et", "et"}, {"fi", "fi"}, {"sv", "sv"}, {"da", "da"}, {"no", "nb"}, {"nb", "nb"}, {"nl", "nl"},
    {"hu", "hu"}, {"ro", "ro"}, {"bg", "bg"}, {"sr", "sr"}, {"hr", "hr"}, {"sl", "sl"}, {"tr", "tr"}, {"el", "el"},
    {"ar", "ar"}, {"fa", "fa"}, {"he", "he"}, {"zh", "zh"}, {"ja", "ja"}, {"ko", "ko"}, {"ka", "ka"}, {"hy", "hy"},
    {"vi", "vi"}, {"kk", "kk"},
});
// clang-format on

// Words in front of a language's name: "en français", "на русском", "па-беларуску", "in English".
constexpr std::array kPrepositions = {"in", "en", "на", "по", "па", "auf", "po", "em", "på", "în", "w"};

// What may follow the name: "English version", "беларуская мова".
bool is_language_tail(std::string_view rest) {
  constexpr std::array kTails = {"", "version", "мова", "язык", "версия", "версія", "versión", "versão"};
  const auto blank = rest.find(' ');
  if (blank == std::string_view::npos) return rest.size() <= 12;
  return blank <= 12 && std::ranges::find(kTails, rest.substr(blank + 1)) != kTails.end();
}

}  // namespace

std::string detect_language(std::string_view whole) {
  const auto sample = text::cut_utf8(whole, kSampleLimit);
  std::array<std::size_t, 32> letters{};
  std::size_t total = 0;
  for (std::size_t at = 0; at < sample.size();) {
    const auto script = script_of(text::next_character(sample, at));
    if (script == Script::other) continue;
    ++letters[static_cast<std::size_t>(script)];
    ++total;
  }
  if (total < 2) return {};
  const auto share = [&](Script script) {
    return static_cast<double>(letters[static_cast<std::size_t>(script)]) / static_cast<double>(total);
  };
  // Japanese mixes kana into Han; Korean may hold Han as well.
  if (share(Script::kana) > 0.08 && share(Script::kana) + share(Script::han) > 0.4) return "ja";
  if (share(Script::hangul) > 0.3) return "ko";
  if (share(Script::han) > 0.4) return "zh";
  const auto most = static_cast<Script>(std::ranges::max_element(letters) - letters.begin());
  if (share(most) < 0.5) return {};
  if (const auto owner = owner_of(most); !owner.empty()) return std::string(owner);
  return by_words(fold(sample), most);
}

std::string language_named(std::string_view word) {
  const auto folded = fold(word);
  std::string_view name(folded);
  name = text::trim(name);
  if (name.empty() || name.size() > 40) return {};
  for (const auto& [code, tag] : kCodes) {
    if (name == code) return std::string(tag);
  }
  for (int turn = 0; turn < 2; ++turn) {
    for (const auto& row : kNames) {
      const bool begins = name.starts_with(row.beginning);
      if (row.whole ? name == row.beginning : begins && is_language_tail(name.substr(row.beginning.size()))) {
        return std::string(row.tag);
      }
    }
    const auto blank = name.find(' ');
    if (blank == std::string_view::npos) break;
    if (std::ranges::find(kPrepositions, name.substr(0, blank)) == kPrepositions.end()) break;
    name = name.substr(blank + 1);
  }
  return {};
}

}  // namespace syndicat::extract
