package org.vigie.cli.command.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.pipeline.RunProgress;

/**
 * The wait for models that have no image yet: reading them takes many seconds, in which a bar
 * stands still.
 */
final class ModelWait {
  private static final String LINE =
      "reading the models; this takes longer the first time, and after a change of models";

  private final Environment environment;
  private final Path models;
  private boolean looked;

  /**
   * @param models folder of the models
   */
  ModelWait(Environment environment, Path models) {
    this.environment = environment;
    this.models = models;
  }

  /** Returns the line for a terminal that says so, once, if nothing was read so far. */
  Optional<String> line(RunProgress progress) {
    boolean isFirst = !looked;
    looked = true;
    return isFirst && progress.bytesRead() == 0 && environment.terminals().err() && !haveImage()
        ? Optional.of(LINE)
        : Optional.empty();
  }

  private boolean haveImage() {
    Optional<ImageFolder> images = ImageFolder.ofProcess();
    try {
      return images.isPresent() && images.get().has(Manifest.read(models).bytes());
    } catch (IOException e) {
      return false; // what is wrong with the models, the stream says when it reads them
    }
  }
}
