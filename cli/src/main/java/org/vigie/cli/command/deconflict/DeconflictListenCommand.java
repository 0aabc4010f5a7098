package org.vigie.cli.command.deconflict;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.line.QuestionLine;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.cli.command.custody.EvidenceKeyOption;
import org.vigie.cli.command.option.ListenOptions;
import org.vigie.cli.progress.CleanStop;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie deconflict listen}. */
@Command(
    name = "listen",
    description = "Answer partners' requests as their consoles send them, until Ctrl-C",
    footer = {
      "",
      "TLS 1.3, on which both sides show their certificates: only partners with a line in",
      "deconflict.yaml get in. What holds for ./vigie deconflict answer holds here: a reviewer grants",
      "each request on the page of exports, and the partner sends it again within 24 hours. 20",
      "requests of one partner wait at most. Without --contacts or --query, contacts of all open",
      "cases are compared."
    })
public final class DeconflictListenCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private ListenOptions listen = new ListenOptions(8_491);

  @Mixin private EvidenceKeyOption keyOption = new EvidenceKeyOption();

  @Mixin private DeconflictContacts contacts = new DeconflictContacts();

  public DeconflictListenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ListenAddress address = listen.address();
    Workspace workspace = contacts.workspace(environment);
    SigningKey key = SigningKey.read(keyOption.file(environment, workspace));
    contacts.pass(environment, AuditEvent.of("deconflict listen", "port=" + address.port()));
    OnlineResponder responder = new OnlineResponder(environment, workspace, contacts, key);
    try (QuestionLine line = responder.start(address);
        CleanStop stop = CleanStop.of(environment, "./vigie deconflict listen starts it again")) {
      environment
          .out()
          .println(
              "Requests are taken at %s:%d until Ctrl-C.".formatted(address.host(), line.port()));
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.OK.code();
  }
}
