<CHANNEL HREF="https://c.example/"><TITLE>C</TITLE><ITEM><A HREF="https://c.example/2">Two</A></ITEM></CHANNEL>
