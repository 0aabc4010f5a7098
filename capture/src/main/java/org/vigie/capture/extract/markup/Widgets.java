package org.vigie.capture.extract.markup;

import java.util.Set;

/**
 * The widgets of a page: what stands beside its content, or, where a page builder made it, all that
 * it is made of.
 */
final class Widgets {
  static final Set<String> NAMES = Set.of("widget");

  /** Widgets with this share of what nothing else sets aside are the content. */
  private static final double MIN_SHARE = 0.5;

  private int open;
  private int aside;
  private long within;
  private long all;

  void enter(boolean widget, boolean setAside) {
    open += widget ? 1 : 0;
    aside += setAside ? 1 : 0;
  }

  void leave(boolean widget, boolean setAside) {
    open -= widget ? 1 : 0;
    aside -= setAside ? 1 : 0;
  }

  void add(int letters) {
    if (aside == 0) {
      all += letters;
      within += open > 0 ? letters : 0;
    }
  }

  boolean areContent() {
    return within > MIN_SHARE * all;
  }
}
