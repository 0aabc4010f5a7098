package org.vigie.training.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Short texts with what they say, a file a language: {@code LANG.tsv} under a heading. */
public final class SignCorpus {
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
        List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < all.size(); i++) {
          if (!all.get(i).isBlank() && !all.get(i).startsWith(HEADING)) {
            lines.add(SignLine.parse(language, all.get(i), file + ":" + (i + 1)));
          }
        }
      }
    }
    return lines;
  }
}
