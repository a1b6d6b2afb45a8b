#pragma once
// News agencies, which stand where a writer's name would: in datelines, bylines and below pictures.

#include <string_view>

namespace syndicat::extract {

// Whether the words are an agency's name as papers write it ("dpa", "Reuters", "БелТА"); several may stand together,
// apart by strokes ("dpa/AFP").
bool is_agency(std::string_view words);

}  // namespace syndicat::extract
