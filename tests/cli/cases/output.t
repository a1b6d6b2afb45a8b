# A full disk is told and is the status; a closed pipe ends it quietly.

$ syndicat completions bash > /dev/full
syndicat completions: standard output: cannot write (No space left on device)
[8]

$ syndicat completions bash | true

$ syndicat --version
syndicat 0.1.0
