#include "extract/date_statements.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostDates = 4;
constexpr std::uint32_t kLongestLabel = 30;  // letters

}  // namespace

bool says_updated(std::string_view text) {
  // Folded beginnings and middles of words, so that every ending counts.
  // clang-format off
  constexpr auto kWords = std::to_array<std::string_view>(
      {"update", "modifi", "modificat", "edited", "revised", "corrected", "обновлен", "обновен", "абноўлен", "оновлен", "изменен", "измене",
       "зменен", "змінен", "aktualisiert", "geändert", "änderung", "bearbeitet", "überarbeitet", "mis à jour", "mise à jour",
       "actualizad", "actualización", "actualitz", "aggiornat", "aggiornament", "atualizad", "atualização", "bijgewerkt",
       "gewijzigd", "aktualizac", "aktualizov", "aktualizác", "zaktualizow", "zmian", "upravené", "upraveno", "atnaujint", "pakeist",
       "päivitetty", "muokattu", "uppdaterad", "ändrad", "opdateret", "redigeret", "ændret", "oppdatert", "endret",
       "güncelle", "yenilən", "frissítve", "frissítés", "módosít", "actualizat", "ενημερώθηκε", "ενημέρωση",
       "τροποποι", "ažuriran", "ažurirano", "ажуриран", "posodobljen", "atjaunin", "atjaunot", "uuendat", "muudet",
       "განახლ", "թարմաց", "жаңарт", "تحديث", "تعديل", "محدث", "עודכן", "עדכון", "روزرسانی", "روز رسانی",
       "ویرایش", "अपडेट", "अद्यतन", "হালনাগাদ", "ปรับปรุง", "อัปเดต", "อัพเดท", "แก้ไข", "cập nhật", "diperbarui",
       "diperbaharui", "dikemas kini", "更新", "修改", "수정", "업데이트"});
  // clang-format on
  const auto folded = fold(text);
  return std::ranges::any_of(kWords, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

std::vector<DateStatement> date_statements(std::string_view line, std::string_view language) {
  std::vector<DateStatement> statements;
  std::size_t start = 0;
  for (std::size_t count = 0; count < kMostDates; ++count) {
    const auto rest = line.substr(start);
    auto found = find_date(rest, language);
    const auto place = found ? rest.find(found->written) : std::string_view::npos;
    if (place == std::string_view::npos) break;
    const auto end = place + found->written.size();
    const auto label = rest.substr(0, place);
    const bool changed = says_updated(label);
    const bool labelled = count_words(label) > 0;
    if (statements.empty() || labelled) statements.push_back({rest.substr(0, end), std::move(*found), changed});
    start += end;
  }
  return statements;
}

bool is_line_of_dates(std::string_view line) {
  const auto statements = date_statements(line, {});
  if (statements.size() < 2 || std::ranges::none_of(statements, &DateStatement::of_change)) return false;
  std::size_t end = 0;
  for (const auto& one : statements) {
    const auto label = one.words.substr(0, one.words.find(one.date.written));
    if (reading_length(label) > kLongestLabel) return false;
    end = static_cast<std::size_t>(one.words.data() - line.data()) + one.words.size();
  }
  return reading_length(line.substr(end)) <= kLongestLabel / 2 && !ends_sentence(text::trim(line.substr(end)));
}

}  // namespace syndicat::extract
