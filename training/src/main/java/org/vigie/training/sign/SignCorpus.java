package org.vigie.training.sign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Short texts with what they say, a file a language: {@code LANG.tsv} under a heading. */
public final class SignCorpus {
  /**
   * The authors of the sentences that Vigie brings along, who have not read each other. Those of a
   * nineteenth lie beside them, not learnt from yet, for a training to come.
   */
  static final List<String> AUTHORS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth");

  private static final String HEADING = "family\t";
  private static final String ENDING = ".tsv";

  private SignCorpus() {}

  /**
   * Reads the files of a folder, in alphabetical order.
   *
   * @throws IllegalArgumentException if a line is none; names file and line
   */
  public static List<SignLine> read(Path folder) throws IOException {
    List<SignLine> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        String name = file.getFileName().toString();
        String language = name.substring(0, name.length() - ENDING.length());
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          addAll(lines, reader, language, file.toString());
        }
      }
    }
    return lines;
  }

  /** Reads the sentences of one author that Vigie brings along. */
  static List<SignLine> of(String author, List<String> languages) throws IOException {
    List<SignLine> lines = new ArrayList<>();
    for (String language : languages) {
      String name = author + "/" + language + ENDING;
      try (InputStream in = SignCorpus.class.getResourceAsStream(name)) {
        if (in != null) {
          addAll(
              lines,
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
              language,
              name);
        }
      }
    }
    return lines;
  }

  private static void addAll(
      List<SignLine> lines, BufferedReader reader, String language, String name)
      throws IOException {
    int number = 0;
    for (String line : reader.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith(HEADING)) {
        lines.add(SignLine.parse(language, line, name + ":" + number));
      }
    }
  }
}
