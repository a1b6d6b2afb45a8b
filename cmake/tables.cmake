# The standards' tables as C++: each data file in a room's folder data becomes a header in the build tree.
function(syndicat_tables target)
  set(folder ${CMAKE_BINARY_DIR}/generated)
  foreach(table html/names text/character_references)
    string(REPLACE "/" "_" name ${table})
    string(REPLACE "/" "/data/" file ${table})
    set(script ${CMAKE_SOURCE_DIR}/cmake/${name}.cmake)
    set(data ${CMAKE_SOURCE_DIR}/src/${file}.txt)
    set(output ${folder}/${name}.hpp)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -DINPUT=${data} -DOUTPUT=${output} -P ${script}
      DEPENDS ${data} ${script} VERBATIM)
    target_sources(${target} PRIVATE ${output})
  endforeach()
  target_include_directories(${target} PRIVATE ${folder})
endfunction()
