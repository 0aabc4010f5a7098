package org.vigie.pipeline.busy;

import java.util.Locale;

/** The steps of the stream whose time is shown. */
public enum Stage {
  EXTRACT("read and extract"),
  CLASSIFY("classify"),
  CLUSTER("cluster"),
  CONTACTS("contacts"),
  INDEX("index");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** Returns what a person calls it. */
  public String label() {
    return label;
  }

  /** Returns its name in one word, as metrics have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of its accumulator, in nanoseconds. */
  public String accumulator() {
    return "busy-" + name();
  }
}
