package org.vigie.casework;

import java.util.Locale;

/**
 * What a judgement, a case's item or a referral is about.
 *
 * @param kind what sort of thing it is
 * @param id its id
 */
public record Subject(Kind kind, String id) {
  /** Sorts of things that people judge. */
  public enum Kind {
    ADVERT,
    CLUSTER,
    ALERT,
    /** Known by its key, which may hold anything. */
    CONTACT,
    CASE;

    /** Returns the name in forms, in the store and in phrases. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the one text that stands for it in the store, such as {@code advert:a-1}. */
  public String key() {
    return kind.label() + ":" + id;
  }

  /**
   * Returns the subject that a key stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  public static Subject of(String key) {
    int colon = key.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a subject must be KIND:ID, but has no colon");
    }
    return new Subject(
        Kind.valueOf(key.substring(0, colon).toUpperCase(Locale.ROOT)), key.substring(colon + 1));
  }
}
