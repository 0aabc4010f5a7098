package org.vigie.lab.verify.custody;

import java.util.List;
import org.vigie.lab.verify.BackupCrawlCheck;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.FullDiskCrawlCheck;

/** All checks of custody. */
public final class CustodyChecks {
  private CustodyChecks() {}

  public static List<Check> all() {
    return List.of(
        new TamperCheck(),
        new PutBackCheck(),
        new FullDiskCheck(),
        new RestoreCheck(),
        new LostPartsCheck(),
        new BudgetCheck(),
        new OneAdminCheck(),
        new LinksCheck(),
        new FloodCheck(),
        new FullDiskServeCheck(),
        new FullDiskCommandsCheck(),
        new FullDiskCrawlCheck(),
        new BackupCrawlCheck(),
        new RightsCheck(),
        new DiskImageCheck(),
        new BitFlipCheck());
  }
}
