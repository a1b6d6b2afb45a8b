#pragma once
// Rules of what surrounds feeds: paging and archives, publishing, threads, RDF, outlines, searches, sitemaps.

#include <array>

#include "validate/rule.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kArchiveRules = {
    Rule{"current-not-self-in-complete-feed", Severity::error, "the current link of a complete feed is not its self link",
         "A complete feed is one document, so that the two mean the same.", "give both the same address, or remove fh:complete", "RFC 5005, section 2"},
    Rule{"feed-rel-in-complete-feed", Severity::error, "a complete feed has a link with rel=\"{rel}\"",
         "A complete feed is one document; there is nowhere to go on to.", "remove the link, or fh:complete", "RFC 5005, section 2"},
    Rule{"link-past-end", Severity::error, "the {self} document of the feed has a link with rel=\"{rel}\"",
         "Nothing lies before the first document and nothing behind the last; readers go round in circles.", "remove the link", "RFC 5005, section 3"},
    Rule{"missing-current-in-archive", Severity::warning, "the archive does not say where the current feed is",
         "Who finds an archive subscribes to it, and never sees anything new.", "add <link rel=\"current\" href=\"https://...\"/>", "RFC 5005, section 4"},
    Rule{"archive-incomplete", Severity::warning, "the chain of archives is broken here",
         "Archives lead to each other by prev-archive and next-archive; readers that follow them stop here.",
         "give an archive fh:archive and its prev-archive link", "RFC 5005, section 4"},
    Rule{"feed-history-rel-in-entry", Severity::warning, "a link with rel=\"{rel}\" stands in {parent}",
         "Paging is about the feed as a whole; readers look for it there.", "put it into the feed", "RFC 5005, section 3"},
    Rule{"conflicting-cat-attr", Severity::error, "{element} has href and {attr} side by side",
         "With href the categories lie elsewhere, and so does what is said about them.", "keep one of the two", "RFC 5023, section 7.2.1"},
    Rule{"conflicting-cat-children", Severity::error, "{element} has href and holds categories",
         "With href the categories lie elsewhere.", "keep one of the two", "RFC 5023, section 7.2.1"},
    Rule{"undefined-param", Severity::warning, "the media range \"{value}\" has a parameter that means nothing",
         "Clients compare the types they can send with it and find no match.", "leave the parameter out", "RFC 5023, section 8.3.4"},
    Rule{"questionable-usage", Severity::warning, "{element} in {parent} means nothing that is written down",
         "No specification says what it is there for; clients pass over it.", "leave it out", "RFC 5023, section 8.3.3"},
    Rule{"no-thr-when", Severity::error, "thr:when is thr:updated today", "The attribute had this name in drafts; readers look for the new one.",
         "write thr:updated", "RFC 4685, section 4"},
    Rule{"no-blink", Severity::error, "{element} is not defined", "RSS has no such element; the one of the blogChannel module is another.",
         "write blogChannel:blink, or remove it", "RSS 2.0"},
    Rule{"invalid-rdf", Severity::error, "this is no RDF: {message}", "RSS 1.0 and 1.1 are RDF, and readers that take them so stop here.",
         "put things into properties by turns, each in a namespace", "RDF/XML syntax, section 7.2"},
    Rule{"items-without-order", Severity::warning, "the items are listed in {element}, which has no order",
         "Readers show the items in the order of the list.", "write rdf:Seq", "RSS 1.0, section 5.3.5"},
    Rule{"not-in-channel", Severity::warning, "the channel does not name this {element} ({value})",
         "Readers that take the document as RDF find it by the channel only, and drop it.",
         "name its rdf:about in the channel: an item in <items>, an image or a textinput in an element of that name", "RSS 1.0, sections 5.3.4 to 5.3.6"},
    Rule{"names-nothing", Severity::warning, "{element} names \"{value}\", and no {kind} here is about that",
         "What the channel names and the document lacks, readers cannot show.", "write the rdf:about of the {kind}, letter by letter, or leave it out",
         "RSS 1.0, sections 5.3.4 to 5.3.6"},
    Rule{"missing-dc-language", Severity::info, "{parent} has no {element}", "RSS 1.0 has no language of its own; dc:language says it.",
         "add <dc:language>en</dc:language>", "RSS 1.0 Dublin Core module"},
    Rule{"obsolete-wiki-namespace", Severity::warning, "this is an old address of the wiki module", "Readers know the module by its new address.",
         "write http://purl.org/rss/1.0/modules/wiki/", "RSS wiki module"},
    // Outlines.
    Rule{"invalid-opml-version", Severity::error, "\"{value}\" is no version of OPML", "Programs choose by it how to read the outline.",
         "write version=\"2.0\"", "OPML 2.0, <opml>"},
    Rule{"invalid-expansion-state", Severity::error, "\"{value}\" is no list of line numbers", "Outliners open the lines that it names.",
         "write it like 1,6,13", "OPML 2.0, <expansionState>"},
    Rule{"missing-outline-type", Severity::warning, "{element} has more than text, and no type", "Nobody can say what its attributes mean.",
         "add type=\"rss\", or the type that it is", "OPML 2.0, type"},
    Rule{"invalid-outline-type", Severity::warning, "\"{value}\" is no type that many programs know", "Programs pass over what they do not know.",
         "write rss, link or include", "OPML 2.0, type"},
    Rule{"invalid-outline-version", Severity::warning, "\"{value}\" is no version that an outline of a feed can name",
         "Programs choose the reader by it.", "write RSS, RSS1, RSS2 or scriptingNews", "OPML 2.0, subscription lists"},
    Rule{"missing-xml-url", Severity::warning, "{element} is a feed and has no xmlUrl", "Nobody can subscribe to it.", "give it xmlUrl=\"https://...\"",
         "OPML 2.0, subscription lists"},
    Rule{"missing-title-attr", Severity::warning, "{element} is a feed and has no title", "Many programs show title and not text.",
         "give it title=\"...\"", "OPML 2.0, subscription lists"},
    Rule{"missing-url-attr", Severity::warning, "{element} is a link and has no url", "It leads nowhere.", "give it url=\"https://...\"",
         "OPML 2.0, inclusion"},
    // Searches.
    Rule{"invalid-adult-content", Severity::warning, "\"{value}\" in {element} is neither true nor false",
         "All that is not a clear no counts as yes.", "write true or false", "OpenSearch 1.1, AdultContent"},
    Rule{"invalid-syndication-right", Severity::error, "\"{value}\" is no right that can be granted", "Programs that may not tell must not show the results.",
         "write open, limited, private or closed", "OpenSearch 1.1, SyndicationRight"},
    Rule{"undeclared-prefix", Severity::error, "the prefix of \"{value}\" is not declared", "Nobody can say whose word it is.",
         "declare the prefix on the first element", "OpenSearch 1.1, Query; URL template syntax"},
    Rule{"invalid-local-parameter", Severity::error, "\"{value}\" is no parameter of a template", "Programs cannot fill it in.",
         "write searchTerms, count, startIndex, startPage, language, inputEncoding or outputEncoding", "OpenSearch 1.1, URL template syntax"},
    Rule{"invalid-local-role", Severity::error, "\"{value}\" is no role of a query", "Programs do not know what the query is for.",
         "write request, example, related, correction, subset or superset", "OpenSearch 1.1, Query"},
    Rule{"not-url-encoded", Severity::error, "\"{value}\" in {subject} is not URL-encoded", "Programs put it into an address as it stands.",
         "write blanks and other signs as %20 and so on", "OpenSearch 1.1, Query"},
    Rule{"should-include-example", Severity::warning, "{parent} has no Query with role=\"example\"",
         "With an example, programs can test whether the engine works.", "add <Query role=\"example\" searchTerms=\"cat\"/>", "OpenSearch 1.1, Query"},
    // Sitemaps.
    Rule{"old-news", Severity::warning, "{element} lies more than two days back ({value})", "Google News takes articles of the last 48 hours only.",
         "leave the article out of the news sitemap", "Google News sitemaps"},
    Rule{"several-hosts", Severity::warning, "{element} leads to {value}, and the first one to {first}",
         "A sitemap speaks for one host; search engines drop what is elsewhere, unless its robots.txt names this sitemap.",
         "write a sitemap for each host, or name this one in the other's robots.txt", "Sitemaps protocol, location"},
    Rule{"too-many-addresses", Severity::error, "{parent} has {count} of {element}, and {max} are allowed", "What is beyond the limit is not read.",
         "split it into several sitemaps and an index", "Sitemaps protocol; Google News sitemaps"},
};
// clang-format on

}  // namespace syndicat::validate
