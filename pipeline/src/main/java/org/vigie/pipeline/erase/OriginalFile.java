package org.vigie.pipeline.erase;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.pipeline.intake.InputManifest;

/**
 * The file that a kept input was made of, which stays where people have it: a table, a mailbox, a
 * folder's page.
 */
final class OriginalFile {
  /** A run of characters that is written alike in CSV, JSON, HTML and every charset of one byte. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .,;:()-]{16,}");

  /** Larger ones are named without a line. */
  private static final long MOST_BYTES = 64L << 20;

  /**
   * Adverts whose line is looked for, each by a look through the file; further ones are counted.
   */
  private static final int MOST_LOOKS = 20;

  private final @Nullable Path file;
  private int looks;

  private OriginalFile(@Nullable Path file) {
    this.file = file;
  }

  /** Returns the file of an input; none if it is the input, or is gone. */
  static OriginalFile of(InputManifest input) {
    String from = input.from();
    Path file = from == null ? null : Path.of(from);
    return new OriginalFile(file != null && Files.isRegularFile(file) ? file : null);
  }

  /**
   * Returns where an advert stands in it, such as {@code /mnt/in.csv:7}, or {@code /mnt/in.xlsx,
   * entry 6} where no line can be told; nothing if there is no such file.
   *
   * @param entry its number among those that were read, from 1
   */
  Optional<String> place(Advert advert, long entry) throws IOException {
    if (file == null) {
      return Optional.empty();
    }
    long line = line(advert);
    return Optional.of(line > 0 ? file + ":" + line : file + ", entry " + entry);
  }

  /** Returns the only line that holds the longest plain part of an advert's text, or 0. */
  private long line(Advert advert) throws IOException {
    Optional<String> part =
        PLAIN
            .matcher(advert.body())
            .results()
            .map(MatchResult::group)
            .max(Comparator.comparingInt(String::length));
    if (file == null || part.isEmpty() || Files.size(file) > MOST_BYTES || looks++ >= MOST_LOOKS) {
      return 0;
    }
    long found = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
        if (line.contains(part.get())) {
          if (found > 0) {
            return 0;
          }
          found = number;
        }
      }
    }
    return found;
  }
}
