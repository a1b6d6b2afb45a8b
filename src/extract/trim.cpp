// The second pass: furniture inside the article taken out.

#include <algorithm>

#include "extract/body.hpp"
#include "extract/class_marks.hpp"
#include "extract/phrases.hpp"
#include "extract/switcher.hpp"
#include "extract/words.hpp"

namespace syndicat::extract {
namespace {

class Trimmer {
 public:
  Trimmer(const Tree& tree, const std::vector<bool>& suspects, const Witness& witness, Body& body)
      : tree_(tree), suspects_(suspects), witness_(witness), body_(body) {
    for (const auto part : body.parts) prose_ += tree.box(part).prose;
  }

  void run() {
    for (const auto part : body_.parts) children(part);
    for (const auto part : body_.parts) blocks_inside(part);
    trim_start();
    trim_end();
    drop_orphan_headings();
  }

 private:
  const Box& box(std::uint32_t number) const { return tree_.box(number); }
  const Block& block(std::uint32_t number) const { return tree_.blocks()[number]; }
  std::string_view said(std::uint32_t number) const { return tree_.text(block(number)); }

  void children(std::uint32_t parent) {
    for (auto child = parent + 1; child < box(parent).end; child = box(child).end) {
      if (is_furniture(child)) {
        body_.dropped_boxes[child] = true;
        for (auto at = box(child).first_block; at < box(child).last_block; ++at) body_.dropped_blocks[at] = true;
      } else {
        children(child);
      }
    }
  }

  double share(const Box& one) const { return prose_ == 0 ? 0.0 : static_cast<double>(one.prose) / prose_; }

  bool is_furniture(std::uint32_t number) const {
    const auto& one = box(number);
    if (one.hidden || is_silent(one.tag) || is_control(one.tag)) return one.tag != Tag::noscript && one.tag != Tag::iframe && one.tag != Tag::video && one.tag != Tag::audio;
    if (suspects_[number] && share(one) < 0.5) {
      if ((one.marks & kReference) != 0 && one.sentences > 0 && (one.marks & (kRelated | kComments)) == 0) return false;
      return true;
    }
    const bool small = share(one) < 0.3;
    if (!small) return false;
    if ((one.marks & (kBio | kMeta)) != 0 && one.tag != Tag::p && !is_heading(one.tag)) return true;
    if ((one.marks & (kAuthor | kDate)) != 0 && one.prose == 0 && is_block(one.tag) && one.text < 200 && !is_heading(one.tag)) return true;
    return is_link_list(one);
  }

  // Menus and lists of other articles: many links and no sentences of their own.
  static bool is_link_list(const Box& one) {
    switch (one.tag) {
      case Tag::ul: case Tag::ol: case Tag::div: case Tag::section: case Tag::table: case Tag::dl: case Tag::article:
      case Tag::header: case Tag::footer: case Tag::center: case Tag::custom:
        break;
      default: return false;
    }
    if (one.text == 0 || one.links == 0) return false;
    const auto density = static_cast<double>(one.link_text) / one.text;
    if (one.prose > 0 && density < 0.8) return false;
    return density > 0.75 || (density > 0.5 && one.links >= 3 && one.prose == 0);
  }

  void blocks_inside(std::uint32_t part) {
    for (auto at = box(part).first_block; at < box(part).last_block; ++at) {
      if (!body_.dropped_blocks[at] && is_furniture_block(at)) body_.dropped_blocks[at] = true;
    }
  }

  bool is_furniture_block(std::uint32_t number) const {
    const auto& one = block(number);
    const auto words = said(number);
    if (one.length > 300) return false;
    const auto whole = phrase_of_line(words);
    switch (whole) {
      case Phrase::none: break;
      case Phrase::by: case Phrase::posted: break;
      case Phrase::filed: return true;
      case Phrase::button: return !is_heading(box(one.box).tag) && box(one.box).tag != Tag::li && box(one.box).tag != Tag::td && box(one.box).tag != Tag::th;
      default: return true;
    }
    // "Read also: <a>another article</a>".
    if (one.link_length * 10 >= one.length * 4 && one.links > 0) {
      if (phrase_at_start(words) == Phrase::pointer) return true;
    }
    return one.link_length > 0 && is_switcher_line(words);
  }

  bool is_text_block(std::uint32_t number) const {
    const auto tag = box(block(number).box).tag;
    return block(number).prose > 0 || tag == Tag::li || tag == Tag::pre || tag == Tag::blockquote || tag == Tag::td ||
           tag == Tag::dd || tag == Tag::dt || tag == Tag::th || tag == Tag::figcaption;
  }

  void trim_start() {
    if (body_.parts.empty() || prose_ == 0) return;
    for (const auto part : body_.parts) {
      for (auto at = box(part).first_block; at < box(part).last_block; ++at) {
        if (body_.dropped_blocks[at]) continue;
        const auto& one = block(at);
        const bool heading = is_heading(box(one.box).tag);
        if (same_words(said(at), witness_.title)) {
          body_.dropped_blocks[at] = true;
          continue;
        }
        if (is_text_block(at)) return;
        if (heading && box(one.box).tag != Tag::h1) continue;
        if (one.length < 100) body_.dropped_blocks[at] = true;
      }
    }
  }

  void trim_end() {
    if (prose_ == 0) return;
    for (auto part = body_.parts.rbegin(); part != body_.parts.rend(); ++part) {
      for (auto at = box(*part).last_block; at-- > box(*part).first_block;) {
        if (body_.dropped_blocks[at]) continue;
        if (is_text_block(at)) return;
        if (block(at).length >= 100 && block(at).link_length * 2 < block(at).length) return;
        body_.dropped_blocks[at] = true;
      }
    }
  }

  // A heading whose section is gone goes with it.
  void drop_orphan_headings() {
    for (const auto part : body_.parts) {
      bool content = false;
      bool dropped = true;
      for (auto at = box(part).last_block; at-- > box(part).first_block;) {
        if (body_.dropped_blocks[at]) {
          dropped = true;
          continue;
        }
        const auto tag = box(block(at).box).tag;
        if (!is_heading(tag)) {
          content = true;
          dropped = false;
          continue;
        }
        if (!content && dropped) {
          body_.dropped_blocks[at] = true;
          continue;
        }
        content = false;
        dropped = false;
      }
    }
  }

  const Tree& tree_;
  const std::vector<bool>& suspects_;
  const Witness& witness_;
  Body& body_;
  std::uint32_t prose_ = 0;
};

}  // namespace

Body find_body(const Tree& tree, const Witness& witness) {
  Body body;
  const auto suspects = find_suspects(tree);
  body.parts = choose_parts(tree, suspects, witness);
  body.dropped_boxes.resize(tree.boxes().size());
  body.dropped_blocks.resize(tree.blocks().size());
  Trimmer(tree, suspects, witness, body).run();
  for (const auto part : body.parts) {
    for (auto at = tree.box(part).first_block; at < tree.box(part).last_block; ++at) {
      if (!body.dropped_blocks[at]) body.length += tree.blocks()[at].length;
    }
  }
  return body;
}

}  // namespace syndicat::extract
