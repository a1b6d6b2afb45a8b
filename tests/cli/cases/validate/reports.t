# Findings for other people's tools.

$ syndicat validate --format github $CASES/strike.xml | sed -n 's/^\(::[a-z]* \)file=[^,]*,/\1/p' | tail -1
::error line=11,endLine=11,col=59,endColumn=60,title=use-zero-for-unknown::the length of <length> is "-1"%0Awrite length="0", or better the real number of bytes

$ syndicat validate --format junit $CASES/strike.xml | grep -c '<failure'
3

$ syndicat validate --format junit $CASES/strike.xml | xmllint --noout -

$ syndicat validate --format sarif $CASES/strike.xml $CASES/strike.xml | python3 -c 'import json,sys; run=json.load(sys.stdin)["runs"][0]; print(len(run["results"]), run["results"][1]["ruleId"], run["results"][1]["locations"][0]["physicalLocation"]["region"])'
8 invalid-rfc2822-date {'startLine': 7, 'startColumn': 14, 'endLine': 7, 'endColumn': 34}

$ syndicat validate --format html $CASES/strike.xml | grep -c 'class="finding error"'
3

$ sed 's/<channel>/<!-- syndicat: ignore --><channel>/' $CASES/strike.xml | syndicat validate --format jsonl -
