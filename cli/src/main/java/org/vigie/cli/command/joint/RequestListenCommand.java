package org.vigie.cli.command.joint;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.line.LetterLine;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.cli.command.option.ListenOptions;
import org.vigie.cli.progress.CleanStop;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie request listen}. */
@Command(
    name = "listen",
    description = "Take letters from partners' consoles until Ctrl-C",
    footer = {
      "",
      "TLS 1.3, on which both sides show their certificates: only partners with a line in",
      "deconflict.yaml get in. Letters wait in exchange/arrived until ./vigie request open; 100 at",
      "most, 20 of one partner, of at most 256 MB each. ./vigie serve takes them too if",
      "web.letters-at of vigie.yaml says where."
    })
public final class RequestListenCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private ListenOptions listen = new ListenOptions(8_490);

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestListenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ListenAddress address = listen.address();
    Workspace workspace = options.workspace(environment);
    Mandate mandate =
        options
            .reading()
            .pass(environment, AuditEvent.of("request listen", "port=" + address.port()));
    LetterReceiver receiver = new LetterReceiver(environment, workspace, () -> mandate);
    try (LetterLine line = receiver.start(address);
        CleanStop stop = CleanStop.of(environment, "./vigie request listen starts it again")) {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.OK.code();
  }
}
