#include "extract/month_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace syndicat::extract {
namespace {

struct Row {
  std::string_view language;
  std::string_view months;  // twelve groups apart by |, a group's forms apart by blanks; all folded
};

// clang-format off
constexpr std::array kRows = {
    Row{"en", "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec"},
    Row{"de", "januar jänner jan jän|februar feber feb|märz mär mrz maerz|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez"},
    Row{"fr", "janvier janv jan|février fevrier févr fevr fév|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept|octobre oct|novembre nov|décembre decembre déc"},
    Row{"es", "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic"},
    Row{"it", "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set sett|ottobre ott|novembre nov|dicembre dic"},
    Row{"pt", "janeiro jan|fevereiro fev|março marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez"},
    Row{"nl", "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep sept|oktober okt|november nov|december dec"},
    Row{"ca", "gener gen|febrer febr|març|abril abr|maig|juny|juliol jul|agost|setembre set|octubre oct|novembre nov|desembre des"},
    Row{"sv", "januari jan|februari feb|mars|april apr|maj|juni jun|juli jul|augusti aug|september sep sept|oktober okt|november nov|december dec"},
    Row{"da", "januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|december dec"},
    Row{"nb", "januar jan|februar feb|mars|april apr|mai|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|desember des"},
    Row{"fi", "tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|toukokuuta toukokuu touko|kesäkuuta kesäkuu kesä|heinäkuuta heinäkuu heinä|elokuuta elokuu elo|syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras|joulukuuta joulukuu joulu"},
    Row{"et", "jaanuar jaan|veebruar veebr|märts|aprill apr|mai|juuni|juuli|august aug|september sept|oktoober okt|november nov|detsember dets"},
    Row{"lv", "janvāris janvārī janvāra janv|februāris februārī februāra febr|marts martā marta|aprīlis aprīlī aprīļa apr|maijs maijā maija|jūnijs jūnijā jūnija jūn|jūlijs jūlijā jūlija jūl|augusts augustā augusta aug|septembris septembrī septembra sept|oktobris oktobrī oktobra okt|novembris novembrī novembra nov|decembris decembrī decembra dec"},
    Row{"lt", "sausio sausis saus|vasario vasaris vas|kovo kovas kov|balandžio balandis bal|gegužės gegužė geg|birželio birželis birž|liepos liepa liep|rugpjūčio rugpjūtis rugp|rugsėjo rugsėjis rugs|spalio spalis spal|lapkričio lapkritis lapkr|gruodžio gruodis gruod"},
    Row{"pl", "stycznia styczeń sty|lutego luty lut|marca marzec mar|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru"},
    Row{"cs", "ledna leden led|února únor úno|března březen bře|dubna duben dub|května květen kvě|června červen čvn|července červenec čvc|srpna srpen srp|září zář|října říjen říj|listopadu listopad lis|prosince prosinec pro"},
    Row{"sk", "januára január jan|februára február feb|marca marec|apríla apríl apr|mája máj|júna jún|júla júl|augusta august aug|septembra september sept|októbra október okt|novembra november nov|decembra december dec"},
    Row{"sl", "januarja januar jan|februarja februar feb|marca marec mar|aprila april apr|maja maj|junija junij jun|julija julij jul|avgusta avgust avg|septembra september sep|oktobra oktober okt|novembra november nov|decembra december dec"},
    Row{"hr", "siječnja siječanj sij|veljače veljača velj|ožujka ožujak ožu|travnja travanj tra|svibnja svibanj svi|lipnja lipanj lip|srpnja srpanj srp|kolovoza kolovoz kol|rujna rujan ruj|listopada listopad lis|studenoga studenog studeni stu|prosinca prosinac pro"},
    Row{"sr", "januar januara jan јануар јануара јан|februar februara feb фебруар фебруара феб|mart marta mar март марта мар|april aprila apr април априла апр|maj maja мај маја|jun juna јун јуна|jul jula јул јула|avgust avgusta avg август августа авг|septembar septembra sep септембар септембра сеп|oktobar oktobra okt октобар октобра окт|novembar novembra nov новембар новембра нов|decembar decembra dec децембар децембра дец"},
    Row{"hu", "január januári jan|február februári febr|március márciusi márc|április áprilisi ápr|május májusi máj|június júniusi jún|július júliusi júl|augusztus augusztusi aug|szeptember szeptemberi szept|október októberi okt|november novemberi nov|december decemberi dec"},
    Row{"ro", "ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept sep|octombrie oct|noiembrie nov noi|decembrie dec"},
    Row{"tr", "ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara"},
    Row{"ru", "января январь янв|февраля февраль февр фев|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сент сен|октября октябрь окт|ноября ноябрь нояб ноя|декабря декабрь дек"},
    Row{"be", "студзеня студзень студ сту|лютага люты лют|сакавіка сакавік сак|красавіка красавік крас кра|мая май траўня травень|чэрвеня чэрвень чэрв чэр|ліпеня ліпень ліп|жніўня жнівень жнів жні|верасня верасень вер|кастрычніка кастрычнік кастр кас|лістапада лістапад ліст ліс|снежня снежань снеж сне"},
    Row{"uk", "січня січень січ|лютого лютий лют|березня березень бер|квітня квітень квіт кві|травня травень трав тра|червня червень черв чер|липня липень лип|серпня серпень серп сер|вересня вересень вер|жовтня жовтень жовт жов|листопада листопад лист лис|грудня грудень груд гру"},
    Row{"bg", "януари яну|февруари фев|март мар|април апр|май|юни юн|юли юл|август авг|септември сеп|октомври окт|ноември ное|декември дек"},
    Row{"mk", "јануари јан|февруари фев|март мар|април апр|мај|јуни јун|јули јул|август авг|септември сеп|октомври окт|ноември ное|декември дек"},
    Row{"kk", "қаңтар қаңтары|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"},
    Row{"el", "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ μάρ|απριλίου απρίλιος απρ|μαΐου μάιος μαι μάι|ιουνίου ιούνιος ιουν ιούν|ιουλίου ιούλιος ιουλ ιούλ|αυγούστου αύγουστος αυγ αύγ|σεπτεμβρίου σεπτέμβριος σεπ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε νοέ|δεκεμβρίου δεκέμβριος δεκ"},
    Row{"id", "januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agt agu|september sep|oktober okt|november nov|desember des"},
    Row{"ar", "يناير كانون جانفي|فبراير شباط فيفري|مارس آذار|أبريل ابريل إبريل نيسان أفريل|مايو أيار ماي|يونيو حزيران جوان|يوليو تموز جويلية|أغسطس اغسطس آب أوت|سبتمبر أيلول|أكتوبر اكتوبر|نوفمبر|ديسمبر"},
    Row{"fa", "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر"},
    Row{"ur", "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر"},
    Row{"he", "ינואר בינואר|פברואר בפברואר|מרץ במרץ מרס במרס|אפריל באפריל|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט|ספטמבר בספטמבר|אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר"},
    Row{"hi", "जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर"},
    Row{"bn", "জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর"},
    Row{"th", "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"},
    Row{"ka", "იანვარი იანვარს|თებერვალი თებერვალს|მარტი მარტს|აპრილი აპრილს|მაისი მაისს|ივნისი ივნისს|ივლისი ივლისს|აგვისტო აგვისტოს|სექტემბერი სექტემბერს|ოქტომბერი ოქტომბერს|ნოემბერი ნოემბერს|დეკემბერი დეკემბერს"},
    Row{"hy", "հունվարի հունվար|փետրվարի փետրվար|մարտի մարտ|ապրիլի ապրիլ|մայիսի մայիս|հունիսի հունիս|հուլիսի հուլիս|օգոստոսի օգոստոս|սեպտեմբերի սեպտեմբեր|հոկտեմբերի հոկտեմբեր|նոյեմբերի նոյեմբեր|դեկտեմբերի դեկտեմբեր"},
};
// clang-format on

struct Meaning {
  std::string_view language;
  int month;
};

using Names = std::unordered_map<std::string_view, std::vector<Meaning>>;

const Names& names() {
  static const Names once = [] {
    Names made;
    for (const auto& row : kRows) {
      int month = 1;
      for (std::size_t start = 0; start < row.months.size();) {
        const auto end = std::min(row.months.find_first_of(" |", start), row.months.size());
        made[row.months.substr(start, end - start)].push_back({row.language, month});
        if (end < row.months.size() && row.months[end] == '|') ++month;
        start = end + 1;
      }
    }
    return made;
  }();
  return once;
}

}  // namespace

int month_named(std::string_view folded_word, std::string_view language) {
  const auto found = names().find(folded_word);
  if (found == names().end()) return 0;
  const auto main = language.substr(0, language.find('-'));
  for (const auto& meaning : found->second) {
    if (meaning.language == main) return meaning.month;
  }
  return found->second.front().month;
}

}  // namespace syndicat::extract
