# Findings for other people's tools.

$ syndicat validate --format github $CASES/strike.xml | sed -n 's/^\(::[a-z]* \)file=[^,]*,/\1/p' | tail -1
::error line=11,endLine=11,col=59,endColumn=60,title=use-zero-for-unknown::length of <enclosure> is "-1", which is no number of bytes%0Awrite length="0", or better the real number of bytes

$ syndicat validate --format junit $CASES/strike.xml | grep -c '<failure'
3

$ syndicat validate --format junit $CASES/strike.xml | xmllint --noout -

$ syndicat validate --format sarif $CASES/strike.xml $CASES/strike.xml | python3 -c 'import json,sys; run=json.load(sys.stdin)["runs"][0]; print(len(run["results"]), run["results"][1]["ruleId"], run["results"][1]["locations"][0]["physicalLocation"]["region"])'
8 invalid-rfc2822-date {'startLine': 7, 'startColumn': 14, 'endLine': 7, 'endColumn': 34}

$ syndicat validate --format html $CASES/strike.xml | grep -c 'class="finding error"'
3

$ sed 's/<channel>/<!-- syndicat: ignore --><channel>/' $CASES/strike.xml | syndicat validate --format jsonl -

# What could not be read stands in the reports that have a place for it.
$ syndicat validate --format json none.xml 2> found
[
{
  "file": "none.xml",
  "error": "none.xml: no such file"
}
]
[3]

$ syndicat validate --format junit none.xml 2> found | sed -n '/testsuite n/,/testsuite>/p'
  <testsuite name="none.xml" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="none.xml" name="readable">
      <error message="none.xml: no such file"/>
    </testcase>
  </testsuite>

$ syndicat validate --format github none.xml 2> found
::error file=none.xml::none.xml: no such file
[3]

$ syndicat validate --format json $CASES/strike.xml none.xml $CASES/strike.xml 2> found | python3 -c 'import json,sys; print([sorted(one) for one in json.load(sys.stdin)])'
[['file', 'findings', 'format', 'valid'], ['error', 'file'], ['file', 'findings', 'format', 'valid']]

# The caret stands below what is meant, whatever stands before it: wide characters, and those that join others.
$ printf '<rss version="2.0"><channel><title>ニュース 😀 e\314\201</title><link>日本</link><description>D</description></channel></rss>' | syndicat validate - 2> found | grep -A 2 uri-not-iri | tail -2
    1 | <rss version="2.0"><channel><title>ニュース 😀 é</title><link>日本</link><description>D</description></cha...
      |                                                               ^^^^
