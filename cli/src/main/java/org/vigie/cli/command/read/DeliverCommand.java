package org.vigie.cli.command.read;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.advert.Alert;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DeliverySettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.delivery.AlertSink;
import org.vigie.casework.delivery.Delivery;
import org.vigie.casework.delivery.Sinks;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceLock;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie deliver}. */
@Command(
    name = "deliver",
    description = "Tell of new alerts by file, webhook and e-mail, as vigie.yaml says",
    footer = {
      "",
      "Each alert is told once to each, and again when its severity rises. What can't be delivered"
          + " in",
      "five attempts is kept in delivery/undelivered.jsonl; if a sink is down, the rest waits for"
          + " the next",
      "time. Type it after each run, or let cron do it."
    })
public final class DeliverCommand implements Callable<Integer> {
  /** Alerts that are looked at, most severe and newest first. */
  private static final int MOST = 100_000;

  private final Environment environment;

  @Option(
      names = "--if-named",
      description = "Do nothing, and end in order, where vigie.yaml names nobody to tell")
  private boolean ifNamed;

  @Mixin private Reading reading = new Reading();

  public DeliverCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    DeliverySettings settings = Settings.of(reading.workspace(environment), environment).delivery();
    if (settings.isEmpty() && ifNamed) {
      return Exit.OK.code();
    }
    if (settings.isEmpty()) {
      throw UserError.ofInput(
          "vigie.yaml: deliver must name a file, a webhook or a mail server, but names none");
    }
    AuditEvent event =
        AuditEvent.of("deliver", "")
            .disclosing(new Disclosure(settings.recipient(), "decided by " + settings.reviewer()));
    try (Reading.Opened opened =
        reading.look(environment, event, mandate -> requireDecided(settings, mandate))) {
      Workspace workspace = opened.workspace();
      List<AlertSink> sinks = Sinks.of(settings, workspace.root(), environment.clock());
      List<Alert> alerts = opened.index().alerts(MOST);
      Delivery delivery =
          new Delivery(workspace.delivery(), environment.clock(), time -> Thread.sleep(time));
      int missed = 0;
      // Two at a time would each tell of what the other tells of.
      try (WorkspaceLock lock = WorkspaceLock.takeDelivery(workspace)) {
        if (delivery.isDue(sinks, alerts, opened.index()::currentAlertId)) {
          reading.pass(environment, event);
        }
        for (AlertSink sink : sinks) {
          Delivery.Outcome outcome =
              delivery.tell(sink, alerts, opened.index()::currentAlertId, before(opened));
          missed += outcome.dead() + outcome.left();
          environment.out().println(shown(sink, outcome));
        }
      }
      return (missed > 0 ? Exit.DEAD_LETTERS : Exit.OK).code();
    }
  }

  /** Whoever decided whom to tell did so under one mandate, and not for any that follows. */
  private static void requireDecided(DeliverySettings settings, Mandate mandate) {
    if (!settings.mandate().equals(mandate.id())) {
      throw UserError.ofMandate(
          "vigie.yaml: deliver.mandate must be the mandate in use, %s, under which its reviewer decided whom to tell, but is %s"
              .formatted(mandate.id(), settings.mandate()));
    }
  }

  /**
   * The log has what each sink gets before it does, the ids in it and its hash, and says so where
   * the sink didn't take it.
   */
  private static Delivery.Before before(Reading.Opened opened) {
    return new Delivery.Before() {
      @Override
      public void leaves(AlertSink sink, Alert alert, String content) {
        log(sink.name(), content);
      }

      @Override
      public void stayed(AlertSink sink, Alert alert, String content) {
        log(sink.name() + ", which is not known to have taken it", content);
      }

      private void log(String detail, String content) {
        opened.screen().log(detail, ShownIds.in(content), Sha256.of(content));
      }
    };
  }

  private static String shown(AlertSink sink, Delivery.Outcome outcome) {
    String sent = sink.name() + ": told of " + Words.count(outcome.sent(), "alert", "alerts");
    String dead =
        outcome.dead() == 0 ? "" : "; " + Words.number(outcome.dead()) + " could not be delivered";
    String left =
        outcome.left() == 0
            ? ""
            : "; it seems to be down, and " + Words.number(outcome.left()) + " wait";
    return sent + dead + left;
  }
}
