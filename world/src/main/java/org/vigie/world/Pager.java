package org.vigie.world;

import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A list cut into pages, the newest first.
 *
 * @param size how many entries the list has
 * @param perPage how many of them a page shows
 */
record Pager(int size, int perPage) {
  /** Returns how many pages there are: an empty list has one. */
  int pages() {
    return Math.max(1, (size + perPage - 1) / perPage);
  }

  /** Returns the page asked for by {@code ?page=}, 1 by default, if it exists. */
  OptionalInt page(RequestTarget target) {
    OptionalInt page = target.parameter("page", 1);
    return page.isPresent() && page.getAsInt() <= pages() ? page : OptionalInt.empty();
  }

  /**
   * Returns the index from 0 of the newest entry on a page, where index {@code size - 1} is newest.
   */
  int newest(int page) {
    return size - 1 - (page - 1) * perPage;
  }

  /** Returns the index from 0 of the oldest entry on a page. */
  int oldest(int page) {
    return Math.max(0, newest(page) - perPage + 1);
  }

  /**
   * Returns links to the pages before and after, the first, the last, and those at distances of
   * powers of ten, which keeps every page within a few hops.
   */
  String links(String path, int page, SiteFrame frame) {
    StringBuilder html = new StringBuilder("<nav class=\"pages\">");
    if (page > 1) {
      html.append(link(path, page - 1, " rel=\"prev\"", frame.previousLabel())).append(' ');
    }
    for (int other : reachable(page)) {
      html.append(link(path, other, "", String.valueOf(other))).append(' ');
    }
    if (page < pages()) {
      html.append(link(path, page + 1, " rel=\"next\"", frame.nextLabel()));
    }
    return html.append("</nav>\n").toString();
  }

  private SortedSet<Integer> reachable(int page) {
    SortedSet<Integer> reachable = new TreeSet<>();
    reachable.add(1);
    reachable.add(pages());
    for (int step = 1; step < pages(); step *= 10) {
      for (int times = 1; times <= 9; times += 2) {
        add(reachable, page - times * step);
        add(reachable, page + times * step);
      }
    }
    reachable.remove(page);
    return reachable;
  }

  private void add(SortedSet<Integer> reachable, int page) {
    if (page >= 1 && page <= pages()) {
      reachable.add(page);
    }
  }

  private static String link(String path, int page, String attributes, String text) {
    String href = page == 1 ? path : path + "?page=" + page;
    return "<a href=\"" + href + "\"" + attributes + ">" + Html.escape(text) + "</a>";
  }
}
