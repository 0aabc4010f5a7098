package org.vigie.cli.command.joint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LineCertificates;
import org.vigie.casework.line.LetterLine;
import org.vigie.casework.line.LineTls;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;

/**
 * The side of a console on which letters of partners arrive: those alone are let in whose
 * certificate {@code deconflict.yaml} names, and each letter is logged before it is kept.
 */
public final class LetterReceiver implements LetterLine.Receipt {
  private final Environment environment;
  private final Workspace workspace;
  private final Supplier<Mandate> mandate;

  /**
   * @param mandate under which letters are taken, asked for each
   */
  public LetterReceiver(Environment environment, Workspace workspace, Supplier<Mandate> mandate) {
    this.environment = environment;
    this.workspace = workspace;
    this.mandate = mandate;
  }

  /**
   * Begins to take letters, and says where.
   *
   * @throws UserError if there is no certificate to show, or the address can't be listened on
   */
  public LetterLine start(ListenAddress address) throws IOException {
    LetterBox box = new LetterBox(workspace.root());
    LineCertificates.Pair own = new LineCertificates(box).inUse(environment.clock().instant());
    SSLContext tls = LineTls.of(own.key(), own.certificate(), this::isKnown, environment.clock());
    LetterLine line = start(tls, address, box);
    environment
        .out()
        .println("Letters are taken at %s:%d until Ctrl-C.".formatted(address.host(), line.port()));
    return line;
  }

  private LetterLine start(SSLContext tls, ListenAddress address, LetterBox box) {
    try {
      return LetterLine.start(tls, address.host(), address.port(), box.arrived(), this);
    } catch (IOException e) {
      throw UserError.ofInput(
          "letters must be taken at %s:%d, but can't be (%s); is ./vigie request listen or another console there already?"
              .formatted(
                  SafeText.line(address.host()),
                  address.port(),
                  SafeText.line(String.valueOf(e.getMessage()))));
    }
  }

  private boolean isKnown(String shown) {
    try {
      return partners().ofLine(shown).isPresent();
    } catch (UserError e) {
      tell("nobody is let in: " + e.getMessage());
      return false;
    }
  }

  /** Logs a letter before it is kept; without a mandate that holds none is. */
  @Override
  public void arriving(String shown, String hash, Path place) {
    try {
      log(shown, hash, place);
    } catch (RuntimeException e) {
      refusing(shown, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void log(String shown, String hash, Path place) {
    Instant now = environment.clock().instant();
    Mandate held = mandate.get();
    String partner = partners().ofLine(shown).orElseThrow().name();
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(
            now,
            environment.logged(),
            AuditEvent.of("letter arrived", "line=" + shown)
                .handingOut(hash)
                .because(held.purpose()),
            held.requireValid(now));
    environment
        .out()
        .println(
            "A letter of %s: ./vigie request open %s"
                .formatted(SafeText.line(partner), environment.shown(place)));
  }

  @Override
  public void refusing(String shown, String why) {
    tell("a partner's letter isn't kept: " + why);
  }

  private DeconflictFile partners() {
    return DeconflictFile.read(workspace.root());
  }

  private void tell(String problem) {
    environment.err().println("vigie: " + SafeText.line(problem));
  }
}
