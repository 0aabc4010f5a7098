package org.vigie.lab.verify.stream;

import java.nio.file.Path;
import java.util.List;
import org.vigie.lab.verify.Check;

/** All checks of the stream. */
public final class StreamChecks {
  private StreamChecks() {}

  /**
   * @param models folder of lexicons, taxonomy and models
   */
  public static List<Check> all(Path models) {
    return all(models, new Undisturbed(models));
  }

  /** Returns them, to be held against what is found of their adverts already. */
  static List<Check> all(Path models, Undisturbed undisturbed) {
    return List.of(
        new StreamKillCheck(undisturbed),
        new StreamFailpointCheck(undisturbed),
        new StreamStopCheck(undisturbed),
        new StoreFailpointCheck(undisturbed),
        new SecondProcessCheck(undisturbed),
        new ZombieCheck(undisturbed),
        new ClusterKillCheck(undisturbed),
        new AlertShareCheck(models));
  }
}
