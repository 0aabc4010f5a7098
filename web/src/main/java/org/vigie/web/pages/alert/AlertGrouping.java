package org.vigie.web.pages.alert;

import java.util.Locale;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.search.alert.AlertGroup;

/** How the inbox puts alerts together. */
public enum AlertGrouping {
  /** One after another, the most urgent first. */
  NONE,
  /** Those about one advert, cluster, network or contact. */
  SUBJECT,
  /** Those that one rule raised. */
  RULE;

  /** Returns the name in addresses and in phrases. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the grouping with a label, or {@link #NONE} if there is none. */
  static AlertGrouping labelled(String label) {
    for (AlertGrouping grouping : values()) {
      if (grouping.label().equals(label)) {
        return grouping;
      }
    }
    return NONE;
  }

  /** Returns what the alerts of a group have in common, if there are groups. */
  Optional<AlertGroup.By> by() {
    return switch (this) {
      case NONE -> Optional.empty();
      case SUBJECT -> Optional.of(AlertGroup.By.SUBJECT);
      case RULE -> Optional.of(AlertGroup.By.RULE);
    };
  }

  /** Returns what an alert's group is called; empty where there are no groups. */
  String of(Alert alert) {
    return switch (this) {
      case NONE -> "";
      case SUBJECT -> alert.subject();
      case RULE -> alert.rule();
    };
  }
}
