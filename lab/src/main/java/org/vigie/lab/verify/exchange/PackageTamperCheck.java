package org.vigie.lab.verify.exchange;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** A change to an evidence package is found by its verification, whatever is changed. */
final class PackageTamperCheck implements Check {
  /** Changes of a run: 10,000 at a hundred runs. */
  private static final int PER_RUN = 100;

  @Override
  public String name() {
    return "package";
  }

  @Override
  public String promise() {
    return "Each change to an evidence package is found";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    InventedPackage invented = new InventedPackage(folder);
    Path bag = invented.write(new InventedLeads(effort.seed(), 5));
    Random random = new Random(effort.seed());
    Tally tally = new Tally();
    tally.count("changed", 0);
    tally.count("found", 0);
    for (int run = 0; run < effort.runs(); run++) {
      watcher.at(run, effort.runs());
      for (int i = 0; i < PER_RUN; i++) {
        tamper(bag, invented.signer(), random, tally);
      }
    }
    tally.require(isWhole(bag, invented.signer()), "a package put back must verify, but doesn't");
    return tally;
  }

  private static void tamper(Path bag, String signer, Random random, Tally tally) throws Exception {
    Tampering tampering = Tampering.of(bag, random);
    boolean isFound = !isWhole(bag, signer);
    tampering.undo().run();
    tally.count("changed", 1);
    tally.count("found", isFound ? 1 : 0);
    tally.count(tampering.kind().name().toLowerCase(Locale.ROOT), 1);
    tally.require(isFound, "%s must be found, but wasn't", tampering.what());
  }

  private static boolean isWhole(Path bag, String signer) throws Exception {
    return BagCheck.check(bag, signer).problems().isEmpty();
  }
}
