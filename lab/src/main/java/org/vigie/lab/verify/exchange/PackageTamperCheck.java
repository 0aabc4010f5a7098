package org.vigie.lab.verify.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** A change to an evidence package is found by its verification, whatever is changed. */
final class PackageTamperCheck implements Check {
  /** Changes of a run: 10,000 at a hundred runs. */
  private static final int PER_RUN = 100;

  /** Every so many changes, a shell looks too. */
  private static final int A_SHELL = 10;

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
    VerifyByShell shell =
        VerifyByShell.isPossible()
            ? new VerifyByShell(
                bag.resolve("VERIFY.md"), Files.createDirectory(folder.resolve("sh")))
            : null;
    Random random = new Random(effort.seed());
    Tally tally = new Tally();
    tally.count("changed", 0);
    tally.count("found", 0);
    for (int run = 0; run < effort.runs(); run++) {
      watcher.at(run, effort.runs());
      for (int i = 0; i < PER_RUN; i++) {
        tamper(bag, invented.signer(), i % A_SHELL == 0 ? shell : null, random, tally);
      }
    }
    tally.require(isWhole(bag, invented.signer()), "a package put back must verify, but doesn't");
    if (shell == null) {
      tally.count("shell skipped, without openssl", 1);
    } else {
      tally.require(shell.isWhole(bag), "a package put back must verify by VERIFY.md, but doesn't");
    }
    return tally;
  }

  private static void tamper(
      Path bag, String signer, @Nullable VerifyByShell shell, Random random, Tally tally)
      throws Exception {
    Tampering tampering = Tampering.of(bag, random);
    boolean isFound = !isWhole(bag, signer);
    boolean isFoundByShell = shell != null && !shell.isWhole(bag);
    tampering.undo().run();
    tally.count("changed", 1);
    tally.count("found", isFound ? 1 : 0);
    tally.count(tampering.kind().name().toLowerCase(Locale.ROOT), 1);
    tally.require(isFound, "%s must be found, but wasn't", tampering.what());
    if (shell != null) {
      tally.count("shell tried", 1);
      tally.count("shell found", isFoundByShell ? 1 : 0);
      tally.require(isFoundByShell, "%s must be found by VERIFY.md, but wasn't", tampering.what());
    }
  }

  private static boolean isWhole(Path bag, String signer) throws Exception {
    return BagCheck.check(bag, signer).problems().isEmpty();
  }
}
