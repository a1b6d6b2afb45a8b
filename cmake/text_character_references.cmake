# Writes OUTPUT, a sorted table of the character references in INPUT.
file(STRINGS ${INPUT} lines REGEX "^[A-Za-z]")
set(rows "")
foreach(line IN LISTS lines)
  # A list's own separator must not meet the semicolon that most names end with.
  string(REGEX MATCH "^([A-Za-z0-9]+)(.?) ([0-9A-F]+) ?([0-9A-F]*)$" found "${line}")
  if(CMAKE_MATCH_4)
    set(second "0x${CMAKE_MATCH_4}")
  else()
    set(second "0")
  endif()
  string(APPEND rows "    {\"${CMAKE_MATCH_1}${CMAKE_MATCH_2}\", 0x${CMAKE_MATCH_3}, ${second}},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from src/text/data/character_references.txt.\n#pragma once\n\n#include <string_view>\n\nnamespace syndicat::text {\n\nstruct NamedReference {\n  std::string_view name;\n  char32_t first, second;\n};\n\ninline constexpr NamedReference kNamedReferences[] = {\n${rows}};\n\n}  // namespace syndicat::text\n")
