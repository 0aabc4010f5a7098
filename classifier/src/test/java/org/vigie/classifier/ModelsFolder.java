package org.vigie.classifier;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find the models and the data outside the repository. */
public final class ModelsFolder {
  private ModelsFolder() {}

  public static Path path() {
    return root().resolve("models");
  }

  /** Returns the folder of data outside the repository, which may not exist. */
  public static Path sharedData() {
    String given = System.getenv("VIGIE_SHARED");
    Path shared = given == null ? root().resolve("..").resolve("shared") : Path.of(given);
    return shared.resolve("data");
  }

  private static Path root() {
    Path given = Path.of(System.getProperty("vigie.root", "."));
    return Files.isDirectory(given.resolve("models")) ? given : given.resolve("..");
  }
}
