package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Mandate;
import org.vigie.casework.Restriction;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.LaterRecords;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.erase.ErasureOrder;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.stream.EraseStep;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** What was erased and restricted after a backup, done again to the workspace made of it. */
final class LaterErasures {
  /** Ids in one line of the audit log. */
  private static final int IN_A_LINE = 100;

  private final Environment environment;
  private final Workspace known;
  private final Optional<Mandate> offered;

  /**
   * @param known what knows of it: the workspace that is replaced, or a later backup
   * @param offered the mandate to do it under; else that of the restored workspace
   */
  LaterErasures(Environment environment, Workspace known, Optional<Mandate> offered) {
    this.environment = environment;
    this.known = known;
    this.offered = offered;
  }

  /** Does all of it again, and says what. */
  void apply(Workspace restored) throws IOException, InterruptedException {
    LaterRecords later =
        LaterRecords.of(known, restored.root())
            .missingIn(LaterRecords.of(restored, restored.root()));
    if (!later.cases().isEmpty() && !LaterRecords.areOfOneWorkspace(known, restored)) {
      later = later.withoutCases();
      environment
          .err()
          .println(
              "Cases erased in %s are not erased again: its audit log begins differently, so their numbers may mean other cases."
                  .formatted(environment.shown(known.root())));
    }
    if (!later.isEmpty()) {
      LogKeyOption.requireFor(environment, restored);
      Mandate mandate = new MandateCheck(environment).find(restored, offered, "restore");
      log(restored, later, mandate);
      later.note(restored, environment.clock());
      erase(restored, later.erased(), mandate);
    }
    say(later);
  }

  private void erase(Workspace restored, ErasedAdverts erased, Mandate mandate)
      throws IOException, InterruptedException {
    if (erased.until().isEmpty()) {
      return;
    }
    Settings settings = Settings.of(restored, environment);
    ApprovedModels.of(restored, settings).require(settings.run().models());
    Logs.into(restored);
    EraseStep step = new EraseStep(environment, mandate, true);
    for (ErasureOrder order : orders(erased)) {
      step.erase(restored, settings, order);
    }
  }

  /**
   * Returns the orders: one for what was erased for good, one for that whose time was up. The
   * backup is older than the first of these, so that time does for all.
   */
  private List<ErasureOrder> orders(ErasedAdverts erased) {
    List<String> forGood = new ArrayList<>();
    List<String> overdue = new ArrayList<>();
    Instant first = environment.clock().instant();
    for (Map.Entry<String, Instant> advert : erased.until().entrySet()) {
      if (advert.getValue().equals(ErasedAdverts.FOR_GOOD)) {
        forGood.add(advert.getKey());
      } else {
        overdue.add(advert.getKey());
        first = advert.getValue().isBefore(first) ? advert.getValue() : first;
      }
    }
    List<ErasureOrder> orders = new ArrayList<>();
    if (!forGood.isEmpty()) {
      orders.add(new ErasureOrder(forGood, environment.clock().instant()));
    }
    if (!overdue.isEmpty()) {
      // Nothing else is so old that it goes with them: that is for ./vigie retention to say.
      orders.add(new ErasureOrder(overdue, first, Instant.EPOCH));
    }
    return orders;
  }

  private void log(Workspace restored, LaterRecords later, Mandate mandate) {
    AuditLog log = new MandateCheck(environment).auditLog(restored);
    List<String> ids = new ArrayList<>(later.erased().ids());
    ids.sort(null);
    ids.addAll(later.cases());
    for (int from = 0; from < ids.size(); from += IN_A_LINE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IN_A_LINE));
      append(log, "erase", "again after a restore: " + String.join(" ", some), mandate);
    }
    for (Restriction restriction : later.restrictions()) {
      append(
          log,
          "restrict",
          "again after a restore: %s on the ground of %s"
              .formatted(restriction.subject().key(), restriction.ground().label()),
          mandate);
    }
  }

  private void append(AuditLog log, String command, String detail, Mandate mandate) {
    log.append(environment.clock().instant(), environment.logged(), command, detail, mandate);
  }

  private void say(LaterRecords later) {
    String where = environment.shown(known.root());
    if (later.isEmpty()) {
      environment
          .out()
          .printf("Nothing was erased or restricted after the backup, as %s has it.%n", where);
      return;
    }
    environment
        .out()
        .printf(
            "As %s has it, so again: %s and %s erased, %s.%n",
            where,
            Words.count(later.erased().ids().size(), "advert", "adverts"),
            Words.count(later.cases().size(), "case", "cases"),
            Words.count(later.restrictions().size(), "restriction", "restrictions"));
  }
}
