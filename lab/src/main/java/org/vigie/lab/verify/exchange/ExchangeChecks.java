package org.vigie.lab.verify.exchange;

import java.nio.file.Path;
import java.util.List;
import org.vigie.lab.verify.Check;

/** All checks of what goes to partners and comes from them. */
public final class ExchangeChecks {
  private ExchangeChecks() {}

  /**
   * Returns them.
   *
   * @param home of Vigie, with its models
   * @param data folder of public data, of which each authority's part may be missing
   */
  public static List<Check> all(Path home, Path data) {
    return List.of(
        new PackageTamperCheck(),
        new AuthorityCheck(data, AuthorityCheck.all(home.resolve("models"))),
        new RoundTripCheck(),
        new DeconflictCheck(),
        new DeconflictSpeedCheck(),
        new GuessingCheck(),
        new StatisticsCheck(),
        new OfferCheckerCheck(home),
        new OfferPageCheck(home),
        new PreserveCheck(home));
  }
}
