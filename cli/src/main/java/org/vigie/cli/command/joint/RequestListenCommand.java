package org.vigie.cli.command.joint;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.vigie.advert.Mandate;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LineCertificates;
import org.vigie.casework.line.LetterLine;
import org.vigie.casework.line.LineTls;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.progress.CleanStop;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie request listen}. */
@Command(
    name = "listen",
    description = "Take letters from partners' consoles until Ctrl-C",
    footer = {
      "",
      "TLS 1.3, on which both sides show their certificates: only partners with a line in",
      "deconflict.yaml get in. Letters wait in exchange/arrived until ./vigie request open; 100 at",
      "most, 20 of one partner, of at most 256 MB each."
    })
public final class RequestListenCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  private final Environment environment;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}")
  private int port = 8_490;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Address of this machine to listen on. Default: ${DEFAULT-VALUE}")
  private String address = "127.0.0.1";

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestListenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--port", port, 0, HIGHEST_PORT);
    Workspace workspace = options.workspace(environment);
    LetterBox box = new LetterBox(workspace.root());
    LineCertificates.Pair own = new LineCertificates(box).inUse(environment.clock().instant());
    Mandate mandate =
        options.reading().pass(environment, AuditEvent.of("request listen", "port=" + port));
    SSLContext tls = LineTls.of(own.key(), own.certificate(), this::isKnown, environment.clock());
    try (LetterLine line =
            LetterLine.start(tls, address, port, box.arrived(), receipt(workspace, mandate));
        CleanStop stop = CleanStop.of(environment, "./vigie request listen starts it again")) {
      environment
          .out()
          .println("Letters are taken at %s:%d until Ctrl-C.".formatted(address, line.port()));
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.OK.code();
  }

  private LetterLine.Receipt receipt(Workspace workspace, Mandate mandate) {
    return new LetterLine.Receipt() {
      @Override
      public void arriving(String shown, String hash, Path place) {
        try {
          RequestListenCommand.this.arriving(workspace, mandate, shown, hash, place);
        } catch (RuntimeException e) {
          refusing(shown, String.valueOf(e.getMessage()));
          throw e;
        }
      }

      @Override
      public void refusing(String shown, String why) {
        tell("a partner's letter isn't kept: " + why);
      }
    };
  }

  private boolean isKnown(String shown) {
    try {
      return options.partners(environment).ofLine(shown).isPresent();
    } catch (UserError e) {
      tell("nobody is let in: " + e.getMessage());
      return false;
    }
  }

  private void tell(String problem) {
    environment.err().println("vigie: " + SafeText.line(problem));
  }

  /** Logs a letter before it is kept; without a mandate that holds none is. */
  private void arriving(
      Workspace workspace, Mandate mandate, String shown, String hash, Path place) {
    var now = environment.clock().instant();
    String partner = options.partners(environment).ofLine(shown).orElseThrow().name();
    new MandateDesk(environment)
        .auditLog(workspace)
        .append(
            now,
            environment.user(),
            AuditEvent.of("letter arrived", "line=" + shown)
                .handingOut(hash)
                .because(mandate.purpose()),
            mandate.requireValid(now));
    environment
        .out()
        .println(
            "A letter of %s: ./vigie request open %s"
                .formatted(SafeText.line(partner), environment.shown(place)));
  }
}
