package org.vigie.casework.mandate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.error.UserErrors;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/** Lets an act under a mandate pass: no valid mandate or no log, no act. */
public final class MandateCheck {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private final Environment environment;

  public MandateCheck(Environment environment) {
    this.environment = environment;
  }

  /**
   * Lets an act pass: returns its mandate after logging its use.
   *
   * @param offered the mandate named on the command line, if there is one
   * @param command what is asked for
   * @param detail what in particular, or empty
   * @throws UserError if there is no valid mandate, or its use can't be logged
   */
  public Mandate pass(
      Workspace workspace, Optional<Mandate> offered, String command, String detail) {
    return pass(workspace, offered, command, detail, mandate -> {});
  }

  /**
   * Lets an act pass that asks more of its mandate than to be valid.
   *
   * @param demand throws if the mandate doesn't cover the act
   */
  public Mandate pass(
      Workspace workspace,
      Optional<Mandate> offered,
      String command,
      String detail,
      Consumer<Mandate> demand) {
    return pass(workspace, offered, AuditEvent.of(command, detail), demand);
  }

  /** As above, for a deed of which more is known. */
  public Mandate pass(
      Workspace workspace, Optional<Mandate> offered, AuditEvent event, Consumer<Mandate> demand) {
    Instant now = environment.clock().instant();
    Mandate mandate = require(workspace, offered, event.command(), demand);
    auditLog(workspace)
        .append(now, environment.logged(), event.because(mandate.purpose()), mandate);
    keep(workspace, mandate);
    return mandate;
  }

  /**
   * Returns the mandate under which a job looks whether there is anything to do, without logging
   * anything: one that runs each minute would fill the log of what people do. What it then does has
   * to pass.
   *
   * @throws UserError if there is no valid mandate
   */
  public Mandate require(
      Workspace workspace, Optional<Mandate> offered, String command, Consumer<Mandate> demand) {
    Mandate mandate = find(workspace, offered, command).requireValid(environment.clock().instant());
    demand.accept(mandate);
    return mandate;
  }

  /**
   * Returns the mandate that an act would need, without logging anything, for looking ahead.
   *
   * @throws UserError if there is none
   */
  public Mandate find(Workspace workspace, Optional<Mandate> offered, String command) {
    return offered.orElseGet(() -> ofWorkspace(workspace, command));
  }

  /** Returns the audit log of a workspace, sealed as its settings say. */
  public AuditLog auditLog(Workspace workspace) {
    return new AuditLog(
        log(workspace),
        AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit()),
        workspace.database());
  }

  /** Returns the file of the audit log of a workspace. */
  public static Path log(Workspace workspace) {
    return workspace.audit().resolve("audit.jsonl");
  }

  private Mandate ofWorkspace(Workspace workspace, String command) {
    if (!Files.exists(workspace.mandate())) {
      throw UserErrors.ofMandate(
          Finding.of("mandate-missing")
              .with("command", command)
              .with("workspace", environment.shown(workspace.root())));
    }
    return MandateFile.read(workspace.mandate(), environment.shown(workspace.mandate()));
  }

  private void keep(Workspace workspace, Mandate mandate) {
    Path file = workspace.mandates().resolve(mandate.id() + ".json");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(workspace.mandates());
        Path unfinished = Files.createTempFile(workspace.mandates(), mandate.id(), ".part");
        JSON.writeValue(unfinished.toFile(), mandate);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw UserErrors.ofInput(
          AlertLine.of(
              Finding.of("file-not-writable")
                  .with("file", environment.shown(workspace.mandates()))),
          e);
    }
  }
}
