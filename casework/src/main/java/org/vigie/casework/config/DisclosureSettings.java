package org.vigie.casework.config;

import org.vigie.files.yaml.Section;

/**
 * The {@code disclosure} section of {@code vigie.yaml}: how many full adverts one account, one
 * token or one user of the command line is shown without a second person.
 *
 * @param perHour different adverts in an hour
 * @param perDay different adverts in 24 hours
 */
public record DisclosureSettings(int perHour, int perDay) {
  private static final int MOST = 1_000_000;

  /** Returns the defaults: more than anybody reads, less than anybody needs to take all. */
  public static DisclosureSettings defaults() {
    return new DisclosureSettings(100, 400);
  }

  static DisclosureSettings read(Section section) {
    DisclosureSettings absent = defaults();
    DisclosureSettings read =
        new DisclosureSettings(
            section.integer("per-hour", absent.perHour, 1, MOST),
            section.integer("per-day", absent.perDay, 1, MOST));
    section.done();
    return read;
  }
}
