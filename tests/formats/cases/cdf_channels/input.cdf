<?xml version="1.0"?>
<CHANNEL HREF="https://n.example/">
  <TITLE>Depot news</TITLE>
  <CHANNEL HREF="https://n.example/buses/">
    <TITLE>Buses</TITLE>
    <ITEM HREF="https://n.example/buses/1"><TITLE>One</TITLE></ITEM>
  </CHANNEL>
  <ITEM HREF="https://n.example/2"><TITLE>Two</TITLE></ITEM>
</CHANNEL>
