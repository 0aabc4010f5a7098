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
    IdScan scan = new IdScan();
    text.chars().forEach(scan::next);
    return scan.ids();
  }

  /** Finds all ids in the bytes of a text. */
  public static ShownIds in(byte[] text) {
    IdScan scan = new IdScan();
    scan.write(text, 0, text.length);
    return scan.ids();
  }

  /** Returns these with others. */
  public ShownIds and(ShownIds others) {
    TreeSet<String> all = new TreeSet<>(ids);
    all.addAll(others.ids);
    return of(all);
  }

  /** Returns whether there are none. */
  public boolean isEmpty() {
    return ids.isEmpty();
  }
}
