package org.vigie.capture.extract.page;

import java.util.HashSet;
import java.util.Set;

/**
 * The class names, item types, names for tests and elements of own make that occur on a page: by
 * them a channel sees that a page isn't its own, without a pass for each of its selectors.
 */
public final class PageMarks {
  private final Set<String> attributes = new HashSet<>();
  private final Set<String> marks = new HashSet<>();

  /** Returns whether a class name, a test's name or a part of an item type occurs. */
  public boolean has(String mark) {
    return marks.contains(mark);
  }

  /** Most values occur often; each is split once. */
  void add(String value) {
    if (!value.isEmpty() && attributes.add(value)) {
      int start = 0;
      for (int i = 0; i <= value.length(); i++) {
        if (i == value.length() || value.charAt(i) <= ' ' || value.charAt(i) == '/') {
          if (i > start) {
            marks.add(value.substring(start, i));
          }
          start = i + 1;
        }
      }
    }
  }
}
