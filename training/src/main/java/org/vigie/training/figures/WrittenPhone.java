package org.vigie.training.figures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A phone number as somebody writes it.
 *
 * @param e164 the number in E.164 form
 * @param written as it stands in a text
 */
record WrittenPhone(String e164, String written) {
  /**
   * Numbers of one country and the forms in which people there write them.
   *
   * @param country ISO 3166-1 alpha-2 code
   * @param code its calling code
   * @param trunk digits dialled before a national number at home, or empty
   * @param national national number, in which {@code #} is any digit
   * @param forms in which {@code x} is the next digit
   */
  record Formats(String country, String code, String trunk, String national, List<String> forms) {
    Formats {
      forms = List.copyOf(forms);
    }

    /** Reads all countries' formats, mobile phones first. */
    static List<Formats> all() throws IOException {
      return rows("formats.tsv").stream()
          .map(row -> new Formats(row[0], row[1], row[2], row[3], List.of(row[4].split("\\|"))))
          .toList();
    }

    /** Returns another number of the country, written in a form. */
    WrittenPhone in(String form, Random random) {
      String number = filled(national, random);
      boolean home = !form.startsWith("+") && !form.startsWith("00") && !form.startsWith("~");
      return new WrittenPhone(
          "+" + code + number, written(form.replace("~", ""), home ? trunk + number : number));
    }

    /** Returns another number of the country as dialled there. */
    WrittenPhone dialled(Random random) {
      String number = filled(national, random);
      return new WrittenPhone("+" + code + number, trunk + number);
    }

    /** Returns another number of the country as dialled from abroad. */
    WrittenPhone dialledAbroad(Random random) {
      String number = filled(national, random);
      return new WrittenPhone("+" + code + number, "00" + code + number);
    }
  }

  private static String written(String form, String digits) {
    StringBuilder written = new StringBuilder();
    int next = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      written.append(c == 'x' ? digits.charAt(next++) : c);
    }
    return written.toString();
  }

  /** Returns a text with digits where it has {@code #}. */
  static String filled(String text, Random random) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      filled.append(c == '#' ? (char) ('0' + random.nextInt(10)) : c);
    }
    return filled.toString();
  }

  /** Returns the rows of a table of invented texts, without its comments. */
  static List<String[]> rows(String name) throws IOException {
    try (InputStream in = WrittenPhone.class.getResourceAsStream("phones/" + name)) {
      String table =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
