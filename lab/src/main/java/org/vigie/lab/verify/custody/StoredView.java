package org.vigie.lab.verify.custody;

import java.nio.file.Path;

/** Something that is stored in files, and what is shown of it. */
interface StoredView {
  /** Returns what it is, such as {@code index}. */
  String kind();

  /**
   * Returns what an error that tells of damage names: a word for it, or its file.
   *
   * @param damaged the file in which a bit was flipped
   */
  default String named(Path damaged) {
    return kind();
  }

  /** Returns the folder that holds its files and nothing else. */
  Path folder();

  /**
   * Reads all that is shown of it, by the code that pages, programs and commands show it with.
   *
   * @return the same as long as no file changes
   * @throws Exception if something of it is damaged
   */
  String all() throws Exception;
}
