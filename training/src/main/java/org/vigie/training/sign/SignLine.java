package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.classifier.sign.Family;

/**
 * A short text and what it says.
 *
 * @param language ISO 639-1 code
 * @param families what it says, or what a text of another stance only speaks of
 * @param stance {@code said}, {@code denied}, {@code asked}, {@code conditional}, {@code warned},
 *     {@code reported}, {@code wished} or {@code other}
 * @param genre {@code offer}, {@code request}, {@code complaint}, {@code warning}, {@code news} or
 *     {@code other}; empty where nobody has said
 * @param style {@code plain}, {@code indirect}, {@code voice}, {@code slang}, {@code disguised},
 *     {@code translit} or {@code mixed}
 * @param text the text
 * @param passage the stretch of it that says the sign, where the author marked it; else empty
 */
public record SignLine(
    String language,
    List<Family> families,
    String stance,
    String genre,
    String style,
    String text,
    String passage) {
  /** The stances there are, the first being that of a sign that is said. */
  public static final List<String> STANCES =
      List.of("said", "denied", "asked", "conditional", "warned", "reported", "wished", "other");

  /** The kinds of text there are. */
  public static final List<String> GENRES =
      List.of("offer", "request", "complaint", "warning", "news", "other");

  private static final Set<String> STYLES =
      Set.of("plain", "indirect", "voice", "slang", "disguised", "translit", "mixed");

  private static final String NONE = "none";
  private static final int FIELDS = 5;
  private static final String FROM = "⟦";
  private static final String TO = "⟧";

  public SignLine {
    families = List.copyOf(families);
  }

  /**
   * Reads a line of tab-separated fields: family, stance, genre, style, text. In the text, {@code
   * ⟦} and {@code ⟧} may stand around the passage that says the sign.
   *
   * @param place named in errors
   * @throws IllegalArgumentException if a field is missing or says what it must not
   */
  static SignLine parse(String language, String line, String place) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(
          "%s must have %d fields, but has %d".formatted(place, FIELDS, fields.length));
    }
    List<Family> families = new ArrayList<>();
    if (!fields[0].equals(NONE)) {
      for (String label : fields[0].split("\\+")) {
        families.add(
            Family.of(label)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        place + " must name a family, but names '" + label + "'")));
      }
    }
    requireOne(STANCES, fields[1], place);
    requireOne(GENRES, fields[2], place);
    requireOne(STYLES, fields[3], place);
    int from = fields[4].indexOf(FROM);
    int to = fields[4].indexOf(TO);
    if (from > to || (from < 0) != (to < 0)) {
      throw new IllegalArgumentException(
          "%s must have no mark or a passage between %s and %s".formatted(place, FROM, TO));
    }
    return new SignLine(
        language,
        families,
        fields[1],
        fields[2],
        fields[3],
        fields[4].replace(FROM, "").replace(TO, ""),
        from < 0 ? "" : fields[4].substring(from + 1, to));
  }

  /** Returns an ordinary text of elsewhere, which says nothing. */
  static SignLine ordinary(String language, String genre, String text) {
    return new SignLine(language, List.of(), "other", genre, "plain", text, "");
  }

  /** Returns a part of the text, which says what the whole says, or nothing. */
  SignLine part(String part, boolean says) {
    return says
        ? new SignLine(language, families, stance, genre, style, part, "")
        : ordinary(language, genre, part);
  }

  private static void requireOne(java.util.Collection<String> names, String name, String place) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "%s must name one of %s, but names '%s'".formatted(place, names, name));
    }
  }

  /** Returns whether it says a sign, and doesn't only speak of one. */
  boolean isSaid() {
    return !families.isEmpty() && stance.equals(STANCES.get(0));
  }

  /** Returns whether it says a family. */
  boolean says(Family family) {
    return isSaid() && families.contains(family);
  }
}
