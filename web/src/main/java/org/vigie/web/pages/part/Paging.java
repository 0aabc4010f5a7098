package org.vigie.web.pages.part;

import java.util.Map;
import org.vigie.search.SearchRequest;
import org.vigie.web.Visit;

/**
 * One page of a list among the others.
 *
 * @param number of the page, from 0
 * @param size things on a page
 * @param total things in the list
 * @param path of the list as it was asked for, without a page
 */
public record Paging(int number, int size, long total, String path) {
  /**
   * What a person asks for of a list.
   *
   * @param number of the page, from 0 to the last that may be asked for
   * @param size things on a page, at least 1
   */
  public record Asked(int number, int size) {
    /** Returns the page that an address names, the first if it names none. */
    public static Asked in(Visit visit, int size) {
      try {
        long number = Long.parseLong(visit.query("page").strip());
        return new Asked((int) Math.clamp(number, 0, last(size)), size);
      } catch (NumberFormatException e) {
        return new Asked(0, size);
      }
    }

    /** Returns how many things stand on the pages before. */
    public int offset() {
      return number * size;
    }

    /**
     * Returns the page in a list of a length.
     *
     * @param path of the list
     * @param query what else its address says; empty values say nothing
     */
    public Paging of(long total, String path, Map<String, String> query) {
      return new Paging(number, size, total, Paths.with(path, query));
    }
  }

  /** Returns the last page that may be asked for: nobody pages further. */
  static int last(int size) {
    return SearchRequest.MAX_DEPTH / size - 1;
  }

  public boolean hasPrevious() {
    return number > 0;
  }

  /** Returns whether there are things after this page, and a page for them. */
  public boolean hasNext() {
    return (number + 1L) * size < total && number < last(size);
  }

  /** Returns whether the list goes on after the last page that may be asked for. */
  public boolean isCut() {
    return number == last(size) && (number + 1L) * size < total;
  }

  /** Returns the place in the list of the first thing on the page, from 1. */
  public long from() {
    return (long) number * size + 1;
  }

  /** Returns the place in the list of the last thing on the page. */
  public long to() {
    return Math.min(total, (number + 1L) * size);
  }

  /** Returns the path of another page; one beyond the end leads back to the last. */
  public String on(int other) {
    long end = Math.max(0, (total - 1) / size);
    long page = Math.min(other, end);
    return page == 0 ? path : path + (path.contains("?") ? "&" : "?") + "page=" + page;
  }
}
