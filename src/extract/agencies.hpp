#pragma once
// News agencies, which stand where a writer's name would: in datelines, bylines and below pictures.

#include <string>
#include <string_view>
#include <vector>

namespace syndicat::extract {

// Whether the words are an agency's name as papers write it ("dpa", "Reuters", "БелТА"); several may stand together,
// apart by strokes ("dpa/AFP").
bool is_agency(std::string_view words);

// The agencies that a text says it is from: in its first words ("MINSK, 4 March (BelTA) - ...", "(dpa) ...",
// "Минск. 4 марта. ИНТЕРФАКС - ..."), or in brackets as its last ("... (Reuters)"). As written; empty where there is
// none.
std::vector<std::string> agencies_at_start(std::string_view text);
std::vector<std::string> agencies_at_end(std::string_view text);

// Those that a whole line names, with or without brackets: "(Reuters)", "dpa/AFP".
std::vector<std::string> agency_line(std::string_view line);

}  // namespace syndicat::extract
