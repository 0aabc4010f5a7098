package org.vigie.casework.submission;

import java.nio.file.Path;

/**
 * A file that somebody handed in and nobody accepted yet.
 *
 * @param id opens nothing to others than who handed it in
 * @param folder its own, open to its owner alone
 * @param name what it is called: letters, digits, dots, hyphens and underscores
 * @param bytes its size
 */
public record SubmittedFile(String id, Path folder, String name, long bytes) {
  private static final int LONGEST = 80;

  /** Returns where it lies. */
  public Path file() {
    return folder.resolve(name);
  }

  /** Returns a name that no file system reads anything into; its ending stays. */
  static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[.-]+", "");
    String cut = plain.substring(Math.max(0, plain.length() - LONGEST)).replaceFirst("^[.-]+", "");
    return cut.isEmpty() ? "adverts" : cut;
  }
}
