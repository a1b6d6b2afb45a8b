#include "extract/date_statements.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/words.hpp"

namespace syndicat::extract {

bool says_updated(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"update",     "modified",   "edited",      "обновлен",   "абноўлена",  "оновлено",  "изменен",    "aktualisiert",
       "geändert",   "mis à jour", "modifié",     "actualizad", "aggiornat",  "atualizad", "bijgewerkt", "gewijzigd",
       "aktualizac", "aktualizov", "atnaujint",   "päivitetty", "uppdaterad", "opdateret", "oppdatert",  "güncelle",
       "frissítve",  "actualizat", "ενημερώθηκε", "ažurirano",  "تحديث",      "עודכן",     "更新",       "수정"});
  const auto folded = fold(text);
  return std::ranges::any_of(kWords, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

}  // namespace syndicat::extract
