package org.vigie.crawler.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The wish that a crawl pause: a file {@code pause} beside its frontier, which the crawl looks for
 * several times a second. It outlives the crawl, so one that was paused stays so after a restart.
 */
public final class PauseFile {
  private final Path file;

  /**
   * @param folder the folder of the frontier
   */
  public PauseFile(Path folder) {
    this.file = folder.resolve("pause");
  }

  /** Returns whether the crawl should pause. */
  public boolean isWished() {
    return Files.exists(file);
  }

  /** Wishes that it pause. */
  public void wish() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[0]);
  }

  /** Takes the wish back; returns whether there was one. */
  public boolean takeBack() throws IOException {
    return Files.deleteIfExists(file);
  }
}
