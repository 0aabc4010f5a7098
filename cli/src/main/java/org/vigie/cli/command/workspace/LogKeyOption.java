package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.LaterRecords;
import org.vigie.casework.custody.LogKeyFiles;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeyPairFiles;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Option;

/** Where the private keys of a restored audit log are from, which a plain backup lacks. */
final class LogKeyOption {
  @Option(
      names = "--audit-key",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "The private key of the audit log, which a backup in a folder lacks, with former ones"
              + " (.former-1 and so on) that lie beside it or are named, too. Default: those of the"
              + " workspace in use, if the backup is one of it")
  private List<String> files = List.of();

  /**
   * Puts the keys in their places, unless they are there.
   *
   * @param restored a workspace that is not in its place yet
   * @return whether its settings say what those places are
   * @throws UserError if what was named isn't the private half of one of its keys
   */
  boolean bring(Environment environment, Workspace restored) throws IOException {
    LogKeyFiles keys;
    try {
      keys = LogKeyFiles.of(seal(environment, restored));
    } catch (UserError e) {
      // Nobody could mend a signed file that stopped its own restore.
      environment
          .err()
          .println("To be mended in the new workspace before anything is done there: " + told(e));
      return false;
    }
    // What a backup says of places elsewhere isn't taken on trust.
    if (keys.areIn(restored.root())) {
      if (files.isEmpty()) {
        bringThoseInUse(environment, restored, keys);
      }
      for (String file : files) {
        bring(environment.path(file), keys);
      }
    }
    return true;
  }

  private static String told(UserError e) {
    return SafeText.line(String.valueOf(e.getMessage()));
  }

  private static void bring(Path named, LogKeyFiles keys) throws IOException {
    if (!keys.bring(named)) {
      throw UserError.ofInput(
          "%s must be the private half of the audit log's key, or of a former one, but isn't: nothing was restored"
              .formatted(named));
    }
    for (KeyPairFiles former : new KeyPairFiles(named).former()) {
      keys.bring(former.key());
    }
  }

  /** The key may have been replaced since, and then stays beside its successor. */
  private static void bringThoseInUse(Environment environment, Workspace restored, LogKeyFiles keys)
      throws IOException {
    Workspace inUse = new WorkspaceOption().in(environment);
    if (!LaterRecords.areOfOneWorkspace(inUse, restored)) {
      return;
    }
    try {
      for (Path key : LogKeyFiles.of(seal(environment, inUse)).present()) {
        keys.bring(key);
      }
    } catch (UserError e) {
      environment
          .err()
          .println("The audit log's key isn't taken from the workspace in use: " + told(e));
    }
  }

  /**
   * Requires that the log of a restored workspace can say what is done there.
   *
   * @throws UserError if its key isn't there
   */
  static void requireFor(Environment environment, Workspace restored) throws IOException {
    if (seal(environment, restored).lacksKey(MandateCheck.log(restored))) {
      throw UserError.ofInput(
          "what was erased or restricted since is so again once the audit log says it, but its"
              + " private key isn't in the backup: restore with --audit-key; nothing was restored");
    }
  }

  /** Says which keys to bring, and what to do where there is none any more. */
  void sayMissing(Environment environment, Workspace restored) throws IOException {
    AuditSeal seal = seal(environment, restored);
    if (seal.lacksKey(MandateCheck.log(restored))) {
      environment
          .err()
          .println(
              ("The private key of the audit log isn't in the backup, so nothing can be logged, and"
                      + " nothing is done in the new workspace until it is there: put it at %s, its"
                      + " public half (.pub) beside it, or restore with --audit-key. If it is lost,"
                      + " ./vigie keys replace-audit makes another, and the log says so.")
                  .formatted(environment.shown(seal.key())));
    }
    List<Path> former = LogKeyFiles.of(seal).missingFormer();
    if (!former.isEmpty()) {
      environment
          .err()
          .println(
              "Former keys of the audit log aren't in the backup, so who looked for some words before the key was changed can't be asked: put them at %s, or restore with --audit-key."
                  .formatted(
                      former.stream().map(environment::shown).collect(Collectors.joining(", "))));
    }
  }

  private static AuditSeal seal(Environment environment, Workspace workspace) {
    return AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit());
  }
}
