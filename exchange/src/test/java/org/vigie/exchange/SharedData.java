package org.vigie.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data outside the repository. */
public final class SharedData {
  private SharedData() {}

  /** Returns a folder of schemas; skips the test, by name, where it isn't there. */
  public static Path schemas(String name) {
    Path folder = data("schemas/" + name);
    assumeTrue(Files.isDirectory(folder), "needs " + folder);
    return folder;
  }

  /** Returns a file of what others wrote; skips the test, by name, where it isn't there. */
  public static Path input(String name) {
    Path file = data("inputs/" + name);
    assumeTrue(Files.isRegularFile(file), "needs " + file);
    return file;
  }

  private static Path data(String name) {
    String shared = System.getenv("VIGIE_SHARED");
    Path root =
        shared == null
            ? Path.of(System.getProperty("vigie.root", "..")).resolve("../shared")
            : Path.of(shared);
    return root.resolve("data").resolve(name).toAbsolutePath().normalize();
  }
}
