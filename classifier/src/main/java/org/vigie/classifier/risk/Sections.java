package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * The headed sections of a job advert that follows the form {@code Company Profile: … ; Job
 * Description: … ; Requirements: … ; Benefits: …}, which job boards export.
 *
 * @param headings where the headings stand, in UTF-16 positions, start and end in turn
 * @param empty names of the sections that say nothing
 */
record Sections(List<Integer> headings, List<String> empty) {
  private static final List<String> HEADINGS =
      List.of("Company Profile:", "; Job Description:", "; Requirements:", "; Benefits:");

  private static final List<String> NAMES =
      List.of("company profile", "job description", "requirements", "benefits");

  Sections {
    headings = List.copyOf(headings);
    empty = List.copyOf(empty);
  }

  /** Returns the sections; none if a heading is missing or they are in another order. */
  static Sections of(String text) {
    List<Integer> bounds = new ArrayList<>();
    int from = 0;
    for (String heading : HEADINGS) {
      int at = text.indexOf(heading, from);
      if (at < 0) {
        return new Sections(List.of(), List.of());
      }
      from = at + heading.length();
      bounds.add(at);
      bounds.add(from);
    }
    List<String> empty = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      int start = bounds.get(2 * i + 1);
      int end = i + 1 < NAMES.size() ? bounds.get(2 * i + 2) : text.length();
      if (isBlank(text, start, end)) {
        empty.add(NAMES.get(i));
      }
    }
    return new Sections(bounds, empty);
  }

  private static boolean isBlank(String text, int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == end;
  }

  /** Returns the number of the part of a name, or -1 if there is none. */
  static int part(String name) {
    return NAMES.indexOf(name);
  }

  static String name(int part) {
    return NAMES.get(part);
  }

  boolean isThere() {
    return !headings.isEmpty();
  }

  /** Returns the number of the part that a position stands in; the first for what precedes it. */
  int partAt(int position) {
    int part = NAMES.size() - 1;
    while (part > 0 && headings.get(2 * part) > position) {
      part--;
    }
    return part;
  }

  /** Returns what each part says, without blanks around it. */
  List<String> bodies(String text) {
    List<String> bodies = new ArrayList<>();
    for (int part = 0; part < NAMES.size(); part++) {
      int end = part + 1 < NAMES.size() ? headings.get(2 * part + 2) : text.length();
      bodies.add(text.substring(headings.get(2 * part + 1), end).replace('\u00A0', ' ').strip());
    }
    return bodies;
  }

  boolean isHeading(int position) {
    for (int i = 0; i < headings.size(); i += 2) {
      if (position >= headings.get(i) && position < headings.get(i + 1)) {
        return true;
      }
    }
    return false;
  }
}
