package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a page that each lie around one date alone, whatever their shape.
 *
 * @param marks the dates, in page order
 * @param shared what more than one date stands in
 * @param dated element with a date in it → the first
 * @param walks reads a block; null if it is none
 */
record LoneBlocks(
    List<Element> marks,
    Set<Element> shared,
    Map<Element, Element> dated,
    Function<Element, @Nullable BlockWalk> walks) {
  /** Words of what others answer. */
  private static final int MIN_OPENING = 8;

  /** Returns the blocks of which each has one date alone, and a text and an author by name. */
  List<DatedBlock> all() {
    List<DatedBlock> said = new ArrayList<>();
    for (Element date : marks) {
      BlockWalk walk = walks.apply(core(alone(date)));
      DatedBlock read = walk == null || !walk.isNamed() ? null : walk.block();
      if (walk != null && (walk.leadsElsewhere() || walk.isPriced())) {
        return List.of();
      }
      if (read != null) {
        said.add(read);
      }
    }
    return said;
  }

  /** Returns what is said with the fullest block above it, which others answer. */
  List<DatedBlock> with(List<DatedBlock> said) {
    List<DatedBlock> all = new ArrayList<>(said);
    Element first = said.getFirst().element();
    DatedBlock opening = null;
    for (Element date : marks) {
      if (dated.get(first) == date) {
        break;
      }
      BlockWalk walk = walks.apply(core(alone(date)));
      DatedBlock read = walk == null || walk.leadsElsewhere() ? null : walk.block();
      boolean fuller =
          read != null
              && !read.author().isEmpty()
              && read.words() >= MIN_OPENING
              && (opening == null || read.words() > opening.words());
      opening = fuller ? read : opening;
    }
    if (opening != null) {
      all.addFirst(opening);
    }
    return all;
  }

  /** Returns the largest element around a date that has no other. */
  private Element alone(Element date) {
    Element block = date;
    Element above = date.parent();
    while (above != null && !shared.contains(above)) {
      block = above;
      above = above.parent();
    }
    return block;
  }

  /** What holds nothing beside one block is no part of it. */
  private Element core(Element block) {
    Element core = block;
    for (Element e = block.firstElementChild(); e != null; e = e.firstElementChild()) {
      if (e.nextElementSibling() != null || !dated.containsKey(e) || dated.get(e) == e) {
        break;
      }
      core = e;
    }
    return core;
  }
}
