package org.vigie.lab.verify.custody;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.Vigie;
import org.vigie.pipeline.workspace.Workspace;

/** Somebody who types commands in a folder, which this process carries out. */
public final class CommandLineUser {
  private final Path home;
  private final Path folder;
  private final String name;
  private final Clock clock;

  CommandLineUser(Path folder, String name, Clock clock) {
    this(Path.of(System.getProperty("vigie.home", "")).toAbsolutePath(), folder, name, clock);
  }

  /**
   * @param home of Vigie
   * @param folder in which they type
   * @param name theirs
   */
  public CommandLineUser(Path home, Path folder, String name, Clock clock) {
    this.home = home;
    this.folder = folder;
    this.name = name;
    this.clock = clock;
  }

  /** Returns the workspace of the folder. */
  public Workspace workspace() {
    return new Workspace(folder.resolve("vigie-workspace"));
  }

  /** Returns the log of the workspace. */
  AuditTrail trail() {
    AuditSeal seal =
        AuditSeal.of(
            workspace(),
            Settings.of(
                    workspace(),
                    environment(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()))
                .custody()
                .audit());
    return new AuditTrail(MandateCheck.log(workspace()), seal.heads(), seal.publicKey());
  }

  /**
   * How a command ended.
   *
   * @param code 0 if well
   * @param err what it said beside its output
   */
  record Ended(int code, String out, String err) {}

  /** Carries out a command. */
  Ended type(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Vigie.execute(environment(out, err), words);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Returns what a command printed, unless it was refused. */
  public Optional<String> typed(String... words) {
    Ended ended = type(words);
    return ended.code() == 0 ? Optional.of(ended.out()) : Optional.empty();
  }

  /** Types what must end well. */
  public void require(String... words) throws IOException {
    if (typed(words).isEmpty()) {
      throw new IOException(words[0] + " must end well, but didn't");
    }
  }

  private Environment environment(OutputStream out, OutputStream err) {
    return new Environment(
        home,
        folder,
        Map.of(),
        name,
        clock,
        new Environment.Streams(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Environment.Terminals(false, false, false)));
  }
}
