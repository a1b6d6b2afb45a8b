# The HTML Standard's tables as C++: each data file in src/html/data becomes a header in the build tree.
function(syndicat_html_tables target)
  set(folder ${CMAKE_BINARY_DIR}/generated)
  foreach(table names character_references)
    set(script ${CMAKE_SOURCE_DIR}/cmake/html_${table}.cmake)
    set(data ${CMAKE_SOURCE_DIR}/src/html/data/${table}.txt)
    set(output ${folder}/html_${table}.hpp)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -DINPUT=${data} -DOUTPUT=${output} -P ${script}
      DEPENDS ${data} ${script} VERBATIM)
    target_sources(${target} PRIVATE ${output})
  endforeach()
  target_include_directories(${target} PRIVATE ${folder})
endfunction()
