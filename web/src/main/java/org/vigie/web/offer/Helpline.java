package org.vigie.web.offer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;

/**
 * Somebody to call about trafficking in human beings.
 *
 * @param country ISO 3166-1 alpha-2 code in capitals; {@code EU} for all members of the Union
 * @param name who answers
 * @param number as it is dialled in that country
 * @param site host of its own site, or empty
 * @param source address of the page that says the number
 * @param seen when it was read there
 */
public record Helpline(
    String country, String name, String number, String site, String source, LocalDate seen) {
  /** The country of numbers that answer in the whole Union. */
  static final String UNION = "EU";

  private static final String FILE = "helplines.yaml";
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 -]{1,19}");

  public Helpline {
    require(COUNTRY.matcher(country).matches(), "country must be two capitals", country);
    require(NUMBER.matcher(number).matches(), "number must be digits", number);
    require(source.startsWith("http"), "source must be an address", source);
  }

  private static void require(boolean holds, String rule, String found) {
    if (!holds) {
      throw new IllegalArgumentException("a helpline's %s, but was %s".formatted(rule, found));
    }
  }

  /**
   * Returns whether it answers in a country.
   *
   * @param code its code in capitals, or empty: then only those of the whole Union are said to
   */
  public boolean answersIn(String code) {
    return country.equals(code) || country.equals(UNION);
  }

  /** Returns what a telephone dials. */
  String dialled() {
    return number.replaceAll("[^+0-9]", "");
  }

  /** Returns those that come with the offer checker, in the order of the file. */
  public static List<Helpline> builtIn() {
    return BuiltIn.ALL;
  }

  /** Read once, since each page of an advert names them. */
  private static final class BuiltIn {
    private static final List<Helpline> ALL = read();

    private static List<Helpline> read() {
      try {
        return parse(Resource.text(FILE), FILE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Returns those of a file's text.
   *
   * @param shown what errors call the file
   * @throws UserError if a key is missing or unknown, or a value can't be
   */
  public static List<Helpline> parse(String yaml, String shown) {
    Section file = YamlFile.parse(yaml, shown);
    List<Helpline> all = new ArrayList<>();
    for (Section line : file.sections("helplines")) {
      all.add(read(line));
      line.done();
    }
    file.done();
    return List.copyOf(all);
  }

  private static Helpline read(Section line) {
    try {
      return new Helpline(
          line.required("country"),
          line.required("name"),
          line.required("number"),
          line.text("site", ""),
          line.required("source"),
          LocalDate.parse(line.required("seen")));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw UserError.ofInput(line.place("") + " " + e.getMessage());
    }
  }
}
