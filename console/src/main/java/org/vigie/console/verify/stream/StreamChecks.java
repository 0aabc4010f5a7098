package org.vigie.console.verify.stream;

import java.nio.file.Path;
import java.util.List;
import org.vigie.console.verify.Check;

/** All checks of the stream. */
public final class StreamChecks {
  private StreamChecks() {}

  /**
   * @param models folder of lexicons, taxonomy and models
   */
  public static List<Check> all(Path models) {
    return List.of(
        new StreamKillCheck(models),
        new StreamFailpointCheck(models),
        new StreamStopCheck(models),
        new StoreFailpointCheck(models),
        new SecondProcessCheck(models),
        new ZombieCheck(models),
        new ClusterKillCheck(models),
        new AlertShareCheck(models));
  }
}
