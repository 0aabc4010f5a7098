package org.vigie.search.alert;

import java.util.List;
import org.vigie.advert.Alert;
import org.vigie.search.analysis.Fields;

/**
 * Alerts that have something in common.
 *
 * @param alerts how many there are
 * @param first the first of them, in the order of alerts; at least one
 */
public record AlertGroup(long alerts, List<Alert> first) {
  public AlertGroup {
    first = List.copyOf(first);
  }

  /** What alerts can have in common. */
  public enum By {
    /** The name of what raised them. */
    RULE(Fields.RULE),
    /** What they are about. */
    SUBJECT(Fields.ABOUT);

    private final String field;

    By(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }
}
