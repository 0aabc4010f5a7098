package org.vigie.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public data outside the repository; tests that need it are skipped where it is absent. */
public final class SharedData {
  private SharedData() {}

  /** Returns a folder of the data, by its name. */
  public static Path folder(String name) {
    String given = System.getenv().getOrDefault("VIGIE_SHARED", "");
    Path shared =
        given.isEmpty() ? Path.of(System.getProperty("vigie.root"), "../shared") : Path.of(given);
    Path folder = shared.resolve("data").resolve(name);
    assumeTrue(Files.isDirectory(folder), "shared data absent");
    return folder;
  }
}
