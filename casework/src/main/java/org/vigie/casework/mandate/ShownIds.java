package org.vigie.casework.mandate;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The ids of what somebody is shown, found in the very text that is shown, so that none can be left
 * out: those of adverts, clusters, networks and alerts are a letter, a hyphen and 20 hexadecimal
 * digits ({@link org.vigie.advert.ContentId}).
 *
 * @param ids in order, each once
 */
public record ShownIds(List<String> ids) {
  private static final int DIGITS = 20;
  private static final int LENGTH = DIGITS + 2;

  /** Letters of what is shown: mandates and inputs have others. */
  private static final String KINDS = "acnw";

  private static final ShownIds NONE = new ShownIds(List.of());

  public ShownIds {
    ids = List.copyOf(ids);
  }

  /** Nothing. */
  public static ShownIds none() {
    return NONE;
  }

  /** Returns some ids in order. */
  public static ShownIds of(Collection<String> ids) {
    return new ShownIds(List.copyOf(new TreeSet<>(ids)));
  }

  /** Finds all ids in a text, in time that grows with its length alone. */
  public static ShownIds in(String text) {
    TreeSet<String> found = new TreeSet<>();
    for (int hyphen = text.indexOf('-', 1); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
      int start = hyphen - 1;
      if (KINDS.indexOf(text.charAt(start)) >= 0
          && start + LENGTH <= text.length()
          && (start == 0 || !isWord(text.charAt(start - 1)))
          && areDigits(text, hyphen + 1)
          && (start + LENGTH == text.length() || !isWord(text.charAt(start + LENGTH)))) {
        found.add(text.substring(start, start + LENGTH));
      }
    }
    return found.isEmpty() ? NONE : new ShownIds(List.copyOf(found));
  }

  /** Returns whether there are none. */
  public boolean isEmpty() {
    return ids.isEmpty();
  }

  private static boolean areDigits(String text, int from) {
    for (int i = from; i < from + DIGITS; i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
