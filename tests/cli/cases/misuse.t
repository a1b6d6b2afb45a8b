# What is mistyped is answered with the nearest there is, and status 2.

$ syndicat
syndicat: a command is missing; see --help
[2]

$ syndicat completion
syndicat: completion: no such command; did you mean completions?
[2]

$ syndicat frobnicate
syndicat: frobnicate: no such command; see --help
[2]

$ syndicat --verison
syndicat: --verison: no such option; see --help
[2]

$ syndicat completions --colr never bash
syndicat completions: --colr: no such option; did you mean --color?
[2]

$ syndicat completions --color sometimes bash
syndicat completions: --color: no such value as 'sometimes'; give one of auto, always, never
[2]

$ syndicat completions --color alway bash
syndicat completions: --color: no such value as 'alway'; did you mean always?
[2]

$ syndicat completions
syndicat completions: SHELL is missing; see --help
[2]

$ syndicat completions bash zsh
syndicat completions: zsh: one argument too many; see --help
[2]

$ syndicat completions tcsh
syndicat completions: tcsh: no such shell; give bash, zsh or fish
[2]
