package org.vigie.lab.verify;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.casework.Readme;

/** What {@code .ci/run} has carried out beside the tests. */
public final class CiRun {
  private CiRun() {}

  /**
   * Returns the names of the checks that it carries out of a part of {@code ./vigie verify}.
   *
   * @param part such as {@code crawler}
   */
  public static Set<String> verified(String part) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Readme.text(".ci/run").lines().toList()) {
      List<String> words = List.of(line.strip().split(" +"));
      if (line.startsWith("./vigie verify " + part + " ")) {
        for (int i = 1; i < words.size(); i++) {
          if (words.get(i - 1).equals("--only")) {
            names.add(words.get(i));
          }
        }
      }
    }
    return names;
  }
}
