# `cmake --install` puts the program, its manual and its completions in place; `cpack` makes a Debian package of them.

include(GNUInstallDirs)
install(TARGETS syndicat-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

file(GLOB MANUAL_1 CONFIGURE_DEPENDS man/*.1)
file(GLOB MANUAL_5 CONFIGURE_DEPENDS man/*.5)
file(GLOB MANUAL_7 CONFIGURE_DEPENDS man/*.7)
install(FILES ${MANUAL_1} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${MANUAL_5} DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${MANUAL_7} DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY samples DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(COMPLETIONS ${CMAKE_BINARY_DIR}/completions)
add_custom_command(OUTPUT ${COMPLETIONS}/syndicat.bash ${COMPLETIONS}/_syndicat ${COMPLETIONS}/syndicat.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${COMPLETIONS}
  COMMAND syndicat-program completions bash > ${COMPLETIONS}/syndicat.bash
  COMMAND syndicat-program completions zsh > ${COMPLETIONS}/_syndicat
  COMMAND syndicat-program completions fish > ${COMPLETIONS}/syndicat.fish
  DEPENDS syndicat-program VERBATIM)
add_custom_target(completions ALL DEPENDS ${COMPLETIONS}/syndicat.bash)
install(FILES ${COMPLETIONS}/syndicat.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME syndicat)
install(FILES ${COMPLETIONS}/_syndicat DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${COMPLETIONS}/syndicat.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME syndicat)
set(CPACK_PACKAGE_CONTACT "The Syndicat founders <founders@syndicat.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "command-line syndication toolchain for RSS, Atom and JSON Feed")
set(CPACK_PACKAGE_DESCRIPTION "Takes news from a page to a subscriber: fetches articles, converts them to RSS, Atom\nand JSON Feed, validates feeds and pushes updates to the services that subscribe.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by name when first needed, so shlibdeps does not see them. Debian 13 renamed two for 64-bit time.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, libcurl4 | libcurl4t64, libmicrohttpd12 | libmicrohttpd12t64, libpcre2-8-0, libsqlite3-0, libssl3 | libssl3t64, tzdata")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
include(CPack)
