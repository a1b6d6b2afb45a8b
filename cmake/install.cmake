include(GNUInstallDirs)
install(TARGETS syndicat-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
