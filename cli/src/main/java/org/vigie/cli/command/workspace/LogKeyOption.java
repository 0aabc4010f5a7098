package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.LaterRecords;
import org.vigie.casework.custody.LogKeyFiles;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Option;

/** Where the private key of a restored audit log is from, which a plain backup lacks. */
final class LogKeyOption {
  @Option(
      names = "--audit-key",
      paramLabel = "FILE",
      description =
          "The private key of the audit log, which a backup in a folder lacks. Default: that of the"
              + " workspace in use, if the backup is one of it")
  private @Nullable String file;

  /**
   * Puts the key in its place, unless it is there.
   *
   * @param restored a workspace that is not in its place yet
   * @return whether its log can be appended to
   * @throws UserError if what was named isn't the private half of its key
   */
  boolean bring(Environment environment, Workspace restored) throws IOException {
    AuditSeal seal;
    try {
      seal = seal(environment, restored);
    } catch (UserError e) {
      // Nobody could mend a signed file that stopped its own restore.
      environment
          .err()
          .println("To be mended in the new workspace before anything is done there: " + told(e));
      return true;
    }
    LogKeyFiles keys = new LogKeyFiles(seal);
    return !keys.lack() || bring(environment, restored, keys);
  }

  private static String told(UserError e) {
    return SafeText.line(String.valueOf(e.getMessage()));
  }

  private boolean bring(Environment environment, Workspace restored, LogKeyFiles keys)
      throws IOException {
    Optional<Path> from =
        file == null ? keyInUse(environment, restored, keys) : Optional.of(environment.path(file));
    // What a backup says of places elsewhere isn't taken on trust.
    if (from.isEmpty() || !keys.areIn(restored.root())) {
      return false;
    }
    keys.bring(from.get());
    return true;
  }

  /**
   * Requires that the log of a restored workspace can say what is done there.
   *
   * @throws UserError if its key isn't there
   */
  static void requireFor(Environment environment, Workspace restored) throws IOException {
    if (new LogKeyFiles(seal(environment, restored)).lack()) {
      throw UserError.ofInput(
          "what was erased or restricted since is so again once the audit log says it, but its"
              + " private key isn't in the backup: restore with --audit-key; nothing was restored");
    }
  }

  /** Says what to bring, and what to do where there is none any more. */
  void sayMissing(Environment environment, Workspace restored) {
    String key = environment.shown(seal(environment, restored).key());
    environment
        .err()
        .println(
            ("The private key of the audit log isn't in the backup, so nothing can be logged, and"
                    + " nothing is done in the new workspace until it is there: put it at %1$s, or"
                    + " restore with --audit-key. If it is lost, make another: openssl genpkey"
                    + " -algorithm ed25519 -out %1$s; openssl pkey -in %1$s -pubout -out %1$s.pub."
                    + " ./vigie audit verify then says from where on another key signs.")
                .formatted(key));
  }

  /** It may have been replaced since, and then stays beside its successor. */
  private static Optional<Path> keyInUse(
      Environment environment, Workspace restored, LogKeyFiles needing) throws IOException {
    Workspace inUse = new WorkspaceOption().in(environment);
    if (!LaterRecords.areOfOneWorkspace(inUse, restored)) {
      return Optional.empty();
    }
    try {
      return new LogKeyFiles(seal(environment, inUse)).neededBy(needing);
    } catch (UserError e) {
      environment
          .err()
          .println("The audit log's key isn't taken from the workspace in use: " + told(e));
      return Optional.empty();
    }
  }

  private static AuditSeal seal(Environment environment, Workspace workspace) {
    return AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit());
  }
}
