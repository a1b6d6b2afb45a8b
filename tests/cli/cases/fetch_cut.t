# What a limit of the HTML parser cut off is told, and the rest is an article.

$ { printf '<title>Deep</title>'; yes '<div>' | head -n 600 | tr -d '\n'; echo '<p>The workers of the tram depot met on Sunday and agreed on the text of a letter, which all of them signed in the yard. They ask the town for new brakes.</p>'; } > deep.html

$ syndicat fetch deep.html -o deep.json
syndicat fetch: warning: deep.html: the page is nested too deeply; elements were put beside their parents

