#pragma once
// Rules about two documents: versions of one feed (--against), formats of one feed (--same).

#include <array>

#include "validate/rule.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kComparingRules = {
    Rule{"changed-id", Severity::error, "the id of \"{title}\" is {value}, and was {before} in {old}",
         "Readers know an item by its id; with another one it comes to all subscribers once more, as new and unread. An item counts as the "
         "same one where its address is, or its title and date.",
         "write {before} again", "RFC 4287, section 4.2.6; RSS 2.0, guid"},
    Rule{"reused-id", Severity::error, "the id {value} of \"{title}\" belonged to \"{before}\" in {old}",
         "Readers take the item for the one that they have already, and do not show it, or overwrite the other with it.",
         "give the item an id that was never used", "RFC 4287, section 4.2.6; RSS 2.0, guid"},
    Rule{"lost-id", Severity::error, "\"{title}\" has no id any more; in {old} it was {before}",
         "Readers make up an id where there is none, and the item comes to all subscribers once more.",
         "write {before} again", "RFC 4287, section 4.2.6; RSS 2.0, guid"},
    Rule{"changed-feed-id", Severity::error, "the id of the feed is {value}, and was {before} in {old}",
         "With another id it is another feed, and who follows it by its id has lost it.",
         "write {before} again; an id stays even when the feed moves", "RFC 4287, section 4.2.6"},
    Rule{"moved-date", Severity::warning, "the date of publication of \"{title}\" is {value}, and was {before} in {old}",
         "Something is published once. Readers sort by that date, so that old items come up again or new ones go under; a later change has "
         "a date of its own.",
         "write {before} again, and tell of changes in updated or date_modified", "RFC 4287, section 4.2.9"},
    Rule{"updated-backwards", Severity::warning, "the date of change of \"{title}\" is {value}, and was {before} in {old}",
         "Time does not run backwards. Readers that have the later one pass over this version; often a cache or a second server gives out an old one.",
         "give out the newest version only, with the date of its last change", "RFC 4287, section 4.2.15"},
    Rule{"updated-unchanged", Severity::warning, "the {before} of \"{title}\" is not that of {old}, and its date of change is still {value}",
         "Readers look at that date to know whether there is something to show anew, and do not see the change.",
         "set the date to when the change was made, unless it is too small to be told", "RFC 4287, section 4.2.15"},
    Rule{"vanished-item", Severity::warning, "\"{title}\" is gone, and stood before this one in {old}",
         "Old items fall off a feed's end, and this one was not at the end: older ones are there still. Readers keep what they have, and nobody "
         "learns that it was taken back.",
         "put it back, or say that it was deleted (RFC 6721) where that was meant", "RFC 6721, section 3"},
    Rule{"nothing-in-common", Severity::warning, "none of the {before} items of {old} is here",
         "Either all ids, addresses and titles changed at once, or much time lies between the two, or they are not two versions of one feed, or it was emptied. A reader that "
         "was away for so long has missed items.",
         "compare with the version right before this one, or let the feed hold more items", ""},
    Rule{"missing-there", Severity::error, "\"{title}\" is not in {other}",
         "Who subscribes to the other format never sees the item. Items are the same one where their ids are, or their addresses, or their titles.",
         "put it into both, or make both from the same list of items", ""},
    Rule{"missing-here", Severity::error, "\"{title}\" is in {other} and not here",
         "Who subscribes to this format never sees the item. Items are the same one where their ids are, or their addresses, or their titles.",
         "put it into both, or make both from the same list of items", ""},
    Rule{"differs-in-id", Severity::error, "the id of \"{title}\" is {value}, and {before} in {other}",
         "Whoever moves from one format to the other gets every item once more. That Atom wants an IRI, and the others take any text, is no difference.",
         "write the same id in all formats; an address or a tag: URI suits them all", ""},
    Rule{"differs-in-title", Severity::error, "the {what} is \"{value}\", and \"{before}\" in {other}",
         "Subscribers of the two formats are told different things.",
         "make both from the same source", ""},
    Rule{"differs-in-link", Severity::error, "the {what} of \"{title}\" is {value}, and {before} in {other}",
         "Subscribers of the two formats land on different pages.",
         "write the same address in all formats", ""},
    Rule{"differs-in-date", Severity::error, "the {what} of \"{title}\" is {value}, and {before} in {other}",
         "Readers sort by it, and the item stands in different places. Zones apart, both must be the same instant; that RSS has no date of change is no difference.",
         "write the same instant in all formats; mind the time zone", ""},
    Rule{"differs-in-content", Severity::error, "the {what} of \"{title}\" is not that of {other}: here {value}, there {before}",
         "One of the formats says more, or something else. Markup and white space apart, they must say the same.",
         "put the same text into all formats", ""},
    Rule{"differs-in-author", Severity::warning, "the {what} of \"{title}\" is {value}, and {before} in {other}",
         "Readers show who wrote it, and subscribers of the two formats are told different things.",
         "name the same people in all formats; in RSS dc:creator takes a name alone", ""},
    Rule{"differs-in-enclosure", Severity::error, "the {what} of \"{title}\" is {value}, and {before} in {other}",
         "Podcast programs fetch different files, or none. That RSS has room for one only is no difference.",
         "name the same files in all formats", ""},
};
// clang-format on

}  // namespace syndicat::validate
