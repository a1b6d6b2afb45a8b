// Places on earth: W3C Basic Geo, GeoRSS Simple and GML (https://www.georss.org/), ICBM and GeoURL.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "text/unicode.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

// A number as XML Schema's decimal has it.
std::optional<double> number(std::string_view written) {
  const std::string digits(written);
  if (digits.empty() || digits.find_first_not_of("+-.0123456789") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(digits.c_str(), &end);
  if (end != digits.c_str() + digits.size()) return std::nullopt;
  return value;
}

bool is_within(std::string_view written, double most) {
  const auto value = number(text::trim(written));
  return value && *value >= -most && *value <= most;
}

void latitude(Check& check, const Subject& subject) {
  if (!is_within(subject.text, 90)) check.report("invalid-latitude", subject);
}

void longitude(Check& check, const Subject& subject) {
  if (!is_within(subject.text, 180)) check.report("invalid-longitude", subject);
}

// Pairs of latitude and longitude, parted by white space; how many there are, or nothing where it is no list of pairs.
std::optional<std::size_t> pairs(Check& check, const Subject& subject) {
  std::string cleaned(subject.text);
  if (cleaned.find(',') != std::string::npos) {
    check.report("coord-comma", subject);
    for (auto& c : cleaned)
      if (c == ',') c = ' ';
  }
  std::size_t count = 0;
  std::string_view rest = text::trim(cleaned);
  while (!rest.empty()) {
    const auto end = rest.find_first_of(text::kSpace);
    if (!is_within(rest.substr(0, end), count % 2 == 0 ? 90 : 180)) return std::nullopt;
    ++count;
    rest = end == std::string_view::npos ? std::string_view() : text::trim(rest.substr(end));
  }
  if (count % 2 != 0) return std::nullopt;
  return count / 2;
}

void point(Check& check, const Subject& subject) {
  const auto count = pairs(check, subject);
  if (!count || *count != 1) check.report("invalid-coord", subject);
}

void line(Check& check, const Subject& subject) {
  const auto count = pairs(check, subject);
  if (!count || *count < 2) check.report("invalid-coord-list", subject);
}

void box(Check& check, const Subject& subject) {
  const auto count = pairs(check, subject);
  if (!count || *count != 2) check.report("invalid-coord-list", subject);
}

// "A polygon contains a space separated list of at least four pairs of coordinates; the first must be identical to the
// last."
void polygon(Check& check, const Subject& subject) {
  const auto count = pairs(check, subject);
  bool good = count && *count >= 4;
  if (good) {
    std::vector<std::string_view> parts;
    for (std::string_view rest = text::trim(subject.text); !rest.empty();) {
      const auto end = rest.find_first_of(" \t\r\n\f,");
      parts.push_back(rest.substr(0, end));
      const auto next = end == std::string_view::npos ? end : rest.find_first_not_of(" \t\r\n\f,", end);
      rest = next == std::string_view::npos ? std::string_view() : rest.substr(next);
    }
    const auto size = parts.size();
    good = size >= 8 && number(parts[0]) == number(parts[size - 2]) && number(parts[1]) == number(parts[size - 1]);
  }
  if (!good) check.report("invalid-coord-list", subject);
}

// A pair and a radius in metres.
void circle(Check& check, const Subject& subject) {
  auto place = subject;
  const auto written = text::trim(subject.text);
  const auto last = written.find_last_of(text::kSpace);
  const auto radius = last == std::string_view::npos ? std::nullopt : number(written.substr(last + 1));
  place.text = written.substr(0, std::min(last, written.size()));
  if (!radius || *radius <= 0 || pairs(check, place) != 1) check.report("invalid-coord-list", subject);
}

constexpr Type kLatitude = {.value = latitude};
constexpr Type kLongitude = {.value = longitude};
constexpr Type kNumber = {.value = floating};
constexpr Type kWords = {.value = not_blank};
constexpr AttributeRow kGeoRssAttributes[] = {{"featuretypetag"}, {"relationshiptag"}, {"featurename"},
                                              {"elev", floating}, {"floor", floating}, {"radius", floating}};
constexpr Type kPoint = {.value = point, .attributes = kGeoRssAttributes};
constexpr Type kLine = {.value = line, .attributes = kGeoRssAttributes};
constexpr Type kPolygon = {.value = polygon, .attributes = kGeoRssAttributes};
constexpr Type kBox = {.value = box, .attributes = kGeoRssAttributes};
constexpr Type kCircle = {.value = circle, .attributes = kGeoRssAttributes};

// W3C Basic Geo: a point with its own latitude and longitude.
constexpr Row kGeoPointRows[] = {{Ns::geo, "lat", Occurs::required, &kLatitude},
                                 {Ns::geo, "long", Occurs::required, &kLongitude},
                                 {Ns::geo, "alt", Occurs::once, &kNumber}};
constexpr Type kGeoPoint = {.content = Content::elements, .rows = kGeoPointRows, .free_attributes = true};

// GML as GeoRSS has it: four shapes, and nothing else of that large vocabulary.
constexpr Type kPosition = {.value = point, .free_attributes = true};
constexpr Type kPositions = {.value = line, .free_attributes = true};
constexpr Type kRing = {.value = polygon, .free_attributes = true};
constexpr Row kPosRows[] = {{Ns::gml, "pos", Occurs::required, &kPosition}};
constexpr Type kGmlPoint = {.content = Content::elements, .rows = kPosRows, .free_attributes = true};
constexpr Row kPosListRows[] = {{Ns::gml, "posList", Occurs::required, &kPositions}};
constexpr Type kLineString = {.content = Content::elements, .rows = kPosListRows, .free_attributes = true};
constexpr Row kRingRows[] = {{Ns::gml, "posList", Occurs::required, &kRing}};
constexpr Type kLinearRing = {.content = Content::elements, .rows = kRingRows, .free_attributes = true};
constexpr Row kExteriorRows[] = {{Ns::gml, "LinearRing", Occurs::required, &kLinearRing}};
constexpr Type kExterior = {.content = Content::elements, .rows = kExteriorRows, .free_attributes = true};
constexpr Row kPolygonRows[] = {{Ns::gml, "exterior", Occurs::required, &kExterior}};
constexpr Type kGmlPolygon = {.content = Content::elements, .rows = kPolygonRows, .free_attributes = true};
constexpr Row kEnvelopeRows[] = {{Ns::gml, "lowerCorner", Occurs::required, &kPosition},
                                 {Ns::gml, "upperCorner", Occurs::required, &kPosition}};
constexpr Type kEnvelope = {.content = Content::elements, .rows = kEnvelopeRows, .free_attributes = true};
constexpr Row kShapeRows[] = {
    {Ns::gml, "Point", Occurs::once, &kGmlPoint},
    {Ns::gml, "LineString", Occurs::once, &kLineString},
    {Ns::gml, "Polygon", Occurs::once, &kGmlPolygon},
    {Ns::gml, "Envelope", Occurs::once, &kEnvelope},
};
constexpr Type kWhere = {.content = Content::elements, .attributes = kGeoRssAttributes, .rows = kShapeRows};

constexpr ExtensionRow kRows[] = {
    {Ns::geo, "lat", kAnywhere, Occurs::once, &kLatitude},
    {Ns::geo, "long", kAnywhere, Occurs::once, &kLongitude},
    {Ns::geo, "alt", kAnywhere, Occurs::once, &kNumber},
    {Ns::geo, "Point", kAnywhere, Occurs::many, &kGeoPoint},
    {Ns::icbm, "latitude", kAnywhere, Occurs::once, &kLatitude},
    {Ns::icbm, "longitude", kAnywhere, Occurs::once, &kLongitude},
    {Ns::geourl, "latitude", kAnywhere, Occurs::once, &kLatitude},
    {Ns::geourl, "longitude", kAnywhere, Occurs::once, &kLongitude},
    {Ns::georss, "point", kAnywhere, Occurs::many, &kPoint},
    {Ns::georss, "line", kAnywhere, Occurs::many, &kLine},
    {Ns::georss, "polygon", kAnywhere, Occurs::many, &kPolygon},
    {Ns::georss, "box", kAnywhere, Occurs::many, &kBox},
    {Ns::georss, "circle", kAnywhere, Occurs::many, &kCircle},
    {Ns::georss, "where", kAnywhere, Occurs::many, &kWhere},
    {Ns::georss, "elev", kAnywhere, Occurs::once, &kNumber},
    {Ns::georss, "floor", kAnywhere, Occurs::once, &kNumber},
    {Ns::georss, "radius", kAnywhere, Occurs::once, &kNumber},
    {Ns::georss, "featuretypetag", kAnywhere, Occurs::once, &kWords},
    {Ns::georss, "relationshiptag", kAnywhere, Occurs::once, &kWords},
    {Ns::georss, "featurename", kAnywhere, Occurs::once, &kWords},
    // The first drafts wrote them so.
    {Ns::georss, "featureTypeTag", kAnywhere, Occurs::once, &kWords},
    {Ns::georss, "relationshipTag", kAnywhere, Occurs::once, &kWords},
    {Ns::georss, "featureName", kAnywhere, Occurs::once, &kWords},
};

}  // namespace

std::span<const ExtensionRow> place_rows() { return kRows; }

}  // namespace syndicat::validate
