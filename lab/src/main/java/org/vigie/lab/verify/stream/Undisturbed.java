package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vigie.lab.verify.Tally;

/**
 * What a run finds that nobody disturbs: made once for all checks that hand in the same adverts.
 */
final class Undisturbed {
  private final Path models;
  private final Map<Long, StreamFindings> bySeed = new HashMap<>();

  /**
   * @param models folder of lexicons, taxonomy and models
   */
  Undisturbed(Path models) {
    this.models = models;
  }

  Path models() {
    return models;
  }

  /**
   * Returns what is found of the adverts of a seed.
   *
   * @param folder where it may run
   */
  synchronized StreamFindings of(long seed, List<Path> inputs, Path folder)
      throws IOException, InterruptedException {
    StreamFindings known = bySeed.get(seed);
    if (known == null) {
      StreamTrial trial = new StreamTrial(models, folder, "", new Random(0), new Tally());
      trial.accept(inputs);
      trial.finish();
      known = trial.findings();
      bySeed.put(seed, known);
    }
    return known;
  }
}
