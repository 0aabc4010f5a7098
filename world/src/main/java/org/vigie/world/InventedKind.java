package org.vigie.world;

import java.util.List;
import java.util.Locale;

/** What an advert is about. */
enum InventedKind {
  JOB("hotel", "farm", "care", "building", "cleaning", "warehouse"),
  SERVICE("massage", "company"),
  GOODS("goods"),
  ROOM("room"),
  LESSON("lesson");

  private final List<String> topics;

  InventedKind(String... topics) {
    this.topics = List.of(topics);
  }

  /** Returns the subdivisions that have phrases of their own. */
  List<String> topics() {
    return topics;
  }

  /** Returns the name used in paths and phrase tables, such as {@code job}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
