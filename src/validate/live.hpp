#pragma once
// A document where its server gives it out: what only further requests can tell.

#include "http/http.hpp"
#include "model/feed.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

// An answer as the rules about it look at it.
Transport transport_of(const http::Response& response);

// Adds to the report what the answer's Link fields say against the document. `options` have the answer as `transport`
// and the address that was asked as `base_uri`; `feed` is what the document was read as. Asks for nothing.
void check_link_fields(Report& report, const Options& options, const model::Feed& feed);

// Adds to the report what its server does when it is asked again, as readers ask.
void check_again(Report& report, const Options& options, const model::Feed& feed, const http::Send& send);

// Adds what is wrong with what the feed names: enclosures (whether they are there, their length and type, whether the
// server gives parts of them) and pictures (whether they are there, their format, of a show's their size). Of each at
// most the first `most` are asked for; of a picture no more than the client lets through is read.
void probe(Report& report, const Options& options, const model::Feed& feed, const http::Send& send,
           std::size_t most = 20);

}  // namespace syndicat::validate
