// The lists are those of SVG 1.1 (appendix M) and MathML 3 (appendix A), without what runs or loads anything.

#include "validate/foreign.hpp"

#include <array>
#include <string>
#include <unordered_set>

namespace syndicat::validate {
namespace {

constexpr std::string_view kSvgElements =
    "a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath color-profile cursor defs desc "
    "ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feFlood "
    "feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting "
    "feSpotLight feTile feTurbulence filter font font-face font-face-format font-face-name font-face-src font-face-uri g glyph glyphRef hkern "
    "image line linearGradient marker mask metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set stop svg switch "
    "symbol text textPath title tref tspan use view vkern";
constexpr std::string_view kMathElements =
    "math abs and annotation annotation-xml apply approx arccos arccosh arccot arccoth arccsc arccsch arcsec arcsech arcsin arcsinh arctan "
    "arctanh arg bind bvar card cartesianproduct cbytes ceiling cerror ci cn codomain complexes compose condition conjugate cos cosh cot coth "
    "cs csc csch csymbol curl declare degree determinant diff divergence divide domain domainofapplication emptyset eq equivalent eulergamma "
    "exists exp exponentiale factorial factorof false floor fn forall gcd geq grad gt ident image imaginary imaginaryi implies in infinity int "
    "integers intersect interval inverse lambda laplacian lcm leq limit list ln log logbase lowlimit lt maction maligngroup malignmark matrix "
    "matrixrow max mean median menclose merror mfenced mfrac mglyph mi min minus mlabeledtr mlongdiv mmultiscripts mn mo mode moment "
    "momentabout mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub "
    "msubsup msup mtable mtd mtext mtr munder munderover naturalnumbers neq none not notanumber notin notprsubset notsubset or otherwise "
    "outerproduct partialdiff pi piece piecewise plus power primes product prsubset quotient rationals real reals reln rem root scalarproduct "
    "sdev sec sech selector semantics sep set setdiff share sin sinh span subset sum tan tanh tendsto times transpose true union uplimit "
    "variance vector vectorproduct xor";
constexpr std::string_view kAttributes =
    "class id style title lang dir role tabindex accent accentunder actiontype align alignmentscope altimg alttext background base baseline "
    "bevelled bgcolor cd cdgroup charalign charspacing close closure color columnalign columnlines columnspacing columnspan columnwidth crossout "
    "decimalpoint definitionURL denomalign depth display displaystyle edge encoding equalcolumns equalrows fence fontfamily fontsize fontstyle "
    "fontweight form frame framespacing groupalign height indentalign indentshift infixlinebreakstyle index integer largeop leftoverhang length "
    "linebreak linethickness location longdivstyle lquote lspace macros mathbackground mathcolor mathsize mathvariant maxsize maxwidth mediummathspace "
    "minlabelspacing minsize mode movablelimits mslinethickness name nargs notation numalign occurrence open order other overflow position "
    "rightoverhang rowalign rowlines rowspacing rowspan rquote rspace schemaLocation scope scriptlevel scriptminsize scriptsizemultiplier selection "
    "separator separators shift side space stackalign stretchy subscriptshift superscriptshift symmetric src href hreflang type rel "
    "thickmathspace thinmathspace valign values verythickmathspace verythinmathspace veryverythickmathspace veryverythinmathspace voffset width xref "
    "accent-height accumulate additive alphabetic amplitude arabic-form ascent attributeName attributeType azimuth baseFrequency baseProfile bbox begin "
    "bias by calcMode cap-height clip clip-path clip-rule clipPathUnits color-interpolation color-interpolation-filters color-profile "
    "color-rendering contentScriptType contentStyleType cursor cx cy d descent diffuseConstant direction divisor dominant-baseline alignment-baseline "
    "baseline-shift dur dx dy edgeMode elevation enable-background end exponent externalResourcesRequired fill fill-opacity fill-rule filter filterRes "
    "filterUnits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant font-weight format from fx fy "
    "g1 g2 glyph-name glyph-orientation-horizontal glyph-orientation-vertical glyphRef gradientTransform gradientUnits hanging horiz-adv-x "
    "horiz-origin-x horiz-origin-y ideographic image-rendering in in2 intercept k k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning keyPoints "
    "keySplines keyTimes lengthAdjust letter-spacing lighting-color limitingConeAngle local marker marker-end marker-mid marker-start markerHeight "
    "markerUnits markerWidth mask maskContentUnits maskUnits mathematical max media method min numOctaves offset opacity operator orient orientation "
    "origin overline-position overline-thickness panose-1 path pathLength patternContentUnits patternTransform patternUnits pointer-events points "
    "pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rendering-intent repeatCount repeatDur "
    "requiredExtensions requiredFeatures restart result rotate rx ry scale seed shape-rendering slope spacing specularConstant specularExponent "
    "spreadMethod startOffset stdDeviation stemh stemv stitchTiles stop-color stop-opacity strikethrough-position strikethrough-thickness string stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width surfaceScale systemLanguage "
    "tableValues target targetX targetY text-anchor text-decoration text-rendering textLength to transform u1 u2 underline-position "
    "underline-thickness unicode unicode-bidi unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical version vert-adv-y "
    "vert-origin-x vert-origin-y viewBox viewTarget visibility widths word-spacing writing-mode x x-height x1 x2 xChannelSelector y y1 y2 "
    "yChannelSelector z zoomAndPan";

std::unordered_set<std::string_view> words_of(std::string_view list) {
  std::unordered_set<std::string_view> words;
  while (!list.empty()) {
    const auto end = list.find(' ');
    words.insert(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return words;
}

}  // namespace

bool is_svg_element(std::string_view name) {
  static const auto words = words_of(kSvgElements);
  return words.contains(name);
}

bool is_math_element(std::string_view name) {
  static const auto words = words_of(kMathElements);
  return words.contains(name);
}

bool is_foreign_attribute(std::string_view name) {
  static const auto words = words_of(kAttributes);
  return words.contains(name) || name.starts_with("data-") || name.starts_with("aria-");
}

}  // namespace syndicat::validate
