package org.vigie.training.figures;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where models and data lie.
 *
 * @param models the models folder
 * @param model name of the recruitment model to measure
 * @param data the folder of data outside the repository, which may not exist
 */
public record Places(Path models, String model, Path data) {
  /** Labelled adverts that the recruitment model is trained on and measured with. */
  Path labelled() {
    return data.resolve("job-ads").resolve("emscad_dev.jsonl.gz");
  }

  boolean isThere(String path) {
    return Files.exists(data.resolve(path));
  }

  static String absent(String path) {
    return path + " is absent";
  }
}
