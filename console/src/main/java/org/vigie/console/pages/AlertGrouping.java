package org.vigie.console.pages;

import java.util.Locale;

/** How the inbox puts alerts together. */
public enum AlertGrouping {
  /** One after another, the most severe first. */
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

  /** Returns what an alert's group is called; empty where there are no groups. */
  String of(AlertDetails alert) {
    return switch (this) {
      case NONE -> "";
      case SUBJECT -> alert.subject();
      case RULE -> alert.rule();
    };
  }
}
