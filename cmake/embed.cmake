# Files that travel inside the binary: each becomes a row of `base/embedded.hpp`'s table, under its path in the tree.
function(syndicat_embed target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
       ${CMAKE_SOURCE_DIR}/schemas/*.rng ${CMAKE_SOURCE_DIR}/schemas/*.json ${CMAKE_SOURCE_DIR}/src/store/sql/*.sql)
  list(SORT files)
  set(output ${CMAKE_BINARY_DIR}/embedded.cpp)
  list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  list(JOIN files "|" joined)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DFILES=${joined} -DOUTPUT=${output}
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${paths} ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
