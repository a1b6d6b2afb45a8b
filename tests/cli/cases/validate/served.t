# How a document is served, and whose opinions count.

$ printf 'HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\nHTTP/2 200\r\ncontent-type: text/html\r\netag: "1"\r\n\r\n' > headers; syndicat validate --format jsonl --http-headers headers $CASES/strike.xml | grep -o '"rule":"[^"]*type"'
"rule":"unexpected-content-type"

$ echo nonsense > headers; syndicat validate --http-headers headers $CASES/strike.xml
syndicat validate: headers: holds no HTTP headers; give what curl -D writes
[2]

$ syndicat validate --profile strict --format jsonl $CASES/strike.xml | grep -c '"severity":"warning"'
0
[1]
