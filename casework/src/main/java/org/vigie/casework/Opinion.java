package org.vigie.casework;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person can say of an advert, a cluster or an alert. A machine says none of these. */
public enum Opinion {
  /** Worth following. */
  LEAD,
  /** Nothing unusual. */
  NOTHING,
  /** Can't be told from what there is. */
  UNSURE,
  /** Somebody in it may be a victim. */
  POSSIBLE_VICTIM,
  /**
   * Somebody in it is suspected by the person who says so: the distinction that Directive (EU)
   * 2016/680, Art. 6 asks for, which is never made by default.
   */
  SUSPECTED,
  /** The adverts of a cluster belong together. */
  ONE_CAMPAIGN(Subject.Kind.CLUSTER),
  /** The adverts of a cluster don't belong together. */
  NOT_ONE_CAMPAIGN(Subject.Kind.CLUSTER);

  private final Set<Subject.Kind> about;

  Opinion() {
    about = EnumSet.of(Subject.Kind.ADVERT, Subject.Kind.CLUSTER, Subject.Kind.ALERT);
  }

  Opinion(Subject.Kind only) {
    about = EnumSet.of(only);
  }

  /** Returns the name in forms, in the store and in phrases. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns whether a {@linkplain Ruling ruling}, to which the stream keeps, has taken its place:
   * it is no longer asked for, but shown where it was said.
   */
  public boolean isRuledNow() {
    return this == ONE_CAMPAIGN || this == NOT_ONE_CAMPAIGN;
  }

  /** Returns what can be said of a sort of thing. */
  public static List<Opinion> about(Subject.Kind kind) {
    return Arrays.stream(values()).filter(opinion -> opinion.about.contains(kind)).toList();
  }

  /** Finds what a label says of a sort of thing. */
  public static Optional<Opinion> find(String label, Subject.Kind kind) {
    return about(kind).stream().filter(opinion -> opinion.label().equals(label)).findFirst();
  }
}
