package org.vigie.search;

import java.util.List;

/**
 * A stretch of a list.
 *
 * @param total things in the whole list
 * @param items those of the stretch, in the list's order
 */
public record Listed<T>(long total, List<T> items) {
  public Listed {
    items = List.copyOf(items);
  }
}
